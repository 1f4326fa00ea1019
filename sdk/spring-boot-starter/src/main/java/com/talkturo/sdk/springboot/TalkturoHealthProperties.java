package com.talkturo.sdk.springboot;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * The properties {@code management.health.talkturo.*}, next to {@code enabled}.
 *
 * @param window How long the end of a request counts; after that the health is UNKNOWN until the
 *     next one. Without a unit in seconds.
 * @param probe Whether the API key is tried, at most once in 10 minutes, when no request of the
 *     application tells how the API is.
 */
@ConfigurationProperties("management.health.talkturo")
record TalkturoHealthProperties(
    @DurationUnit(ChronoUnit.SECONDS) @DefaultValue("60s") Duration window,
    @DefaultValue("false") @Nullable Boolean probe) {
  TalkturoHealthProperties {
    if (window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("window is " + window + "; allowed is more than zero");
    }
  }
}
