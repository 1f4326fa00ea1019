package com.talkturo.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.RateLimitWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** JVMs on one key and one Redis; {@link RateLimitProof} is the same for minutes. */
class FleetTest {
  /** With as much time as a machine may need that builds something else at the same time. */
  private static final Fleet.Rule RULE =
      new Fleet.Rule(300, Duration.ofSeconds(6), Duration.ofSeconds(1), Duration.ofSeconds(2));

  @ParameterizedTest
  @EnumSource(RateLimitWindow.class)
  void fourJvmsKeepOneLimitAndUseIt(RateLimitWindow kind) throws Exception {
    try (Redis redis = new Redis();
        Fleet fleet = new Fleet(4, RULE, kind, redis.port(), 0)) {
      fleet.go();
      fleet.runUntil(Duration.ofSeconds(3));
      List<Long> warmUp = fleet.served();
      fleet.runUntil(Duration.ofSeconds(9));
      double use = fleet.use();
      List<Long> served = new ArrayList<>(fleet.served());
      for (int i = 0; i < 4; i++) {
        served.set(i, served.get(i) - warmUp.get(i));
      }
      assertThat(fleet.rejected()).isZero();
      assertThat(fleet.failed()).isZero();
      assertThat(use).as("of 85 %, what burst and jitter leave").isBetween(0.75, 0.87);
      assertThat(Collections.min(served) * 1.0 / Collections.max(served))
          .as("shares %s", served)
          .isGreaterThan(0.6);
    }
  }

  @ParameterizedTest
  @EnumSource(RateLimitWindow.class)
  void withoutALimiterTheyRunIntoTheLimit(RateLimitWindow kind) throws Exception {
    try (Fleet fleet = new Fleet(2, RULE, kind, 0, 0)) {
      fleet.go();
      fleet.runUntil(Duration.ofSeconds(4));
      assertThat(fleet.rejected()).isPositive();
    }
  }
}
