/**
 * The design as rules on class files and sources, and beside it, in {@code violations}, a class for
 * each way to break one.
 */
package com.talkturo.architecture;
