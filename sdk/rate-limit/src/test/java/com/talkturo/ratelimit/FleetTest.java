package com.talkturo.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.RateLimitWindow;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** JVMs on one key and one Redis; {@link RateLimitProof} is the same for minutes. */
class FleetTest {
  private static final int REQUESTS = 300;
  private static final Duration WINDOW = Duration.ofSeconds(6);

  /** As much as a machine that builds something else at the same time may need. */
  private static final Duration JITTER = Duration.ofSeconds(1);

  @ParameterizedTest
  @EnumSource(RateLimitWindow.class)
  void fourJvmsKeepOneLimitAndUseIt(RateLimitWindow kind) throws Exception {
    try (Redis redis = new Redis();
        Fleet fleet = new Fleet(4, REQUESTS, WINDOW, JITTER, kind, redis.port(), 0)) {
      fleet.go();
      fleet.runUntil(Duration.ofSeconds(8));
      double use = fleet.use();
      List<Long> served = fleet.served();
      assertThat(fleet.rejected()).isZero();
      assertThat(fleet.failed()).isZero();
      assertThat(use).as("of 85 %, what burst and jitter leave").isBetween(0.75, 0.87);
      assertThat(Collections.min(served) * 1.0 / Collections.max(served))
          .as("shares %s", served)
          .isGreaterThan(0.8);
    }
  }

  @ParameterizedTest
  @EnumSource(RateLimitWindow.class)
  void withoutALimiterTheyRunIntoTheLimit(RateLimitWindow kind) throws Exception {
    try (Fleet fleet = new Fleet(2, REQUESTS, WINDOW, JITTER, kind, 0, 0)) {
      fleet.go();
      fleet.runUntil(Duration.ofSeconds(4));
      assertThat(fleet.rejected()).isPositive();
    }
  }
}
