package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.calls.Mode;
import com.talkturo.calls.Operation;
import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.assistants.CloneAssistantRequest;
import com.talkturo.sdk.assistants.DailyCalls;
import com.talkturo.sdk.assistants.DeleteAssistantResponse;
import com.talkturo.sdk.assistants.UsageStats;
import com.talkturo.sdk.assistants.UsageTimeline;
import com.talkturo.sdk.errors.BadRequestException;
import com.talkturo.sdk.errors.DecodeException;
import com.talkturo.sdk.errors.NotFoundException;
import com.talkturo.sdk.errors.TransportException;
import com.talkturo.sdk.http.ApiResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The further operations on an assistant. */
class DeleteCloneAndUsageTest extends ServerTest {
  private static MockResponse lost() {
    return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
  }

  private DeleteAssistantResponse delete(Mode mode) {
    return (DeleteAssistantResponse) Operation.DELETE.call(mode, client());
  }

  private UsageStats usage() {
    return (UsageStats) Operation.USAGE_STATS.call(Mode.SYNC, client());
  }

  @ParameterizedTest
  @EnumSource
  void deleteSendsNothingButItsPath(Mode mode) {
    answerFixture("delete/success");
    DeleteAssistantResponse response = delete(mode);
    assertThat(response.message()).hasValue("Assistant deleted successfully");
    assertThat(response.alreadyGone()).isFalse();
    RecordedRequest request = received();
    assertThat(request.getMethod()).isEqualTo("DELETE");
    assertThat(request.getTarget()).isEqualTo("/api/assistants/asst_5tq8");
    assertThat(request.getBodySize()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void deleteNeedsNoAnswer(Mode mode) {
    answer(204, "");
    assertThat(delete(mode)).isEqualTo(DeleteAssistantResponse.builder().build());
  }

  @ParameterizedTest
  @EnumSource
  void a404AfterALostAttemptSaysThatTheAssistantIsGone(Mode mode) {
    server.enqueue(lost());
    answer(404, "{\"success\":false,\"error\":\"Assistant not found\"}");
    ApiResponse<?> response = mode.exchange(client(), Operation.DELETE.request);
    assertThat(((DeleteAssistantResponse) response.body()).alreadyGone()).isTrue();
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.attempts()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void a404IsNotFoundIfNothingWasDeletedBefore(Mode mode) {
    answer(404, "{\"success\":false,\"error\":\"Assistant not found\"}");
    failure(NotFoundException.class, Operation.DELETE, mode, client());
    answer(429, "{}", "Retry-After", "0");
    answer(404, "{\"success\":false,\"error\":\"Assistant not found\"}");
    failure(NotFoundException.class, Operation.DELETE, mode, client());
  }

  @ParameterizedTest
  @EnumSource
  void cloneNamesTheTargetAndReadsTheCopy(Mode mode) {
    answerFixture("clone/success");
    Assistant copy = (Assistant) Operation.CLONE.call(mode, client());
    assertThat(copy.id()).isEqualTo("asst_9x1");
    assertThat(copy.name()).hasValue("Front desk (Copy)");
    assertThat(receivedBody()).isEqualTo(Fixtures.read("clone/request"));
  }

  @ParameterizedTest
  @EnumSource
  void cloneWithoutTargetSendsNoBody(Mode mode) {
    answer(201, "{\"id\":\"asst_9x1\"}");
    assertThat(
            mode.exchange(client(), CloneAssistantRequest.builder().assistantId("a").build())
                .body()
                .id())
        .isEqualTo("asst_9x1");
    RecordedRequest request = received();
    assertThat(request.getBodySize()).isZero();
    assertThat(request.getHeaders().get("Content-Length")).isEqualTo("0");
    assertThat(request.getHeaders().get("Content-Type")).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void aLostCloneIsNotSentAgain(Mode mode) {
    server.enqueue(lost());
    TransportException e = failure(TransportException.class, Operation.CLONE, mode, client());
    assertThat(e.mayHaveTakenEffect()).isTrue();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void usageIsReadInTheNewerShape(Mode mode) {
    answerFixture("usage-stats/full");
    assertThat(Operation.USAGE_STATS.call(mode, client()))
        .isEqualTo(
            UsageStats.builder()
                .totalCalls(128)
                .totalMinutes(412.5)
                .avgDurationMinutes(3.4)
                .completedCallsWithDuration(121)
                .successRatePercent(87.6)
                .successEvaluatedCount(113)
                .timeline(
                    UsageTimeline.builder()
                        .today(4)
                        .last7Days(31)
                        .last30Days(97)
                        .last365Days(128)
                        .build())
                .dailySeries(
                    List.of(
                        DailyCalls.builder().date(LocalDate.of(2026, 8, 21)).count(4).build(),
                        DailyCalls.builder().date(LocalDate.of(2026, 8, 20)).count(0).build()))
                .build());
    assertThat(received().getTarget())
        .isEqualTo("/api/assistants/asst_5tq8/usage-stats?accountId=0b7f");
  }

  @Test
  void usageIsReadInTheOlderShape() {
    answerFixture("usage-stats/older");
    assertThat(usage())
        .isEqualTo(
            UsageStats.builder()
                .totalCalls(128)
                .totalMinutes(412.5)
                .lastCallAt(Instant.parse("2026-08-21T08:15:00Z"))
                .build());
  }

  @Test
  void oddStatisticsLoseNothing() {
    answerFixture("usage-stats/odd");
    UsageStats stats = usage();
    assertThat(stats.totalCalls()).hasValue(128L);
    assertThat(stats.totalMinutes()).isEmpty();
    assertThat(stats.dailySeries()).hasSize(2);
    assertThat(stats.dailySeries().get(0).count()).hasValue(4L);
    assertThat(stats.dailySeries().get(1).count()).isEmpty();
    assertThat(stats.additionalProperties())
        .containsOnlyKeys("successRatePercent", "dailySeries", "currency")
        .hasEntrySatisfying("dailySeries", all -> assertThat((List<?>) all).hasSize(4));
    assertThat(stats.timeline().orElseThrow().today()).hasValue(4L);
    assertThat(stats.timeline().orElseThrow().additionalProperties())
        .containsOnlyKeys("last7Days", "lastHour");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "{\"totalCalls\":"})
  void whatIsNoObjectCannotBeRead(String body) {
    answer(200, body);
    failure(DecodeException.class, Operation.USAGE_STATS, Mode.ASYNC, client());
  }

  @Test
  void theApisOwnWordsArrive() {
    answer(400, "{\"success\":false,\"error\":\"accountId is required\"}");
    assertThat(failure(BadRequestException.class, this::usage).errorText())
        .hasValue("accountId is required");
  }
}
