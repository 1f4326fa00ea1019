package com.talkturo.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs checks at the same time: most of what they take is waiting before another attempt. */
public final class AtOnce {
  private AtOnce() {}

  /** What is to hold for an operation, called in either way. */
  public interface Check {
    void run(Operation operation, boolean async) throws Exception;
  }

  /** Runs the check for every operation, synchronous and asynchronous. */
  public static void forEachOperation(Check check) throws InterruptedException {
    forEachOperation(Map.of("", check));
  }

  /** Runs all of the checks, by their names, for every operation. */
  public static void forEachOperation(Map<?, Check> byName) throws InterruptedException {
    List<String> names = new ArrayList<>();
    List<Callable<Void>> checks = new ArrayList<>();
    byName.forEach(
        (name, check) -> {
          for (Operation operation : Operation.values()) {
            for (boolean async : new boolean[] {false, true}) {
              names.add(name + " " + operation + (async ? ", async" : ", sync"));
              checks.add(
                  () -> {
                    check.run(operation, async);
                    return null;
                  });
            }
          }
        });
    run(names, checks);
  }

  private static void run(List<String> names, List<Callable<Void>> checks)
      throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(checks.size());
    try {
      List<Future<Void>> runs = threads.invokeAll(checks);
      AssertionError failure = null;
      for (int i = 0; i < runs.size(); i++) {
        try {
          runs.get(i).get();
        } catch (ExecutionException e) {
          AssertionError one = new AssertionError(names.get(i) + ": " + e.getCause(), e.getCause());
          if (failure == null) {
            failure = one;
          } else {
            failure.addSuppressed(one);
          }
        }
      }
      if (failure != null) {
        throw failure;
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
