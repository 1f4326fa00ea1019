/** Brings assistants of other vendors over to Talkturo. */
@NullMarked
package com.talkturo.migration;

import org.jspecify.annotations.NullMarked;
