package com.talkturo.sdk.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/**
 * Calls of a warm JVM, one after the other on one thread and on eight. The contenders take turns of
 * a few hundred milliseconds in one JVM, so that whatever else the machine does meets all of them.
 */
public final class WarmCalls {
  private static final int THREADS = 8;
  private static final List<String> CLOSE =
      List.of(Contenders.BASELINE, Contenders.SDK, Contenders.STREAMING);
  private static final int MAX_CALLS_PER_TURN = 200_000;

  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Map<String, Contender> contenders = new TreeMap<>();
  private final long turnNanos;

  private WarmCalls(String url, List<String> names, long turnMillis) {
    this.turnNanos = turnMillis * 1_000_000;
    for (String name : names) {
      contenders.put(name, Contenders.of(name, url, 64));
    }
  }

  /** Arguments: URL, turns to warm up, turns to measure, milliseconds of a turn, contenders. */
  public static void main(String[] args) throws Exception {
    int warmUp = Integer.parseInt(args[1]);
    int turns = Integer.parseInt(args[2]);
    List<String> all = Arrays.asList(args).subList(4, args.length);
    WarmCalls calls = new WarmCalls(args[0], all, Long.parseLong(args[3]));
    for (int turn = -warmUp; turn < turns; turn++) {
      boolean counts = turn >= 0;
      List<String> names = new ArrayList<>(all);
      if (turn % (counts ? 4 : 2) != 0) {
        names.retainAll(CLOSE); // Small differences take many turns close to each other.
      }
      // Nobody always follows the same one.
      Collections.shuffle(names);
      for (String name : names) {
        Figures.unlessItFails(name, () -> calls.oneThread(name, counts));
      }
      for (String name : names) {
        Figures.unlessItFails(name, () -> calls.manyThreads(name, counts));
      }
    }
    System.exit(0);
  }

  private void oneThread(String name, boolean counts) throws Exception {
    Contender contender = contenders.get(name);
    long[] nanos = new long[MAX_CALLS_PER_TURN];
    int calls = 0;
    long allocated = THREAD.getThreadAllocatedBytes(Thread.currentThread().getId());
    long cpu = THREAD.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    long now = start;
    while (now - start < turnNanos && calls < nanos.length) {
      contender.update();
      long end = System.nanoTime();
      nanos[calls++] = end - now;
      now = end;
    }
    cpu = THREAD.getCurrentThreadCpuTime() - cpu;
    allocated = THREAD.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated;
    if (counts) {
      Arrays.sort(nanos, 0, calls);
      print("warm call, bytes on the caller", name, (double) allocated / calls);
      print("warm call, CPU of the caller, us", name, cpu / 1e3 / calls);
      print("warm call, median, us", name, nanos[calls / 2] / 1e3);
      print("warm call, p99, us", name, nanos[(int) (calls * 0.99)] / 1e3);
      print("1 thread, calls/s", name, calls * 1e9 / (now - start));
    }
  }

  private void manyThreads(String name, boolean counts) throws Exception {
    Contender contender = contenders.get(name);
    LongAdder calls = new LongAdder();
    AtomicReference<Exception> failure = new AtomicReference<>();
    long cpu = PROCESS.getProcessCpuTime();
    long start = System.nanoTime();
    Thread[] threads = new Thread[THREADS];
    for (int i = 0; i < THREADS; i++) {
      threads[i] =
          new Thread(
              () -> {
                try {
                  while (System.nanoTime() - start < turnNanos) {
                    contender.update();
                    calls.increment();
                  }
                } catch (Exception e) {
                  failure.set(e);
                }
              });
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (failure.get() != null) {
      throw failure.get();
    }
    if (counts) {
      print("8 threads, calls/s", name, calls.sum() * 1e9 / (System.nanoTime() - start));
      print(
          "8 threads, CPU of the process, us per call",
          name,
          (PROCESS.getProcessCpuTime() - cpu) / 1e3 / calls.sum());
    }
  }

  private static void print(String figure, String contender, double value) {
    System.out.println(Figures.line(figure, contender, value));
  }
}
