package com.talkturo.sdk.springboot;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code management.health.talkturo.*}, next to {@code enabled}.
 *
 * @param window How long the end of a request counts; after that the health is UNKNOWN until the
 *     next one.
 */
@ConfigurationProperties("management.health.talkturo")
record TalkturoHealthProperties(@DefaultValue("60s") Duration window) {
  TalkturoHealthProperties {
    if (window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("window is " + window + "; allowed is more than zero");
    }
  }
}
