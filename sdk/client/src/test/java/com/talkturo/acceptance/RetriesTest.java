package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.calls.Mode;
import com.talkturo.calls.Operation;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.errors.RateLimitException;
import com.talkturo.sdk.errors.ServerException;
import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.errors.TransportException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is repeated, through the socket: the table of RetryPolicyTest for every operation. How an
 * outage ends is in RetryBudgetTest, and what a 429 holds back in RateLimitHoldTest.
 */
class RetriesTest extends ServerTest {
  /** What becomes of the first attempt, and whether another follows. */
  enum Row {
    LOST(true, false, lost()),
    TEMPORARY_408(true, false, response(408, "", "Retry-After", "0")),
    TEMPORARY_500(true, false, response(500, "", "Retry-After", "0")),
    TEMPORARY_502(true, false, response(502, "", "Retry-After", "0")),
    TEMPORARY_503_WITHOUT_RETRY_AFTER(true, false, response(503, "")),
    TEMPORARY_504(true, false, response(504, "", "Retry-After", "0")),
    TURNED_AWAY_429(true, true, response(429, "", "Retry-After", "0")),
    TURNED_AWAY_503_WITH_RETRY_AFTER(true, true, response(503, "", "Retry-After", "0")),
    REDIRECT_307(false, false, response(307, "", "Retry-After", "0", "Location", "/elsewhere")),
    REFUSED_400(false, false, response(400, "", "Retry-After", "0")),
    REFUSED_401(false, false, response(401, "", "Retry-After", "0")),
    REFUSED_404(false, false, response(404, "", "Retry-After", "0")),
    REFUSED_409(false, false, response(409, "", "Retry-After", "0")),
    REFUSED_501(false, false, response(501, "", "Retry-After", "0")),
    REFUSED_IN_200(false, false, response(200, "{\"success\":false}", "Retry-After", "0"));

    private final boolean repeatsRepeatable;
    private final boolean repeatsCreate;
    private final MockResponse answer;

    Row(boolean repeatsRepeatable, boolean repeatsCreate, MockResponse answer) {
      this.repeatsRepeatable = repeatsRepeatable;
      this.repeatsCreate = repeatsCreate;
      this.answer = answer;
    }

    boolean repeats(Operation operation) {
      return operation.isRepeatable() ? repeatsRepeatable : repeatsCreate;
    }

    private static MockResponse lost() {
      return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
    }
  }

  static Stream<Arguments> everyRowOperationAndMode() {
    return Stream.of(Row.values())
        .flatMap(
            row ->
                everyOperationAndMode()
                    .map(call -> Arguments.of(row, call.get()[0], call.get()[1])));
  }

  @Execution(ExecutionMode.CONCURRENT) // Most of it is waiting before the second attempt.
  @ParameterizedTest
  @MethodSource("everyRowOperationAndMode")
  void anAttemptIsRepeatedAsTheTableSays(Row row, Operation operation, Mode mode) {
    server.enqueue(row.answer);
    answerFixture("every-operation");

    Throwable failure = catchThrowable(() -> operation.call(mode, client()));

    assertThat(server.getRequestCount()).isEqualTo(row.repeats(operation) ? 2 : 1);
    if (row.repeats(operation)) {
      assertThat(failure).isNull();
    } else {
      assertThat(failure).isInstanceOf(TalkturoException.class);
    }
  }

  @Execution(ExecutionMode.CONCURRENT) // Most of it is waiting before the second attempt.
  @ParameterizedTest
  @MethodSource("everyOperationAndMode")
  void whatWasNotSentIsRepeated(Operation operation, Mode mode) throws IOException {
    try (Socket nobody = new Socket()) {
      // Bound, so that no other test's server can be given the port, and not listening.
      nobody.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
      TalkturoClient client =
          open(builder().baseUrl("http://127.0.0.1:" + nobody.getLocalPort()).maxRetries(1));

      TransportException e = failure(TransportException.class, operation, mode, client);

      assertThat(e.attempts()).isEqualTo(2);
      assertThat(e.requestSent()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void noMoreThanTheAskedForRetriesAreMade(Mode mode) {
    for (int retries : new int[] {0, 1, 4}) {
      for (int i = 0; i <= retries; i++) {
        answer(503, "", "Retry-After", "0");
      }
      int before = server.getRequestCount();
      failure(
          ServerException.class,
          Operation.GET,
          mode,
          client().withOptions(o -> o.maxRetries(retries)));
      assertThat(server.getRequestCount() - before).isEqualTo(retries + 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void retryAfterIsWaitedForExactly(Mode mode) {
    answer(429, "", "Retry-After", "1");
    answerFixture("get/subset");
    long start = System.nanoTime();
    Operation.GET.call(mode, client());
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999999", "2147483648", "9999999999999999999999999"})
  void aHugeRetryAfterEndsTheCallAtOnce(String value) {
    for (int status : List.of(429, 503)) {
      answer(status, "", "Retry-After", value);
      Class<? extends ApiException> type =
          status == 429 ? RateLimitException.class : ServerException.class;
      ApiException e = failure(type, Operation.GET, Mode.SYNC, client());
      assertThat(e.retryAfter().orElseThrow()).isGreaterThan(Duration.ofDays(10_000));
      assertThat(e.attempts()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theAttemptsAreCounted(Mode mode) {
    for (int i = 0; i < 3; i++) {
      answer(503, "", "Retry-After", "0");
    }
    ServerException e = failure(ServerException.class, Operation.CREATE, mode, client());
    assertThat(e.attempts()).isEqualTo(3);
    assertThat(e).hasMessageContaining("3 attempts");
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void aCreateWhoseConnectionIsLostIsNotRepeatedAndSaysThatItWasSent(Mode mode) {
    server.enqueue(Row.lost());
    TransportException e = failure(TransportException.class, Operation.CREATE, mode, client());
    assertThat(e.requestSent()).isTrue();
    assertThat(e.attempts()).isEqualTo(1);
    assertThat(e.method()).isEqualTo("POST");
    assertThat(e.pathTemplate()).isEqualTo("/api/assistants");
    assertThat(e).hasCauseInstanceOf(IOException.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aCreateWhoseAnswerIsCutOffHandsOverWhatArrived(Mode mode) {
    String name = "x".repeat(2000);
    server.enqueue(
        new MockResponse.Builder()
            .body(
                "{\"success\":true,\"assistant\":{\"id\":\"asst_cut\",\"name\":\"" + name + "\"}}")
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    TransportException e = failure(TransportException.class, Operation.CREATE, mode, client());
    assertThat(e.requestSent()).isTrue();
    assertThat(e.partialResponse()).isPresent();
    assertThat(e.partialResponse().get().statusCode()).isEqualTo(200);
    assertThat(e.partialResponse().get().body()).contains("asst_cut");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void interceptorsOfTheUsersClientSeeEachSignedAttempt(Mode mode) {
    List<String> seen = new CopyOnWriteArrayList<>();
    OkHttpClient own =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  seen.add(String.valueOf(chain.request().header("Authorization")));
                  return chain.proceed(chain.request());
                })
            .build();
    answer(503, "", "Retry-After", "0");
    answerFixture("get/subset");
    Operation.GET.call(mode, open(builder().okHttpClient(own)));
    assertThat(seen).containsExactly("Bearer " + KEY, "Bearer " + KEY);
  }
}
