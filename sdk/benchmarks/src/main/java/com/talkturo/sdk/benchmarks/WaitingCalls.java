package com.talkturo.sdk.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The heap that a thousand asynchronous calls hold while they wait for the server. */
public final class WaitingCalls {
  private static final int CALLS = 1000;
  private static final int LATENCY_MILLIS = 7000;

  private WaitingCalls() {}

  /** Arguments: URL, contender. */
  public static void main(String[] args) throws Exception {
    try (Contender warm = Contenders.of(args[1], args[0] + "/0", CALLS);
        Contender contender = Contenders.of(args[1], args[0] + "/" + LATENCY_MILLIS, CALLS)) {
      for (int i = 0; i < 200; i++) {
        warm.updateAsync().join();
      }
      long before = usedBytes();
      List<CompletableFuture<?>> waiting = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        waiting.add(contender.updateAsync());
      }
      Thread.sleep(LATENCY_MILLIS / 3);
      long held = usedBytes() - before;
      for (CompletableFuture<?> call : waiting) {
        if (call.isDone()) {
          throw new IllegalStateException("the machine is too slow for this measurement");
        }
      }
      System.out.println(
          Figures.line("1000 async waiting, heap bytes per call", args[1], held / (double) CALLS));
      for (CompletableFuture<?> call : waiting) {
        call.join();
      }
    }
    System.exit(0);
  }

  private static long usedBytes() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(50);
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
