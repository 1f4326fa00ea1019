package com.talkturo.acceptance.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.testing.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the vendors' servers can be told to do wrong, and what is promised then of each operation.
 */
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
    Map<String, Row> table = new java.util.LinkedHashMap<>();
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

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource
  void everyOperationKeepsItsPromise(Vendor vendor) throws Exception {
    List<Callable<List<String>>> rows = new ArrayList<>();
    table().forEach((name, row) -> rows.add(() -> differences(vendor, name, row)));
    ExecutorService callers = Executors.newFixedThreadPool(rows.size());
    try {
      for (Future<List<String>> differences : callers.invokeAll(rows)) {
        assertThat(differences.get()).isEmpty();
      }
    } finally {
      callers.shutdownNow();
    }
  }

  private static List<String> differences(Vendor vendor, String name, Row row) {
    List<String> wrong = new ArrayList<>();
    try (Vendor.Session session = vendor.open()) {
      String id = session.add(Map.of("name", "Desk"));
      session.respondAlways(row.fault().get());
      compare(
          name + ", create",
          row.createAttempts() + " " + row.thrown(),
          run(session, () -> session.create("New")),
          wrong);
      long created = session.stored().stream().filter(a -> "New".equals(a.get("name"))).count();
      compare(name + ", created", String.valueOf(row.created()), String.valueOf(created), wrong);
      String others = row.attempts() + " " + row.thrown();
      compare(name + ", get", others, run(session, () -> session.get(id)), wrong);
      compare(name + ", list", others, run(session, session::list), wrong);
      compare(name + ", update", others, run(session, () -> session.update(id, "Other")), wrong);
    }
    return wrong;
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

  private static void compare(String what, String expected, String actual, List<String> wrong) {
    if (!expected.equals(actual)) {
      wrong.add(what + ": expected " + expected + " but was " + actual);
    }
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
