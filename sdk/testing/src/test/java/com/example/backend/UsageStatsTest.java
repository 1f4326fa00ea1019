package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TalkturoServerExtension.class)
class UsageStatsTest {
  private TalkturoServer server;
  private PlainClient client;
  private String assistant;

  @BeforeEach
  void connect(TalkturoServer server) {
    this.server = server;
    client = new PlainClient(server);
    assistant = server.addAssistant(Map.of("name", "Front desk"));
  }

  @Test
  void theNewerShapeIsBareAndHasNullsWithoutCalls() throws Exception {
    JsonNode stats = stats("?accountId=acct_1").json();

    assertThat(stats.fieldNames())
        .toIterable()
        .containsExactly(
            "totalCalls",
            "totalMinutes",
            "avgDurationMinutes",
            "completedCallsWithDuration",
            "successRatePercent",
            "successEvaluatedCount",
            "timeline",
            "dailySeries");
    assertThat(stats.path("totalCalls").intValue()).isZero();
    assertThat(stats.path("avgDurationMinutes").isNull()).isTrue();
    assertThat(stats.path("successRatePercent").isNull()).isTrue();
    assertThat(stats.path("dailySeries")).hasSize(30);
  }

  @Test
  void callsAreCountedByDayAndScored() throws Exception {
    Instant noon =
        LocalDate.now(ZoneOffset.UTC).atStartOfDay().plusHours(12).toInstant(ZoneOffset.UTC);
    server.usage().addCall(assistant, noon, Duration.ofSeconds(90), true);
    server.usage().addCall(assistant, noon, Duration.ofSeconds(45), true);
    server.usage().addCall(assistant, noon.minus(6, ChronoUnit.DAYS), null, false);
    server.usage().addCall(assistant, noon.minus(29, ChronoUnit.DAYS), null, null);
    server.usage().addCall(assistant, noon.minus(31, ChronoUnit.DAYS), Duration.ZERO, null);
    server.usage().addCall(assistant, noon.minus(400, ChronoUnit.DAYS), null, null);

    JsonNode stats = stats("?accountId=acct_1").json();

    assertThat(stats.path("totalCalls").intValue()).isEqualTo(6);
    assertThat(stats.path("totalMinutes").decimalValue()).isEqualByComparingTo("2.3");
    assertThat(stats.path("avgDurationMinutes").decimalValue()).isEqualByComparingTo("0.8");
    assertThat(stats.path("completedCallsWithDuration").intValue()).isEqualTo(3);
    assertThat(stats.path("successRatePercent").decimalValue()).isEqualByComparingTo("66.7");
    assertThat(stats.path("successEvaluatedCount").intValue()).isEqualTo(3);
    assertThat(stats.path("timeline"))
        .hasToString("{\"today\":2,\"last7Days\":3,\"last30Days\":4,\"last365Days\":5}");
    assertThat(stats.at("/dailySeries/0/count").intValue()).isEqualTo(2);
    assertThat(stats.at("/dailySeries/29/count").intValue()).isEqualTo(1);
    assertThat(LocalDate.parse(stats.at("/dailySeries/0/date").asText()))
        .isAfter(LocalDate.parse(stats.at("/dailySeries/1/date").asText()));
  }

  @Test
  void theAccountIsRequiredAndMustBeTheCallers() throws Exception {
    PlainClient.Reply missing = stats("");
    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.error()).isEqualTo("accountId is required in the query");
    assertThat(stats("?accountId=acct_99").status()).isEqualTo(403);
  }

  @Test
  void theOlderShapeHasAnEnvelopeAndAsksForNoAccount() throws Exception {
    server.usage().answerOlderShape(true);
    server
        .usage()
        .addCall(assistant, Instant.parse("2026-03-04T08:15:00Z"), Duration.ofMinutes(3), null);
    server.usage().addCall(assistant, Instant.parse("2026-03-02T08:15:00Z"), null, null);

    assertThat(stats("").body())
        .isEqualTo(
            "{\"success\":true,\"stats\":{\"total_calls\":2,"
                + "\"last_call_at\":\"2026-03-04T08:15:00.000Z\",\"total_minutes\":3}}");
  }

  @Test
  void anUnknownAssistantIsNotFound() throws Exception {
    PlainClient.Reply reply = client.get("/api/assistants/none/usage-stats?accountId=acct_1");

    assertThat(reply.status()).isEqualTo(404);
  }

  private PlainClient.Reply stats(String query) throws Exception {
    return client.get("/api/assistants/" + assistant + "/usage-stats" + query);
  }
}
