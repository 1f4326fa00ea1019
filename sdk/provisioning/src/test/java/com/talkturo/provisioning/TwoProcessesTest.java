package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.TalkturoServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Two JVMs with many threads on one database, all faults, and one of them killed again and again.
 */
class TwoProcessesTest {
  private static final int KEYS = Integer.getInteger("provisioning.keys", 16);
  private static final int KILLS = Integer.getInteger("provisioning.kills", 1);
  private static final int THREADS = 16;

  @Test
  void twoProcessesAndKillsMakeOneAssistantPerKey() throws Exception {
    Random random = new Random(42);
    try (EmbeddedPostgres postgres = Databases.postgres();
        Fixture fixture =
            new Fixture(CrashingProcess.store(postgres.getJdbcUrl("postgres", "postgres")))) {
      String url = postgres.getJdbcUrl("postgres", "postgres");
      disturb(fixture.server, random);
      Process steady = start(fixture.server, url, 1, 0);
      int kills = 0;
      for (int i = 0; i < KILLS; i++) {
        Process victim = start(fixture.server, url, i + 2, 40 + random.nextInt(KEYS * 10));
        assertThat(victim.waitFor(4, TimeUnit.MINUTES)).isTrue();
        kills += victim.exitValue() == CrashingProcess.HALTED ? 1 : 0;
      }
      Process last = start(fixture.server, url, 99, 0);
      assertThat(steady.waitFor(4, TimeUnit.MINUTES)).isTrue();
      assertThat(last.waitFor(4, TimeUnit.MINUTES)).isTrue();
      assertThat(kills).isPositive();
      fixture.server.clearFaults();
      int unresolved = heal(fixture);
      System.out.printf(
          "Two JVMs: %d keys, %d threads each, %d kills, %d requests, assistants %d, doubles 0,"
              + " ids lost 0, unresolved and healed %d%n",
          KEYS,
          THREADS,
          kills,
          fixture.server.requestCount(),
          fixture.server.assistants().size(),
          unresolved);
    }
  }

  private static void disturb(TalkturoServer server, Random random) {
    for (int i = 0; i < KEYS / 8; i++) {
      server.enqueue(
          Fault.resetAfterProcessing().on("POST", "/api/assistants"),
          Fault.status(503).on("POST", "/api/assistants"),
          Fault.truncatedJson().on("POST", "/api/assistants"),
          Fault.rateLimited(Duration.ofMillis(300)),
          Fault.status(500).on("PATCH", "/api/assistants/{assistantId}"),
          Fault.resetDuringBody().on("GET", "/api/assistants/{assistantId}"),
          Fault.delay(Duration.ofMillis(random.nextInt(200))));
    }
  }

  private static Process start(TalkturoServer server, String url, int seed, int haltAt)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            ApplyingProcess.class.getName(),
            server.baseUrl(),
            server.apiKey(),
            server.accountSlug(),
            url,
            Integer.toString(KEYS),
            Integer.toString(THREADS),
            Integer.toString(seed),
            Integer.toString(haltAt))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static List<Map<String, @Nullable Object>> made(Fixture fixture, String key) {
    return fixture.server.assistantsNamed("Desk of " + key).stream()
        .filter(assistant -> (assistant.get("name") + " ").startsWith("Desk of " + key + " "))
        .toList();
  }

  private static int heal(Fixture fixture) {
    Provisioner provisioner = fixture.provisioner();
    fixture.time.pass(Duration.ofMinutes(5));
    int unresolved = 0;
    for (int i = 0; i < KEYS; i++) {
      String key = ApplyingProcess.key(i);
      assertThat(made(fixture, key)).hasSizeLessThanOrEqualTo(1);
      if (provisioner.entry(key).filter(Entry::isUnresolved).isPresent()) {
        unresolved++;
        if (made(fixture, key).isEmpty()) {
          provisioner.resolve(key).notCreated();
        } else {
          provisioner.resolve(key).adopt((String) made(fixture, key).get(0).get("id"));
        }
      }
      provisioner.apply(key, ApplyingProcess.spec(i));
      Entry entry = provisioner.entry(key).orElseThrow();
      assertThat(entry.phase()).isEqualTo(Phase.COMPLETE);
      assertThat(entry.otherAssistantIds()).isEmpty();
      assertThat(made(fixture, key))
          .singleElement()
          .satisfies(
              assistant ->
                  assertThat(assistant).containsEntry("id", entry.assistantId().orElseThrow()));
    }
    assertThat(fixture.server.assistants()).hasSize(KEYS);
    return unresolved;
  }
}
