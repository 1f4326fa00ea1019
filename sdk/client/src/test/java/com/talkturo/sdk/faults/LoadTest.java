package com.talkturo.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.calls.Answers;
import com.talkturo.calls.Operation;
import com.talkturo.calls.RawServer;
import com.talkturo.calls.RawServer.Connection;
import com.talkturo.calls.Waiting;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.TalkturoException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;

/**
 * Many calls at a time against a server that fails in every way: every call is accounted for, and
 * nothing is left behind. {@code -Dload.calls} sets the number, {@code -Dload.seconds} a time
 * instead; the Maven profile {@code soak} runs 100 000.
 */
class LoadTest {
  private static final int CALLS = Integer.getInteger("load.calls", 5_000);
  private static final int SECONDS = Integer.getInteger("load.seconds", 0);
  private static final int THREADS = 32;
  private static final long SEED = 20250101L;
  private static final int MAX_EXTRA_DESCRIPTORS = 16;
  private static final long MAX_EXTRA_HEAP = 24L * 1024 * 1024;

  /** How the calls ended. */
  private static final class Ledger {
    final AtomicInteger calls = new AtomicInteger();
    final AtomicInteger answers = new AtomicInteger();
    final AtomicInteger failures = new AtomicInteger();
    final AtomicInteger created = new AtomicInteger();
    final AtomicInteger maybeCreated = new AtomicInteger();

    void call(TalkturoClient client, Operation operation, boolean async) {
      calls.incrementAndGet();
      boolean creates = operation.isAtMostOnce();
      try {
        operation.call(client, async);
        answers.incrementAndGet();
        created.addAndGet(creates ? 1 : 0);
      } catch (TalkturoException e) {
        failures.incrementAndGet();
        maybeCreated.addAndGet(creates && e.mayHaveTakenEffect() ? 1 : 0);
      }
    }
  }

  /** Mostly right, and wrong in one way or another now and then. */
  private static RawServer.Script moody(Random random) {
    return c -> {
      int mood;
      synchronized (random) {
        mood = random.nextInt(100);
      }
      misbehave(c, mood);
    };
  }

  private static void misbehave(Connection c, int mood) throws IOException, InterruptedException {
    switch (mood) {
      case 0:
        c.reset();
        break;
      case 1:
        c.end();
        break;
      case 2:
        c.process();
        c.reset();
        break;
      case 3:
        c.process();
        c.write(Answers.ok().substring(0, 130));
        c.end();
        break;
      case 4:
        c.process();
        c.write(Answers.failure(500, ""));
        break;
      case 5:
        c.read();
        c.write(Answers.failure(503, "Retry-After: 0\r\n"));
        break;
      case 6:
        c.read();
        c.write(Answers.failure(429, "Retry-After: 0\r\n"));
        break;
      case 7:
        c.process();
        c.write(Answers.status(200, "OK", "", "{\"assistant\":{"));
        break;
      case 8:
        c.process();
        c.write(Answers.status(500, "Failure", "", "x".repeat(200_000)));
        break;
      case 9:
        c.process();
        c.write(Answers.chunked(Answers.ASSISTANT, true));
        break;
      case 10:
        c.read();
        c.write(Answers.failure(302, "Location: http://127.0.0.1:1/\r\n"));
        break;
      case 11:
        c.process();
        c.write(Answers.status(200, "OK", "", " ".repeat(300_000)));
        break;
      default:
        c.answer();
    }
  }

  private static TalkturoClient client(RawServer server, OkHttpClient users) {
    return TalkturoClient.builder()
        .apiKey("key_load")
        .accountSlug("team")
        .baseUrl(server.url())
        .timeout(Duration.ofSeconds(30))
        .maxResponseBytes(250_000)
        .okHttpClient(users)
        .build();
  }

  /** Calls by all threads, until so many were made or the time is over. */
  private static void load(
      ExecutorService threads,
      TalkturoClient client,
      Ledger ledger,
      int workers,
      int calls,
      int seconds)
      throws Exception {
    // Waiting for backoffs would be most of the time; FaultSuiteTest and RetryBudgetTest have them.
    TalkturoClient once = client.withOptions(o -> o.maxRetries(0));
    AtomicInteger next = new AtomicInteger();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      running.add(
          threads.submit(
              () -> {
                for (int n = next.getAndIncrement();
                    seconds > 0 ? System.nanoTime() < end : n < calls;
                    n = next.getAndIncrement()) {
                  Operation operation = Operation.values()[n % Operation.values().length];
                  ledger.call(n % 50 < 2 ? client : once, operation, n / 4 % 2 == 0);
                }
              }));
    }
    for (Future<?> one : running) {
      one.get();
    }
  }

  private static long openDescriptors() {
    String[] open = new File("/proc/self/fd").list();
    return open == null ? 0 : open.length;
  }

  private static long sdkThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("talkturo-") || name.startsWith("OkHttp http"))
        .count();
  }

  private static long usedHeap() {
    Runtime runtime = Runtime.getRuntime();
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
    }
    return used;
  }

  private static void assertAccountedFor(Ledger ledger, RawServer server) {
    assertThat(ledger.answers.get() + ledger.failures.get()).isEqualTo(ledger.calls.get());
    assertThat(ledger.failures).as("failures").hasPositiveValue();
    assertThat(server.objects())
        .as("assistants on the server")
        .isBetween(ledger.created.get(), ledger.created.get() + ledger.maybeCreated.get());
  }

  @Test
  void nothingIsLostDoubledOrLeaked() throws Exception {
    long ofOtherTests = sdkThreads();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    ConnectionPool pool = new ConnectionPool(THREADS, 1, TimeUnit.MINUTES);
    OkHttpClient users = new OkHttpClient.Builder().connectionPool(pool).build();
    try (RawServer server = new RawServer()) {
      server.script(moody(new Random(SEED)));
      Ledger ledger = new Ledger();
      long descriptors;
      try (TalkturoClient warmUp = client(server, users)) {
        load(threads, warmUp, ledger, THREADS, Math.min(CALLS, 2_000), 0);
        pool.evictAll();
        Waiting.until(() -> server.openConnections() == 0);
        descriptors = openDescriptors();
      }
      long heap = usedHeap();
      long start = System.nanoTime();
      try (TalkturoClient client = client(server, users)) {
        load(threads, client, ledger, THREADS, CALLS, SECONDS);
        Waiting.until(() -> pool.connectionCount() == pool.idleConnectionCount());
        assertThat(pool.connectionCount()).isLessThanOrEqualTo(2 * THREADS);
      }
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      assertAccountedFor(ledger, server);
      pool.evictAll();
      Waiting.until(() -> server.openConnections() == 0);
      Waiting.until(() -> openDescriptors() <= descriptors + MAX_EXTRA_DESCRIPTORS);
      Waiting.until(() -> sdkThreads() <= ofOtherTests);
      long grown = usedHeap() - heap;
      System.out.printf(
          "load: %d calls, %d answers, %d failures; %d assistants, %d creates told so, %d unsure;"
              + " %d ms; heap %+d KiB, descriptors %+d%n",
          ledger.calls.get(),
          ledger.answers.get(),
          ledger.failures.get(),
          server.objects(),
          ledger.created.get(),
          ledger.maybeCreated.get(),
          millis,
          grown / 1024,
          openDescriptors() - descriptors);
      assertThat(grown).as("bytes that the heap has grown").isLessThan(MAX_EXTRA_HEAP);
    } finally {
      threads.shutdownNow();
    }
  }

  private static ExecutorService virtualThreads() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }

  private static List<String> pinnedBySdk(Recording recording) throws IOException {
    Path file = Files.createTempFile("pinned", ".jfr");
    try {
      recording.dump(file);
      return RecordingFile.readAllEvents(file).stream()
          .map(RecordedEvent::toString)
          .filter(event -> event.contains("com.talkturo.sdk.http"))
          .toList();
    } finally {
      Files.delete(file);
    }
  }

  @Test
  @EnabledForJreRange(minVersion = 21, disabledReason = "this JDK has no virtual threads")
  void aThousandVirtualThreadsDoTheSame() throws Exception {
    ExecutorService threads = virtualThreads();
    ConnectionPool pool = new ConnectionPool(64, 1, TimeUnit.MINUTES);
    OkHttpClient users = new OkHttpClient.Builder().connectionPool(pool).build();
    try (RawServer server = new RawServer();
        TalkturoClient client = client(server, users);
        Recording pinned = new Recording()) {
      server.script(moody(new Random(SEED)));
      Ledger ledger = new Ledger();
      pinned.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ofMillis(20));
      pinned.start();
      load(threads, client, ledger, 1_000, CALLS, SECONDS);
      pinned.stop();
      assertThat(pinnedBySdk(pinned)).as("where a virtual thread held its carrier").isEmpty();
      System.out.printf("load on virtual threads: %d calls%n", ledger.calls.get());
      assertAccountedFor(ledger, server);
      pool.evictAll();
      Waiting.until(() -> server.openConnections() == 0);
    } finally {
      threads.shutdownNow();
    }
  }
}
