package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The phone calls that the usage statistics of a server's assistants are made of. */
public final class ServerUsage {
  /** Assistant to its calls. */
  private static final String CALLS = "calls";

  private static final int DAYS_OF_SERIES = 30;
  private static final long MILLIS_PER_MINUTE = 60_000;

  private final Store store;
  private final Accounts accounts;
  private boolean older;

  ServerUsage(Store store, Accounts accounts) {
    this.store = store;
    this.accounts = accounts;
  }

  /**
   * Adds a call.
   *
   * @param duration null for one that has no end
   * @param successful null for one that could not be scored
   */
  public void addCall(
      String assistantId,
      Instant startedAt,
      @Nullable Duration duration,
      @Nullable Boolean successful) {
    Objects.requireNonNull(assistantId, "assistantId");
    String start = Timestamps.of(startedAt);
    store.atomically(
        () -> {
          ObjectNode calls = store.change(CALLS, assistantId);
          ArrayNode ofAssistant = (ArrayNode) calls.get(assistantId);
          if (ofAssistant == null) {
            ofAssistant = calls.putArray(assistantId);
          }
          ofAssistant
              .addObject()
              .put("start", start)
              .put("millis", duration == null ? null : duration.toMillis())
              .put("successful", successful);
        });
  }

  /**
   * Answers in the older shape, {@code {"success": true, "stats": {"total_calls", "total_minutes",
   * "last_call_at"}}}, and does not ask for {@code accountId}. The default is the newer one, bare
   * and camelCase.
   */
  public void answerOlderShape(boolean older) {
    store.atomically(() -> this.older = older);
  }

  void reset() {
    older = false;
  }

  // Operations

  Answer get(Incoming incoming, String assistantId) {
    String accountId = older ? incoming.query("accountId") : incoming.requiredQuery("accountId");
    accounts.accountWithId(incoming.caller(), accountId);
    JsonNode calls = store.read(CALLS).path(assistantId);
    return Answer.json(200, older ? olderShape(calls) : newerShape(calls));
  }

  private static ObjectNode olderShape(JsonNode calls) {
    ObjectNode answer = Json.object().put("success", true);
    String last = null;
    for (JsonNode call : calls) {
      String start = call.path("start").asText();
      last = last == null || start.compareTo(last) > 0 ? start : last;
    }
    answer
        .putObject("stats")
        .put("total_calls", calls.size())
        .put("last_call_at", last)
        .set("total_minutes", Json.decimal(minutes(totalMillis(calls))));
    return answer;
  }

  private static ObjectNode newerShape(JsonNode calls) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    int withDuration = 0;
    int scored = 0;
    int successful = 0;
    int[] daily = new int[366];
    for (JsonNode call : calls) {
      withDuration += call.hasNonNull("millis") ? 1 : 0;
      scored += call.hasNonNull("successful") ? 1 : 0;
      successful += call.path("successful").asBoolean() ? 1 : 0;
      LocalDate day =
          Instant.parse(call.path("start").asText()).atZone(ZoneOffset.UTC).toLocalDate();
      long age = ChronoUnit.DAYS.between(day, today);
      if (age >= 0 && age < daily.length) {
        daily[(int) age]++;
      }
    }
    long millis = totalMillis(calls);
    ObjectNode stats = Json.object();
    stats.put("totalCalls", calls.size());
    stats.set("totalMinutes", Json.decimal(minutes(millis)));
    stats.set(
        "avgDurationMinutes",
        withDuration == 0 ? stats.nullNode() : Json.decimal(minutes(millis / withDuration)));
    stats.put("completedCallsWithDuration", withDuration);
    stats.set(
        "successRatePercent",
        scored == 0 ? stats.nullNode() : Json.decimal(oneDecimal(100L * successful, scored)));
    stats.put("successEvaluatedCount", scored);
    stats
        .putObject("timeline")
        .put("today", sum(daily, 1))
        .put("last7Days", sum(daily, 7))
        .put("last30Days", sum(daily, 30))
        .put("last365Days", sum(daily, 365));
    ArrayNode series = stats.putArray("dailySeries");
    for (int age = 0; age < DAYS_OF_SERIES; age++) {
      series.addObject().put("date", today.minusDays(age).toString()).put("count", daily[age]);
    }
    return stats;
  }

  private static long totalMillis(JsonNode calls) {
    long millis = 0;
    for (JsonNode call : calls) {
      millis += call.path("millis").asLong();
    }
    return millis;
  }

  private static BigDecimal minutes(long millis) {
    return oneDecimal(millis, MILLIS_PER_MINUTE);
  }

  private static BigDecimal oneDecimal(long dividend, long divisor) {
    return BigDecimal.valueOf(dividend)
        .divide(BigDecimal.valueOf(divisor), 1, RoundingMode.HALF_UP);
  }

  private static int sum(int[] daily, int days) {
    int sum = 0;
    for (int age = 0; age < days; age++) {
      sum += daily[age];
    }
    return sum;
  }
}
