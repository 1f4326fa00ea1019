package com.talkturo.examples;

import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.assistants.AssistantsClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Changes 200 assistants at the same time and shows how far it is. The SDK sends 64 at once ({@code
 * maxConcurrency}) and keeps the others waiting, without a thread for each.
 */
public final class AsyncFanOut {
  private AsyncFanOut() {}

  /**
   * Takes how many assistants; 200 by default, on your account 5, because each is created first.
   */
  public static void main(String[] args) {
    try (Playground playground = Playground.open()) {
      AssistantsClient assistants = playground.client().assistants();
      int defaultCount = playground.server().isPresent() ? 200 : 5;
      int count = args.length > 0 ? Integer.parseInt(args[0]) : defaultCount;

      List<CompletableFuture<Assistant>> creations =
          IntStream.rangeClosed(1, count)
              .mapToObj(
                  i ->
                      assistants
                          .createAsync(r -> r.name("Campaign " + i))
                          .thenApply(playground::temporary))
              .toList();
      // All are over before the first failure is thrown: none is made after the clean-up.
      CompletableFuture.allOf(creations.toArray(CompletableFuture[]::new)).join();
      List<Assistant> created = creations.stream().map(CompletableFuture::join).toList();

      AtomicInteger finished = new AtomicInteger();
      Map<String, Throwable> failures = new ConcurrentHashMap<>();
      CompletableFuture<?>[] updates =
          created.stream()
              .map(
                  assistant ->
                      assistants
                          .updateAsync(assistant.id(), r -> r.temperature(0.4))
                          .handle(
                              (updated, failure) -> {
                                // handle() gets the SDK's exception itself; join() would wrap it.
                                if (failure != null) {
                                  failures.put(assistant.id(), failure);
                                }
                                showProgress(finished.incrementAndGet(), count);
                                return updated;
                              }))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(updates).join();

      System.out.println(count - failures.size() + " of " + count + " assistants updated.");
      failures.forEach((id, e) -> System.out.println(id + ": " + e));
    }
  }

  private static void showProgress(int finished, int count) {
    int step = Math.max(1, count / 5);
    if (finished % step == 0) {
      System.out.println("finished " + finished + " of " + count);
    }
  }
}
