@NullMarked
@ModelStyle
package com.talkturo.provisioning;

import org.jspecify.annotations.NullMarked;
