package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.calls.Mode;
import com.talkturo.calls.Operation;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.event.Level;

/** One DEBUG line per attempt, one WARN per retry, and nothing that should stay private. */
class LoggingTest extends ServerTest {
  @ParameterizedTest
  @MethodSource("everyOperationAndMode")
  void eachAttemptIsOneDebugLine(Operation op, Mode mode) {
    answerFixture("every-operation");
    op.call(mode, client());
    assertThat(MemoryLogs.lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.level()).isEqualTo(Level.DEBUG);
              assertThat(line.logger()).isEqualTo("com.talkturo.sdk.attempt");
              assertThat(line.text())
                  .startsWith(op.method + " " + op.pathTemplate + " -> 200 in ")
                  .matches(".* in \\d+ ms \\(attempt 1/3\\)");
            });
  }

  @ParameterizedTest
  @EnumSource
  void eachRetryIsAWarningWithItsReason(Mode mode) {
    answer(503, "", "Retry-After", "0");
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    answerFixture("get/subset");
    Operation.GET.call(mode, client());
    assertThat(MemoryLogs.lines(Level.DEBUG)).hasSize(3);
    assertThat(MemoryLogs.lines(Level.WARN))
        .hasSize(2)
        .allMatch(line -> line.logger().equals("com.talkturo.sdk.retry"));
    assertThat(MemoryLogs.lines(Level.WARN).get(0).text())
        .isEqualTo(
            "GET /api/assistants/{assistantId} is tried again in 0 ms, because attempt 1/3 got 503");
    assertThat(MemoryLogs.lines(Level.WARN).get(1).text())
        .contains("because attempt 2/3 got java.");
  }

  @ParameterizedTest
  @EnumSource
  void aFailureWithoutARetryIsNoWarning(Mode mode) {
    answer(400, "{\"error\":\"Bad\"}");
    catchThrowable(() -> Operation.GET.call(mode, client()));
    assertThat(MemoryLogs.lines(Level.WARN)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void idsAndBodiesAreNeverLogged(Mode mode) {
    answer(429, "{\"error\":\"body_of_the_answer\"}", "Retry-After", "0");
    answer(400, "{\"error\":\"body_of_the_answer\",\"id\":\"asst_5tq8\"}");
    catchThrowable(() -> Operation.UPDATE.call(mode, client()));
    answer(200, "body_of_the_answer");
    catchThrowable(() -> Operation.ASSIGN_PHONE_NUMBERS.call(mode, client()));
    assertThat(MemoryLogs.lines()).hasSize(4);
    assertThat(MemoryLogs.lines().toString())
        .doesNotContain("asst_5tq8", "body_of", "temperature", "pn_a1", "north-wind", "Bearer");
  }
}
