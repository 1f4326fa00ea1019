package com.talkturo.acceptance.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.testing.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is promised of each fault holds for every operation of both vendors. */
class FaultTableTest {
  /**
   * One fault, which meets every attempt.
   *
   * @param createAttempts how often a create is sent
   * @param created how many assistants there are afterwards
   * @param attempts how often any other operation is sent
   * @param thrown what the caller gets; empty for a value
   */
  private record Row(
      Supplier<Fault> fault, int createAttempts, int created, int attempts, String thrown) {}

  private static Map<String, Row> table() {
    Map<String, Row> table = new LinkedHashMap<>();
    Duration now = Duration.ZERO;
    table.put("500", new Row(() -> Fault.status(500), 1, 0, 3, "ServerException"));
    table.put(
        "500 after processing",
        new Row(() -> Fault.status(500).afterProcessing(), 1, 1, 3, "ServerException"));
    table.put("502 of a proxy", new Row(() -> Fault.htmlError(502), 1, 0, 3, "ServerException"));
    table.put("503", new Row(Fault::unavailable, 1, 0, 3, "ServerException"));
    table.put("503 Retry-After", new Row(() -> Fault.unavailable(now), 3, 0, 3, "ServerException"));
    table.put("429", new Row(Fault::rateLimited, 3, 0, 3, "RateLimitException"));
    table.put(
        "429 Retry-After", new Row(() -> Fault.rateLimited(now), 3, 0, 3, "RateLimitException"));
    table.put("401", new Row(() -> Fault.status(401), 1, 0, 1, "AuthenticationException"));
    table.put("402", new Row(() -> Fault.status(402), 1, 0, 1, "InsufficientCreditsException"));
    table.put("409", new Row(() -> Fault.status(409), 1, 0, 1, "ConflictException"));
    table.put("422", new Row(() -> Fault.status(422), 1, 0, 1, "UnprocessableEntityException"));
    table.put(
        "reset before processing",
        new Row(Fault::resetBeforeProcessing, 1, 0, 3, "TransportException"));
    table.put(
        "reset after processing",
        new Row(Fault::resetAfterProcessing, 1, 1, 3, "TransportException"));
    table.put(
        "reset during the body", new Row(Fault::resetDuringBody, 1, 1, 3, "TransportException"));
    table.put("stall", new Row(Fault::stall, 1, 0, 3, "TimeoutException"));
    table.put("cut JSON", new Row(Fault::truncatedJson, 1, 1, 1, "DecodeException"));
    table.put("no JSON", new Row(Fault::invalidJson, 1, 1, 1, "DecodeException"));
    table.put("empty body", new Row(Fault::emptyBody, 1, 1, 1, "DecodeException"));
    table.put("delay", new Row(() -> Fault.delay(Duration.ofMillis(50)), 1, 1, 1, ""));
    return table;
  }

  @ParameterizedTest
  @EnumSource
  void everyOperationKeepsItsPromise(Vendor vendor) throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    List<Callable<String>> checks = new ArrayList<>();
    table().forEach((name, row) -> addChecks(vendor, name, row, checks));
    List<String> wrong = new ArrayList<>();
    try {
      for (Future<String> check : threads.invokeAll(checks)) {
        wrong.add(check.get());
      }
    } finally {
      threads.shutdownNow();
    }
    wrong.removeIf(String::isEmpty);
    assertThat(wrong).isEmpty();
  }

  /** Each on a server of its own: most of their time they wait for the next attempt. */
  private static void addChecks(
      Vendor vendor, String name, Row row, List<Callable<String>> checks) {
    checks.add(() -> checkCreate(vendor, name, row));
    Map<String, BiConsumer<Vendor.Session, String>> others =
        Map.of(
            "get", Vendor.Session::get,
            "list", (session, id) -> session.list(),
            "update", (session, id) -> session.update(id, "Other"));
    others.forEach(
        (operation, call) ->
            checks.add(
                () -> {
                  try (Vendor.Session session = vendor.open()) {
                    String id = session.add(Map.of("name", "Desk"));
                    session.respondAlways(row.fault().get());
                    return difference(
                        name + ", " + operation,
                        row.attempts() + " " + row.thrown(),
                        run(session, () -> call.accept(session, id)));
                  }
                }));
  }

  private static String checkCreate(Vendor vendor, String name, Row row) {
    try (Vendor.Session session = vendor.open()) {
      session.respondAlways(row.fault().get());
      String sent = run(session, () -> session.create("New"));
      return difference(
          name + ", create",
          row.createAttempts() + " " + row.thrown() + ", created " + row.created(),
          sent + ", created " + session.stored().size());
    }
  }

  private static String run(Vendor.Session session, Runnable operation) {
    session.clearRequests();
    String thrown = "";
    try {
      operation.run();
    } catch (TalkturoException e) {
      thrown = e.getClass().getSimpleName();
    }
    return session.requests().size() + " " + thrown;
  }

  private static String difference(String what, String expected, String actual) {
    return expected.equals(actual) ? "" : what + ": expected " + expected + " but was " + actual;
  }

  @ParameterizedTest
  @EnumSource
  void aDeleteWhoseAnswerWasLostSucceeds(Vendor vendor) {
    try (Vendor.Session session = vendor.open()) {
      String id = session.add(Map.of("name", "Desk"));
      session.enqueue(Fault.resetAfterProcessing());

      session.delete(id);

      assertThat(session.stored()).isEmpty();
      assertThat(session.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRateLimitIsWaitedFor(Vendor vendor) {
    try (Vendor.Session session = vendor.open()) {
      session.enqueue(Fault.rateLimited(Duration.ofSeconds(1)));
      long start = System.nanoTime();

      session.create("Desk");

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
      assertThat(session.stored()).hasSize(1);
    }
  }
}
