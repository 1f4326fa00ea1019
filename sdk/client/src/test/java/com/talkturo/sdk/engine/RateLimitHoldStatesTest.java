package com.talkturo.sdk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.json.Decoder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who goes when, without a server. */
final class RateLimitHoldStatesTest {
  private static final long HOUR = Duration.ofHours(1).toNanos();

  private final RateLimitHold hold = new RateLimitHold();
  private final CallState first = call();
  private final CallState second = call();

  private static CallState call() {
    return CallStates.of(
        Endpoint.repeatable("GET", "/x", Decoder.nothing()), Duration.ofSeconds(6), 0);
  }

  @Test
  void nobodyIsHeldBeforeItBegins() {
    assertThat(hold.nanosLeft(first)).isZero();
    assertThat(hold.isHeld()).isFalse();
    assertThat(hold.isOver()).isTrue();
    assertThat(hold.isTested()).isFalse();
    assertThat(hold.leave(first, true)).isFalse();
  }

  @Test
  void theLongestOfSeveralCounts() {
    hold.begin(1);
    hold.begin(HOUR);
    hold.begin(HOUR / 2);
    assertThat(hold.nanosLeft(first)).isBetween(HOUR - HOUR / 60, HOUR);
    assertThat(hold.isHeld()).isTrue();
    assertThat(hold.isOver()).isFalse();
    assertThat(hold.isTested()).isFalse();
  }

  @Test
  void oneGoesFirstAndTheOthersWaitForItForTwoSeconds() {
    hold.begin(0);
    assertThat(hold.isOver()).as("somebody may look").isTrue();
    assertThat(hold.nanosLeft(first)).isZero();
    assertThat(hold.nanosLeft(first)).as("asked again").isZero();
    assertThat(hold.isTested()).isTrue();
    assertThat(hold.isOver()).isFalse();
    assertThat(hold.nanosLeft(second)).isBetween(1L, Duration.ofSeconds(2).toNanos());
    assertThat(hold.leave(second, true)).as("not the first").isFalse();
    assertThat(hold.isHeld()).isTrue();
  }

  @Test
  void whenTheFirstHasBeenMadeTheHoldIsOver() {
    hold.begin(0);
    hold.nanosLeft(first);
    assertThat(hold.leave(first, true)).isTrue();
    assertThat(hold.isHeld()).isFalse();
    assertThat(hold.isOver()).isTrue();
    assertThat(hold.isTested()).isFalse();
    assertThat(hold.nanosLeft(second)).isZero();
  }

  @Test
  void whenTheFirstWasNotMadeAnotherGoesFirst() {
    hold.begin(0);
    hold.nanosLeft(first);
    assertThat(hold.leave(first, false)).isTrue();
    assertThat(hold.isHeld()).isTrue();
    assertThat(hold.isTested()).isFalse();
    assertThat(hold.nanosLeft(second)).isZero();
    assertThat(hold.nanosLeft(first)).isPositive();
  }

  @Test
  void another429MakesTheFirstWaitToo() {
    hold.begin(0);
    hold.nanosLeft(first);
    hold.begin(HOUR);
    assertThat(hold.isTested()).isFalse();
    assertThat(hold.nanosLeft(first)).isGreaterThan(HOUR / 2);
    assertThat(hold.leave(first, true)).as("its attempt ended with the 429").isFalse();
    assertThat(hold.isHeld()).isTrue();
  }
}
