/** The command line; see its README. */
@NullMarked
package com.talkturo.cli;

import org.jspecify.annotations.NullMarked;
