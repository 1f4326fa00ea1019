package com.talkturo.sdk.engine;

import java.time.Duration;
import java.util.Optional;

/** Says when attempts may be made. Users know it as {@code RateLimiter}. Internal to the SDK. */
public interface Turns {
  /** Takes a turn unless it comes later than this; returns how long until it. */
  Duration take(Duration latest);

  /** The API answered 429 to an attempt. */
  void rejected(Optional<Duration> retryAfter);

  /** A turn that was taken passes unused. */
  void unused();
}
