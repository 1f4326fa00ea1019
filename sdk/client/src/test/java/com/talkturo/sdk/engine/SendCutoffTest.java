package com.talkturo.sdk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.calls.Waiting;
import com.talkturo.sdk.json.Decoder;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What has too little time left is judged by the attempts of its own operation. */
final class SendCutoffTest {
  private static final Endpoint<Void> CREATE = Endpoint.atMostOnce("POST", "/x", Decoder.nothing());
  private static final Endpoint<Void> CLONE = Endpoint.atMostOnce("POST", "/y", Decoder.nothing());
  private static final Endpoint<Void> GET = Endpoint.repeatable("GET", "/x", Decoder.nothing());
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static final CallState LATE_CREATE = call(CREATE);
  private static final CallState LATE_GET = call(GET);

  private final SendCutoff cutoff = new SendCutoff();

  /** They have less than half of their timeout left, and more than a second. */
  @BeforeAll
  static void waitForMoreThanHalfTheTimeout() {
    long half = TIMEOUT.toNanos() / 2;
    Waiting.until(() -> LATE_CREATE.nanosLeft() < half && LATE_GET.nanosLeft() < half);
  }

  private static CallState call(Endpoint<?> endpoint) {
    return CallStates.of(endpoint, TIMEOUT, 0);
  }

  private void attemptsTook(int attempts, Endpoint<?> endpoint, long seconds) throws IOException {
    for (int i = 0; i < attempts; i++) {
      CallState call = call(endpoint);
      call.beginAttempt();
      call.send();
      cutoff.add(call, Duration.ofSeconds(seconds).toNanos());
    }
  }

  private void assertThatItIsSent(CallState call) {
    assertThat(call.nanosLeft()).isGreaterThan(Duration.ofSeconds(1).toNanos());
    assertThatCode(() -> cutoff.requireEnoughTime(call)).doesNotThrowAnyException();
  }

  private void assertThatItIsNotSent() {
    assertThatThrownBy(() -> cutoff.requireEnoughTime(LATE_CREATE))
        .isInstanceOf(GivenUpException.class)
        .hasMessageContaining(" ms of 10000 ms are left after waiting");
  }

  @Test
  void fiveAttemptsThatTookLongerThanIsLeftAreEnough() throws Exception {
    attemptsTook(4, CREATE, 20);
    assertThatItIsSent(LATE_CREATE);
    attemptsTook(1, CREATE, 20);
    assertThatItIsNotSent();
  }

  @Test
  void whatHasMoreThanHalfItsTimeoutLeftIsSentWhateverOthersTook() throws Exception {
    attemptsTook(5, CREATE, 20);
    assertThatItIsSent(call(CREATE));
  }

  @Test
  void theLongestOfTheLastSixteenCounts() throws Exception {
    attemptsTook(1, CREATE, 20);
    attemptsTook(15, CREATE, 1);
    assertThatItIsNotSent();
    attemptsTook(1, CREATE, 1);
    assertThatItIsSent(LATE_CREATE);
  }

  @Test
  void attemptsOfOtherOperationsSayNothing() throws Exception {
    attemptsTook(5, CLONE, 20);
    attemptsTook(5, CREATE.withReadTimeoutOfAtLeast(Duration.ofSeconds(45)), 20);
    assertThatItIsSent(LATE_CREATE);
  }

  @Test
  void attemptsThatWereNotSentSayNothing() {
    for (int i = 0; i < 5; i++) {
      CallState call = call(CREATE);
      call.beginAttempt();
      cutoff.add(call, Duration.ofSeconds(20).toNanos());
    }
    assertThatItIsSent(LATE_CREATE);
  }

  @Test
  void whatMayBeRepeatedIsSentWhateverIsLeft() throws Exception {
    attemptsTook(5, GET, 20);
    assertThatItIsSent(LATE_GET);
  }
}
