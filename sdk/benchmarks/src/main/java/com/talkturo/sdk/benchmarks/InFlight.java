package com.talkturo.sdk.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.LongAdder;

/**
 * Many calls under way at the same time, asynchronous or each on a virtual thread: each call that
 * ends starts the next, until the turn is over.
 */
public final class InFlight {
  /** Calls under way, and the milliseconds that the server takes for each. */
  private static final int[][] LOADS = {{64, 0}, {64, 50}, {250, 50}, {1000, 0}, {1000, 50}};

  private static final long TURN_NANOS = 600_000_000;

  private final Contender contender;
  private final Phaser underWay = new Phaser(1);
  private final LongAdder ended = new LongAdder();
  private volatile Throwable failed;
  private final long start = System.nanoTime();
  private final long stop = start + TURN_NANOS;

  private InFlight(Contender contender) {
    this.contender = contender;
  }

  /** Arguments: "async" or "virtual", URL, turns, contenders. */
  public static void main(String[] args) throws Exception {
    boolean virtual = args[0].equals("virtual");
    int turns = Integer.parseInt(args[2]);
    for (int[] load : LOADS) {
      int calls = load[0];
      int latency = load[1];
      List<String> names = new ArrayList<>(Arrays.asList(args).subList(3, args.length));
      Map<String, Contender> contenders = new LinkedHashMap<>();
      for (String name : names) {
        contenders.put(name, Contenders.of(name, args[1] + "/" + latency, calls));
      }
      String figure =
          calls + (virtual ? " virtual threads, " : " async, ") + latency + " ms, calls/s";
      for (int turn = -2; turn < turns; turn++) {
        Collections.shuffle(names);
        for (String name : names) {
          boolean counts = turn >= 0;
          Figures.unlessItFails(
              name,
              () -> {
                double rate = new InFlight(contenders.get(name)).turn(calls, virtual);
                if (counts) {
                  System.out.println(Figures.line(figure, name, rate));
                }
              });
        }
      }
      contenders.values().forEach(Contender::close);
    }
    System.exit(0);
  }

  private double turn(int calls, boolean virtual) throws Exception {
    ExecutorService threads = virtual ? virtualThreads() : null;
    for (int i = 0; i < calls; i++) {
      underWay.register();
      if (threads == null) {
        next();
      } else {
        threads.execute(this::callAfterCall);
      }
    }
    underWay.arriveAndAwaitAdvance();
    // To the end of the last call: a turn need not be a multiple of the latency.
    double rate = ended.sum() * 1e9 / (System.nanoTime() - start);
    if (threads != null) {
      threads.shutdown();
    }
    if (failed != null) {
      throw new IOException(failed);
    }
    return rate;
  }

  private void next() {
    contender
        .updateAsync()
        .whenComplete(
            (answer, failure) -> {
              ended.increment();
              if (failure != null) {
                failed = failure;
              }
              if (failure == null && System.nanoTime() < stop) {
                next();
              } else {
                underWay.arriveAndDeregister();
              }
            });
  }

  private void callAfterCall() {
    try {
      while (System.nanoTime() < stop) {
        contender.update();
        ended.increment();
      }
    } catch (Exception e) {
      failed = e;
    } finally {
      underWay.arriveAndDeregister();
    }
  }

  /** By name, because this is compiled for Java 17. */
  private static ExecutorService virtualThreads() throws Exception {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }
}
