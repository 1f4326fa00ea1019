package com.talkturo.examples;

import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.testing.Fault;
import java.util.Map;

/**
 * A typed call of an operation that the SDK does not model yet. It has the same key, retries,
 * deadline and exceptions as all others.
 */
public final class UnmodelledEndpoint {
  private UnmodelledEndpoint() {}

  /** The part of the answer that this program needs; other members are ignored. */
  public record UsageStats(int totalCalls, double totalMinutes) {}

  public static void main(String[] args) {
    try (Playground playground = Playground.open()) {
      Assistant assistant =
          playground.temporary(playground.client().assistants().create(r -> r.name("Front desk")));
      // The embedded server knows the modelled operations only; this stands in for the other.
      playground
          .server()
          .ifPresent(
              s ->
                  s.enqueue(
                      Fault.status(200)
                          .json(
                              Map.of("totalCalls", 12, "totalMinutes", 34.5, "timeline", Map.of()))
                          .on("GET", "/api/assistants/{assistantId}/usage-stats")));

      ApiRequest<UsageStats> request =
          ApiRequest.builder("GET", "/api/assistants/{assistantId}/usage-stats")
              .path("assistantId", assistant.id())
              .query("accountId", assistant.accountId().orElseThrow())
              .returning(UsageStats.class);
      UsageStats stats = playground.client().exchange(request).body();

      System.out.println(
          assistant.id() + ": " + stats.totalCalls() + " calls, " + stats.totalMinutes() + " min");
    }
  }
}
