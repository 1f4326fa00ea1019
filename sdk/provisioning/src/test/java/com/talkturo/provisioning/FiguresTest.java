package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What many keys cost. */
class FiguresTest {
  private static final int KEYS = Integer.getInteger("provisioning.figures", 200);

  @Test
  void eachKeyCostsAsManyRequestsAsThePlanSays() {
    measureAll("H2", StateStore.jdbc(Fixture.h2()), KEYS);
  }

  @Test
  void filesAreWrittenThroughToTheDisk(@TempDir Path temporary) {
    measureAll("files", StateStore.files(temporary.resolve("state")), KEYS / 5);
  }

  private static void measureAll(String name, StateStore store, int keys) {
    try (Fixture fixture = new Fixture(store)) {
      Provisioner provisioner =
          fixture
              .provisioner(builder -> builder.time(Time.SYSTEM))
              .withOptions(o -> o.verify(Verify.after(Duration.ofHours(1))).parallelism(4));
      Provisioner looking = provisioner.withOptions(o -> o.verify(Verify.ALWAYS));
      measure(name + ", create", provisioner, specs(keys, 0.2), 3);
      measure(name + ", unchanged, AFTER", provisioner, specs(keys, 0.2), 0);
      measure(name + ", unchanged, looked at", looking, specs(keys, 0.2), 1);
      measure(name + ", update", provisioner, specs(keys, 0.9), 3);
      assertThat(fixture.server.assistants()).hasSize(keys);
    }
  }

  private static Map<String, AssistantSpec> specs(int keys, double temperature) {
    Map<String, AssistantSpec> specs = new LinkedHashMap<>();
    for (int i = 0; i < keys; i++) {
      specs.put(
          "customer-" + i,
          AssistantSpec.builder()
              .name("Desk " + i)
              .systemPrompt("Answer the questions of customer " + i + ".\n".repeat(20))
              .temperature(temperature)
              .build());
    }
    return specs;
  }

  private static void measure(
      String what, Provisioner provisioner, Map<String, AssistantSpec> specs, int requestsPerKey) {
    System.gc();
    long heapBefore = used();
    Report report = provisioner.apply(specs);
    System.gc();
    long heap = used() - heapBefore;
    assertThat(report.failures()).isEmpty();
    assertThat(report.requests()).isEqualTo((long) requestsPerKey * specs.size());
    System.out.printf(
        "Figures: %d keys, %s: %d requests (%d per key), %.1f s (%.1f ms per key), %.1f MiB held by"
            + " the report%n",
        specs.size(),
        what,
        report.requests(),
        requestsPerKey,
        report.duration().toMillis() / 1000.0,
        (double) report.duration().toMillis() / specs.size(),
        heap / 1024.0 / 1024.0);
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
