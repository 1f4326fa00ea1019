package com.talkturo.sdk.testing;

/** How a server counts requests against its {@link TalkturoServer#rateLimit rate limit}. */
public enum RateLimitWindow {
  /**
   * Windows follow one another, the first begins with the first request of a key, and each starts
   * to count at zero: up to twice the limit fits around the end of a window.
   */
  FIXED,
  /** In any span of the window's length at most the limit is served. */
  SLIDING
}
