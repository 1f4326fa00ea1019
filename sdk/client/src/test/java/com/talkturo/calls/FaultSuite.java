package com.talkturo.calls;

import com.talkturo.calls.FaultCase.Expected;
import com.talkturo.calls.FaultCase.On;
import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.errors.TransportException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes calls while something goes wrong, and compares how they end with the table. */
public final class FaultSuite {
  /** Nearly all of a call's time is waiting, for its next attempt or for its deadline. */
  private static final int CALLS_AT_A_TIME = 200;

  private static final int CALLS_WITH_ROOM = 32;

  /** What a busy machine may add to the time that a call takes; DeadlineTest is strict. */
  private static final long SLACK_MILLIS = 3_000;

  private FaultSuite() {}

  /**
   * Makes all these calls.
   *
   * @return what differs from the table; empty if nothing does
   */
  public static List<String> differences(List<? extends Call<?>> calls) throws Exception {
    List<Outcome> outcomes = new ArrayList<>(run(calls, CALLS_AT_A_TIME));
    List<Outcome> crowdedOut = outcomes.stream().filter(Outcome::mayHaveBeenCrowdedOut).toList();
    outcomes.removeAll(crowdedOut);
    outcomes.addAll(run(crowdedOut.stream().map(Outcome::of).toList(), CALLS_WITH_ROOM));
    if (Boolean.getBoolean("faults.table")) {
      print(outcomes);
    }
    return outcomes.stream().map(Outcome::difference).filter(d -> !d.isEmpty()).toList();
  }

  private static List<Outcome> run(List<? extends Call<?>> calls, int atATime) throws Exception {
    List<Outcome> outcomes = new ArrayList<>();
    ExecutorService callers = Executors.newFixedThreadPool(atATime);
    try {
      for (Future<Outcome> outcome : callers.invokeAll(calls)) {
        outcomes.add(outcome.get());
      }
    } finally {
      callers.shutdownNow();
    }
    return outcomes;
  }

  /** One call in one combination. */
  public record Call<C extends AutoCloseable>(
      FaultCase fault,
      ClientKind<C> kind,
      CalledOperation<C> operation,
      boolean pooled,
      boolean async,
      boolean users)
      implements Callable<Outcome> {

    /** Whether the fault can meet it. */
    public boolean isPossible() {
      boolean connects = pooled ? fault.on != On.FRESH : fault.on != On.POOLED;
      return connects && (users || !fault.usersClientOnly);
    }

    @Override
    public Outcome call() throws Exception {
      try (FaultBench<C> bench = new FaultBench<>(fault, operation, users, kind)) {
        RawServer server = bench.server;
        if (pooled) {
          warmUp(bench.client);
          if (fault.name.equals("closed while idle")) {
            server.hangUp();
            Waiting.until(() -> server.openConnections() == 0);
          }
          server.resetCounts();
        }
        AtomicInteger served = new AtomicInteger();
        server.script(
            c -> {
              if (fault.onlyOnce && served.getAndIncrement() > 0) {
                c.answer();
              } else {
                fault.script.serve(c);
              }
            });
        String outcome = "value";
        int attempts = fault.attempts(operation);
        long start = System.nanoTime();
        try {
          operation.call(bench.client, async);
        } catch (TransportException e) {
          String sent = e.requestSent() || !e.mayHaveTakenEffect() ? " sent" : " sent?";
          outcome = e.getClass().getSimpleName() + (e.mayHaveTakenEffect() ? sent : " unsent");
          attempts = e.attempts();
        } catch (TalkturoException e) {
          outcome = e.getClass().getSimpleName();
          attempts = e.attempts();
        } catch (RuntimeException e) {
          outcome = e.toString();
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        // The client may be done before the server has counted its last request.
        Waiting.holdsWithin(500, () -> server.requests() >= fault.expected(operation).requests());
        // What else is sent by POST, such as an update, makes nothing.
        int objects = operation.isAtMostOnce() ? server.objects() : 0;
        return new Outcome(this, server.requests(), objects, outcome, attempts, millis);
      }
    }

    /** Short timeouts of a row may be too short for a busy machine: not the row's subject. */
    private void warmUp(C client) {
      for (int i = 1; ; i++) {
        try {
          kind.read(client, async);
          return;
        } catch (TransportException e) {
          if (i == 50) {
            throw e;
          }
        }
      }
    }

    String describe() {
      return fault.name.trim()
          + (pooled ? ", pooled" : ", fresh")
          + (async ? ", async" : ", sync")
          + (users ? ", user's client" : ", own client");
    }
  }

  record Outcome(Call<?> of, int requests, int objects, String outcome, int attempts, long millis) {
    /** Too slow among so many calls: worth another look among few, unless it did damage. */
    boolean mayHaveBeenCrowdedOut() {
      return !difference().isEmpty() && objects <= of.fault.expected(of.operation).objects();
    }

    /** What differs from the table; empty if nothing does. */
    String difference() {
      Expected expected = of.fault.expected(of.operation);
      boolean sameCounts =
          expected.equals(new Expected(requests, objects, outcome))
              && attempts == of.fault.attempts(of.operation);
      long min = of.fault.minMillis(of.operation);
      long max = of.fault.maxMillis(of.operation);
      boolean inTime = millis >= min && millis <= max + SLACK_MILLIS;
      return sameCounts && inTime
          ? ""
          : String.format(
              "%s %s: %s, but %d requests, %d objects, %s, %d attempts in %d ms (allowed %d..%d)",
              of.operation.name(),
              of.describe(),
              expected,
              requests,
              objects,
              outcome,
              attempts,
              millis,
              min,
              max);
    }
  }

  /** One line for all combinations of a fault and an operation: they must not differ. */
  private static void print(List<Outcome> outcomes) {
    Map<String, List<Outcome>> lines = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      lines
          .computeIfAbsent(
              String.format(
                  "%-48.48s %-7s %8d %8d  %-27s",
                  outcome.of.fault.name.trim(),
                  outcome.of.operation.name(),
                  outcome.requests,
                  outcome.objects,
                  outcome.outcome),
              line -> new ArrayList<>())
          .add(outcome);
    }
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            "%n%-48s %-7s %8s %8s  %-27s %5s %12s%n",
            "fault", "call", "requests", "objects", "outcome", "calls", "ms"));
    lines.forEach(
        (line, same) -> {
          long min = same.stream().mapToLong(Outcome::millis).min().orElse(0);
          long max = same.stream().mapToLong(Outcome::millis).max().orElse(0);
          table.append(String.format("%s %5d %12s%n", line, same.size(), min + ".." + max));
        });
    System.out.println(table.append(outcomes.size()).append(" calls"));
  }
}
