/** What the clients of both vendors share; not exported. */
@NullMarked
package com.talkturo.migration.vendors;

import org.jspecify.annotations.NullMarked;
