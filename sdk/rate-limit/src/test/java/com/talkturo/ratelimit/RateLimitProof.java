package com.talkturo.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.RateLimitWindow;
import java.io.IOException;
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
  /** Jitter: how far a clock is ahead, and half a second for network and processors. */
  private static final Fleet.Rule RULE =
      new Fleet.Rule(600, Duration.ofMinutes(1), Duration.ofMillis(2_500), Duration.ofMillis(50));

  /** Beyond the bound and what a thread that only sleeps was late. */
  private static final long MAX_OWN_MILLIS = 10;

  private static Fleet fleet(RateLimitWindow kind, int redisPort) throws Exception {
    return new Fleet(4, RULE, kind, redisPort, 2_000);
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
      List<Row> four = rows("four JVMs, to 80 s", both);
      fixed.kill(0);
      sliding.kill(0);
      fixed.runUntil(at(140));
      List<Row> killed = rows("one of them killed, to 140 s", both);
      redis.stop();
      fixed.runUntil(at(145));
      redis.start();
      fixed.runUntil(at(180));
      List<Row> stopped = rows("Redis stopped for 5 s, to 180 s", both);
      redis.pause();
      fixed.runUntil(at(185));
      redis.resume();
      fixed.runUntil(at(220));
      List<Row> paused = rows("Redis paused for 5 s, to 220 s", both);

      assertThat(four)
          .allSatisfy(
              row -> {
                assertThat(row.rejected()).isZero();
                assertThat(row.use()).isGreaterThan(0.95);
                assertThat(Collections.min(row.served()) * 1.0 / Collections.max(row.served()))
                    .isGreaterThan(0.8);
              });
      assertThat(killed)
          .allSatisfy(
              row -> {
                assertThat(row.rejected()).isZero();
                assertThat(row.use()).isGreaterThan(0.95);
              });
      assertThat(stopped).allSatisfy(RateLimitProof::assertNobodyFailedOrWaited);
      assertThat(paused).allSatisfy(RateLimitProof::assertNobodyFailedOrWaited);
    }
  }

  private static void assertNobodyFailedOrWaited(Row row) {
    assertThat(row.failed()).isZero();
    for (int jvm = 0; jvm < row.longestAwakeMillis().size(); jvm++) {
      assertThat(row.longestAwakeMillis().get(jvm) - row.latestHeartbeatMillis().get(jvm))
          .isLessThanOrEqualTo(RULE.storeTimeout().toMillis() + MAX_OWN_MILLIS);
    }
  }

  @Test
  void withoutALimiterItIsNot() throws Exception {
    try (Fleet fixed = fleet(RateLimitWindow.FIXED, 0);
        Fleet sliding = fleet(RateLimitWindow.SLIDING, 0)) {
      fixed.go();
      sliding.go();
      fixed.runUntil(at(119));
      assertThat(rows("without the limiter, to 119 s", List.of(fixed, sliding)))
          .allSatisfy(row -> assertThat(row.rejected()).isPositive());
    }
  }

  /** Of the whole time since the start, but the longest questions: since the row before. */
  private record Row(
      String name,
      String window,
      long rejected,
      double use,
      List<Long> served,
      long failed,
      long takenLocally,
      long longestQuestionMillis,
      List<Long> longestAwakeMillis,
      List<Long> latestHeartbeatMillis) {

    @Override
    public String toString() {
      return "| %s | %s | %d | %.1f %% | %s | %d | %d | %d ms | %s | %s |"
          .formatted(
              name,
              window,
              rejected,
              use * 100,
              served,
              failed,
              takenLocally,
              longestQuestionMillis,
              longestAwakeMillis,
              latestHeartbeatMillis);
    }
  }

  private static List<Row> rows(String name, List<Fleet> fixedAndSliding) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Fleet fleet : fixedAndSliding) {
      Row row =
          new Row(
              name,
              rows.isEmpty() ? "fixed" : "sliding",
              fleet.rejected(),
              fleet.use(),
              fleet.served(),
              fleet.failed(),
              fleet.takenLocally(),
              fleet.longestQuestionMillis(),
              fleet.longestAwakeMillis(),
              fleet.latestHeartbeatMillis());
      System.out.println(row);
      rows.add(row);
      fleet.nextPhase();
    }
    return rows;
  }
}
