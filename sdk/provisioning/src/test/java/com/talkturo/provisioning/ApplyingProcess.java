package com.talkturo.provisioning;

import com.talkturo.sdk.TalkturoClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A process of a backend: applies all keys, in an order of its own, from many threads. */
final class ApplyingProcess {
  private ApplyingProcess() {}

  static String key(int i) {
    return "customer-" + i;
  }

  static AssistantSpec spec(int i) {
    return AssistantSpec.builder().name("Desk of " + key(i)).temperature(0.25).build();
  }

  /**
   * Base URL, API key, account, database, number of keys, number of threads, seed, and the step to
   * halt at.
   */
  public static void main(String[] args) throws Exception {
    int keys = Integer.parseInt(args[4]);
    int threads = Integer.parseInt(args[5]);
    Random random = new Random(Long.parseLong(args[6]));
    int haltAt = Integer.parseInt(args[7]);
    AtomicInteger steps = new AtomicInteger();
    try (TalkturoClient talkturo =
        TalkturoClient.builder()
            .baseUrl(args[0])
            .apiKey(args[1])
            .accountSlug(args[2])
            .maxRetries(1)
            .build()) {
      Provisioner provisioner =
          Provisioner.builder(talkturo)
              .store(CrashingProcess.store(args[3]))
              .leaseDuration(Duration.ofSeconds(3))
              .callTimeout(Duration.ofSeconds(2))
              .probe(
                  (step, key) -> {
                    if (steps.incrementAndGet() == haltAt) {
                      Runtime.getRuntime().halt(CrashingProcess.HALTED);
                    }
                  })
              .options(options -> options.timeout(Duration.ofSeconds(20)))
              .build();
      ExecutorService pool = Executors.newFixedThreadPool(threads);
      List<Callable<Void>> work = new ArrayList<>();
      for (int round = 0; round < 2; round++) {
        for (int i = 0; i < keys; i++) {
          int key = i;
          work.add(
              () -> {
                try {
                  provisioner.apply(key(key), spec(key));
                } catch (ProvisioningException e) {
                  System.out.println(e.getMessage());
                }
                return null;
              });
        }
      }
      Collections.shuffle(work, random);
      pool.invokeAll(work);
      pool.shutdown();
    }
  }
}
