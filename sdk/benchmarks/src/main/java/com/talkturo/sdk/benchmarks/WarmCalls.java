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
import java.util.concurrent.atomic.LongAdder;

/**
 * Calls of a warm JVM, one after the other on one thread and on eight. The contenders take turns of
 * a few hundred milliseconds in one JVM, so that whatever else the machine does meets all of them.
 */
public final class WarmCalls {
  private static final int THREADS = 8;
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
    List<String> names = new ArrayList<>(Arrays.asList(args).subList(4, args.length));
    WarmCalls calls = new WarmCalls(args[0], names, Long.parseLong(args[3]));
    for (int turn = -warmUp; turn < turns; turn++) {
      // Nobody always follows the same one.
      Collections.rotate(names, 1);
      for (String name : names) {
        calls.oneThread(name, turn >= 0);
      }
      for (String name : names) {
        calls.manyThreads(name, turn >= 0);
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
                  e.printStackTrace();
                  System.exit(1);
                }
              });
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
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
