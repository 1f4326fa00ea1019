package com.talkturo.sdk.hooks;

import com.talkturo.sdk.engine.Turns;
import com.talkturo.sdk.http.RateLimiter;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A user's rate limiter, as the engine asks it. What it throws on a notice only goes to the log.
 * Internal to the SDK.
 */
public final class RateLimiterTurns implements Turns {
  private static final Logger LOG = LoggerFactory.getLogger("com.talkturo.sdk.listener");

  private final RateLimiter limiter;

  /** Asks this limiter. */
  public RateLimiterTurns(RateLimiter limiter) {
    this.limiter = limiter;
  }

  @Override
  public Duration take(Duration latest) {
    return limiter.takeTurn(latest);
  }

  @Override
  public void rejected(Optional<Duration> retryAfter) {
    tell(() -> limiter.rejected(retryAfter));
  }

  @Override
  public void unused() {
    tell(limiter::turnUnused);
  }

  private void tell(Runnable message) {
    try {
      message.run();
    } catch (Throwable e) {
      LOG.warn("rate limiter {} failed", limiter.getClass().getName(), e);
    }
  }
}
