/** What the clients of all vendors have in common: their settings, and how they end. */
@NullMarked
package com.talkturo.migration.client;

import org.jspecify.annotations.NullMarked;
