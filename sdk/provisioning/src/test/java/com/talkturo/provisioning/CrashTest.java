package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.provisioning.CrashingProcess.Crash;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM is halted between every two steps; whatever it leaves behind, the next run heals. */
class CrashTest {
  private static final boolean ALL = Boolean.getBoolean("provisioning.allCrashes");

  private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicInteger unresolved = new AtomicInteger();
  private final AtomicInteger kills = new AtomicInteger();

  @Test
  void aProcessHaltedBetweenAnyTwoStepsIsHealedByTheNextWithFiles(@TempDir Path folder)
      throws Exception {
    run(folder.toString(), 0);
  }

  @Test
  void aProcessHaltedBetweenAnyTwoStepsIsHealedByTheNextWithPostgres() throws Exception {
    try (EmbeddedPostgres postgres = Databases.postgres()) {
      run(postgres.getJdbcUrl("postgres", "postgres"), 1);
    }
  }

  /** The short run halts every other process with one store, the rest with the other. */
  private void run(String where, int parity) throws Exception {
    try (Fixture fixture = new Fixture(CrashingProcess.store(where))) {
      List<Case> cases = new ArrayList<>();
      for (Crash crash : Crash.values()) {
        String key = crash.name().toLowerCase(Locale.ROOT) + "-counted";
        fixture.server.addPhoneNumber(Crash.numberOf(key));
        crash.prepare(fixture.provisioner(), key);
        AtomicInteger steps = new AtomicInteger();
        crash.run(
            fixture.provisioner(
                builder ->
                    builder.probe(
                        (step, k) -> {
                          if (CrashingProcess.isStart(step)) {
                            steps.incrementAndGet();
                          }
                        })),
            key);
        for (int step = 2; step <= steps.get() + 1; step++) {
          if (ALL || step % 2 == parity) {
            cases.add(new Case(crash, step));
          }
        }
      }
      ExecutorService pool = Executors.newFixedThreadPool(2);
      List<Future<?>> all = new ArrayList<>();
      for (Case one : cases) {
        all.add(pool.submit(() -> crashAndHeal(fixture, where, one)));
      }
      for (Future<?> future : all) {
        future.get();
      }
      pool.shutdown();
      assertThat(wrong).isEmpty();
      assertThat(kills).hasValue(cases.size());
      assertThat(cases.size()).isGreaterThan(ALL ? 40 : 18);
      // Before the create is sent, and after it until its id is stored.
      assertThat(unresolved).hasValue(ALL ? 2 : 1);
      System.out.printf(
          "Crashes with %s: %d kills, %d unresolved and healed, 0 doubles, 0 ids lost%n",
          fixture.store.getClass().getSimpleName(), kills.get(), unresolved.get());
    }
  }

  private record Case(Crash crash, int step) {
    String key() {
      return crash.name().toLowerCase(Locale.ROOT) + "-" + step;
    }
  }

  private @Nullable Void crashAndHeal(Fixture fixture, String where, Case one) {
    try {
      String key = one.key();
      synchronized (fixture) {
        fixture.server.addPhoneNumber(Crash.numberOf(key));
      }
      one.crash().prepare(fixture.provisioner(), key);
      int exit = halted(fixture, where, one);
      if (exit != CrashingProcess.HALTED) {
        throw new AssertionError("exit code " + exit);
      }
      kills.incrementAndGet();
      heal(fixture, one);
    } catch (Throwable e) {
      wrong.add(one + ": " + e);
    }
    return null;
  }

  private static int halted(Fixture fixture, String where, Case one)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                CrashingProcess.class.getName(),
                fixture.server.baseUrl(),
                fixture.server.apiKey(),
                fixture.server.accountSlug(),
                where,
                one.key(),
                one.crash().name(),
                Integer.toString(one.step()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor();
  }

  private List<Map<String, @Nullable Object>> made(Fixture fixture, Case one) {
    return fixture.server.assistants().stream()
        .filter(
            assistant -> {
              String name = String.valueOf(assistant.get("name"));
              String wanted = "Desk of " + one.key();
              return name.equals(wanted) || name.startsWith(wanted + " [tk-");
            })
        .toList();
  }

  private void heal(Fixture fixture, Case one) {
    String key = one.key();
    // The minutes that pass here do not pass for the other case that is healed meanwhile.
    TestTime time = new TestTime();
    Provisioner provisioner = fixture.provisioner(builder -> builder.time(time));
    if (provisioner.entry(key).filter(Entry::isUnresolved).isPresent()) {
      unresolved.incrementAndGet();
      time.pass(Duration.ofMinutes(3));
      assertThatThrownBy(() -> one.crash().run(provisioner, key))
          .isInstanceOf(UnresolvedCreateException.class);
      List<Map<String, @Nullable Object>> found = made(fixture, one);
      assertThat(found).hasSizeLessThanOrEqualTo(1);
      if (found.isEmpty()) {
        provisioner.resolve(key).notCreated();
      } else {
        provisioner.resolve(key).adopt((String) found.get(0).get("id"));
      }
    }
    one.crash().run(provisioner, key);
    requireFinalState(fixture, provisioner, one);
  }

  private void requireFinalState(Fixture fixture, Provisioner provisioner, Case one) {
    String key = one.crash() == Crash.MOVE ? one.key() + ".moved" : one.key();
    if (one.crash() == Crash.DELETE) {
      assertThat(made(fixture, one)).isEmpty();
      assertThat(provisioner.entry(key).orElseThrow().phase()).isEqualTo(Phase.DELETED);
      return;
    }
    AssistantSpec spec =
        switch (one.crash()) {
          case UPDATE -> Crash.spec(one.key(), 0.9, null);
          case CREATE, ASSIGN -> Crash.spec(one.key(), 0.2, Crash.numberOf(one.key()));
          default -> Crash.spec(one.key(), 0.2, null);
        };
    assertThat(provisioner.plan(key, spec).isEmpty()).isTrue();
    provisioner.apply(key, spec);
    Entry entry = provisioner.entry(key).orElseThrow();
    assertThat(entry.phase()).isEqualTo(Phase.COMPLETE);
    assertThat(entry.leaseOwner()).isEmpty();
    assertThat(made(fixture, one)).hasSize(1);
    assertThat(made(fixture, one).get(0))
        .containsEntry("id", entry.assistantId().orElseThrow())
        .containsEntry("name", "Desk of " + one.key());
    if (spec.managesPhoneNumbers()) {
      assertThat(fixture.server.phoneNumbersOf(entry.assistantId().orElseThrow()))
          .containsExactly(Crash.numberOf(one.key()));
    }
  }
}
