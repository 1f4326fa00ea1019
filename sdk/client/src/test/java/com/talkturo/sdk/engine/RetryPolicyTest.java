package com.talkturo.sdk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.engine.RetryPolicy.Event;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of repeats, row by row; RetriesTest shows it through the socket. */
class RetryPolicyTest {
  @ParameterizedTest
  @CsvSource({
    // what happened, repeated if repeatable, repeated if sent at most once
    "NOTHING_SENT, true, true",
    "TURNED_AWAY, true, true",
    "LOST, true, false",
    "TEMPORARY_FAILURE, true, false",
    "FINAL, false, false"
  })
  void eachRowSaysWhichOperationsAreRepeated(Event row, boolean repeatable, boolean atMostOnce) {
    assertThat(row.allowsRepeat(true)).isEqualTo(repeatable);
    assertThat(row.allowsRepeat(false)).isEqualTo(atMostOnce);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotRepeatedIfRepeatableIsNeverRepeatedOtherwise(Event row) {
    assertThat(row.allowsRepeat(true) || !row.allowsRepeat(false)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "408, false, TEMPORARY_FAILURE",
    "429, false, TURNED_AWAY",
    "429, true, TURNED_AWAY",
    "500, true, TEMPORARY_FAILURE",
    "502, false, TEMPORARY_FAILURE",
    "503, false, TEMPORARY_FAILURE",
    "503, true, TURNED_AWAY",
    "504, true, TEMPORARY_FAILURE"
  })
  void anAnswerThatMayChangeHasItsRow(int status, boolean hasRetryAfter, Event row) {
    boolean turnedAway = RetryPolicy.turnsAway(status, hasRetryAfter);

    assertThat(RetryPolicy.answered(status, true, turnedAway)).isEqualTo(row);
  }

  @Test
  void everyOtherAnswerIsFinal() {
    assertThat(
            IntStream.rangeClosed(100, 599)
                .filter(status -> RetryPolicy.answered(status, true, false) != Event.FINAL))
        .containsExactly(408, 429, 500, 502, 503, 504);
  }

  /** An interceptor of the user's may make up an answer: nothing came over the network. */
  @ParameterizedTest
  @CsvSource({"503, NOTHING_SENT", "200, FINAL", "404, FINAL"})
  void anAnswerThatWasMadeUpBeforeSendingProvesNothing(int status, Event row) {
    assertThat(RetryPolicy.answered(status, false, false)).isEqualTo(row);
  }

  /** The user's interceptor shows a 429 where the network has shown a 200. */
  @Test
  void aMadeUpRefusalDoesNotTurnAway() {
    assertThat(RetryPolicy.answered(429, true, false)).isEqualTo(Event.TEMPORARY_FAILURE);
  }

  @Test
  void aFailureBeforeSendingIsNothingSentUnlessItWouldComeAgain() {
    for (IOException failure :
        List.of(
            new UnknownHostException("host"),
            new ConnectException("refused"),
            new SocketTimeoutException("connect"),
            handshake(new SocketException("reset")))) {
      assertThat(RetryPolicy.failed(failure, false, false))
          .as(failure.toString())
          .isEqualTo(Event.NOTHING_SENT);
    }
    for (IOException failure :
        List.of(
            handshake(new CertificateException("not trusted")),
            handshake(new SSLPeerUnverifiedException("another host")),
            new SSLHandshakeException("no cipher suite in common"),
            new SSLPeerUnverifiedException("another host"),
            new ProtocolException("proxy answered 407 too often"),
            new UnknownServiceException("no TLS version in common"))) {
      assertThat(RetryPolicy.failed(failure, false, false))
          .as(failure.toString())
          .isEqualTo(Event.FINAL);
    }
  }

  private static SSLHandshakeException handshake(Exception cause) {
    SSLHandshakeException failure = new SSLHandshakeException("handshake");
    failure.initCause(cause);
    return failure;
  }

  @Test
  void aFailureAfterSendingIsLostUnlessTheServerTurnedItAway() {
    for (IOException failure :
        List.of(
            new SocketException("reset"),
            new SocketTimeoutException("read"),
            new ProtocolException("unexpected end of stream"))) {
      assertThat(RetryPolicy.failed(failure, true, false)).isEqualTo(Event.LOST);
      assertThat(RetryPolicy.failed(failure, true, true)).isEqualTo(Event.TURNED_AWAY);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatTheUsersCodeThrewIsFinal(boolean sent) {
    IOException carried = new CarriedFailure(new IllegalStateException("the user's"));

    assertThat(RetryPolicy.failed(carried, sent, false)).isEqualTo(Event.FINAL);
    assertThat(RetryPolicy.failed(carried, sent, true)).isEqualTo(Event.FINAL);
  }

  @Test
  void anAnswerThatRefusesHadNoEffect() {
    assertThat(
            IntStream.rangeClosed(200, 599)
                .filter(status -> !RetryPolicy.mayHaveTakenEffect(status, false))
                .filter(status -> status < 300 || status > 399))
        .containsExactly(400, 401, 402, 403, 404, 405, 409, 410, 413, 415, 422, 429);
    assertThat(
            IntStream.rangeClosed(300, 399)
                .noneMatch(status -> RetryPolicy.mayHaveTakenEffect(status, false)))
        .isTrue();
    assertThat(RetryPolicy.mayHaveTakenEffect(503, true)).isFalse();
    assertThat(RetryPolicy.mayHaveTakenEffect(500, true)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0, 500", "1, 1000", "2, 2000", "3, 4000", "4, 8000", "5, 8000", "10, 8000"})
  void backoffIsSpreadOverTheWholeIntervalUpToItsCap(int attempts, long capMillis) {
    long cap = TimeUnit.MILLISECONDS.toNanos(capMillis);
    List<Long> waits =
        LongStream.range(0, 2_000).map(i -> RetryPolicy.backoffNanos(attempts)).boxed().toList();

    assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(0L, cap));
    assertThat(waits).anyMatch(wait -> wait < cap / 10).anyMatch(wait -> wait > cap - cap / 10);
  }
}
