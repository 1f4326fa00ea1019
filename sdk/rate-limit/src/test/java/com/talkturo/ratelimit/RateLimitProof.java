package com.talkturo.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.RateLimitWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Six minutes: four JVMs with eight threads each on one key, 600 requests a minute, counted in both
 * ways at the same time. The clock of the last JVM is 2 s ahead. Run by the profile {@code
 * rate-limit-proof}; the table is in the README.
 */
class RateLimitProof {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final List<String> rows = new ArrayList<>();

  private static Fleet fleet(RateLimitWindow kind, int redisPort) throws Exception {
    return new Fleet(4, 600, MINUTE, kind, redisPort, 2_000);
  }

  private static Duration at(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  @Test
  void theLimitIsKeptAndUsed() throws Exception {
    try (Redis redis = new Redis();
        Fleet fixed = fleet(RateLimitWindow.FIXED, redis.port());
        Fleet sliding = fleet(RateLimitWindow.SLIDING, redis.port())) {
      List<Fleet> both = List.of(fixed, sliding);
      fixed.go();
      sliding.go();
      fixed.runUntil(at(80));
      row("four JVMs, 80 s", both);
      for (Fleet fleet : both) {
        assertThat(fleet.rejected()).isZero();
        assertThat(fleet.use()).isGreaterThan(0.95);
        List<Long> served = fleet.served();
        assertThat(Collections.min(served) * 1.0 / Collections.max(served)).isGreaterThan(0.8);
      }
      fixed.kill(0);
      sliding.kill(0);
      fixed.runUntil(at(140));
      row("one of them killed, to 140 s", both);
      for (Fleet fleet : both) {
        assertThat(fleet.rejected()).isZero();
        assertThat(fleet.use()).isGreaterThan(0.95);
      }
      redis.stop();
      fixed.runUntil(at(145));
      redis.start();
      fixed.runUntil(at(180));
      row("Redis stopped for 5 s, to 180 s", both);
      redis.pause();
      fixed.runUntil(at(185));
      redis.resume();
      fixed.runUntil(at(220));
      row("Redis paused for 5 s, to 220 s", both);
      for (Fleet fleet : both) {
        assertThat(fleet.failed()).isZero();
        assertThat(fleet.longestQuestionMillis()).isLessThan(150);
        assertThat(fleet.use()).isGreaterThan(0.9);
      }
    } finally {
      rows.forEach(System.out::println);
    }
  }

  @Test
  void withoutALimiterItIsNot() throws Exception {
    try (Fleet fixed = fleet(RateLimitWindow.FIXED, 0);
        Fleet sliding = fleet(RateLimitWindow.SLIDING, 0)) {
      fixed.go();
      sliding.go();
      fixed.runUntil(at(119));
      row("without the limiter, 119 s", List.of(fixed, sliding));
      assertThat(fixed.rejected()).isPositive();
      assertThat(sliding.rejected()).isPositive();
    } finally {
      rows.forEach(System.out::println);
    }
  }

  private void row(String name, List<Fleet> both) {
    for (Fleet fleet : both) {
      rows.add(
          "| %s | %s | %d | %.1f %% | %s | %d | %d | %d ms |"
              .formatted(
                  name,
                  fleet == both.get(0) ? "fixed" : "sliding",
                  fleet.rejected(),
                  fleet.use() * 100,
                  fleet.served(),
                  fleet.failed(),
                  fleet.takenLocally(),
                  fleet.longestQuestionMillis()));
    }
  }
}
