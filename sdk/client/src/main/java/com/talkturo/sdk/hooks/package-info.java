/**
 * How the engine reaches what users bring: their listeners and their rate limiter. Internal to the
 * SDK: for its clients, and may change in any release.
 */
@NullMarked
package com.talkturo.sdk.hooks;

import org.jspecify.annotations.NullMarked;
