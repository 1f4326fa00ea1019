package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two processes on one key, in every order that a seed can make: never two assistants. */
class SchedulesTest {
  private static final int SCHEDULES = Integer.getInteger("provisioning.schedules", 300);

  private final AtomicInteger kills = new AtomicInteger();
  private final AtomicInteger unresolved = new AtomicInteger();
  private final AtomicInteger assistants = new AtomicInteger();
  private final AtomicInteger lostAnswers = new AtomicInteger();

  @Test
  void twoProcessesThatYieldAtEveryStepMakeOneAssistant() throws Exception {
    long seconds = Lanes.run(SCHEDULES, this::schedule);
    assertThat(assistants).hasValue(SCHEDULES);
    System.out.printf(
        "Schedules: %d in %d s, kills %s, lost answers %s, assistants %s, doubles 0, ids lost 0,"
            + " unresolved and healed %s%n",
        SCHEDULES, seconds, kills, lostAnswers, assistants, unresolved);
  }

  private void schedule(Fixture fixture, long seed) throws InterruptedException {
    Random random = new Random(seed);
    String key = "key-" + seed;
    Schedule schedule = new Schedule(random, fixture.time);
    fixture.server.clearFaults();
    fixture.server.clearRequests();
    if (random.nextInt(3) == 0) {
      lostAnswers.incrementAndGet();
      fixture.server.enqueue(fault(random).on("POST", "/api/assistants"));
    }
    for (String process : List.of("a", "b")) {
      int killedAt = random.nextInt(4) == 0 ? 1 + random.nextInt(40) : 0;
      Action action = Action.values()[random.nextInt(Action.values().length)];
      Provisioner provisioner = fixture.provisioner(builder -> builder.probe(schedule));
      schedule.add(process, killedAt, () -> attempt(() -> action.run(fixture, provisioner, key)));
    }
    schedule.run();
    kills.addAndGet(schedule.kills());
    fixture.server.clearFaults();
    requireAtMostOne(fixture, key);
    heal(fixture, key);
  }

  private static Fault fault(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> Fault.resetAfterProcessing();
      case 1 -> Fault.resetBeforeProcessing();
      case 2 -> Fault.truncatedJson();
      case 3 -> Fault.status(500).afterProcessing();
      case 4 -> Fault.emptyBody();
      default -> Fault.rateLimited(Duration.ofSeconds(2));
    };
  }

  /** Whatever the engine says to its caller; anything else is a mistake. */
  private static void attempt(Runnable action) {
    try {
      action.run();
    } catch (ProvisioningException expected) {
      assertThat(expected.getMessage()).isNotEmpty();
    }
  }

  private enum Action {
    APPLY {
      @Override
      void run(Fixture fixture, Provisioner provisioner, String key) {
        provisioner.apply(key, spec(key, 0.2));
      }
    },
    APPLY_ANOTHER {
      @Override
      void run(Fixture fixture, Provisioner provisioner, String key) {
        provisioner.apply(key, spec(key, 0.7));
      }
    },
    APPLY_TWICE {
      @Override
      void run(Fixture fixture, Provisioner provisioner, String key) {
        attempt(() -> provisioner.apply(key, spec(key, 0.2)));
        provisioner.apply(key, spec(key, 0.7));
      }
    },
    RESOLVE {
      @Override
      void run(Fixture fixture, Provisioner provisioner, String key) {
        attempt(() -> provisioner.apply(key, spec(key, 0.2)));
        fixture.time.pass(Duration.ofSeconds(151));
        attempt(() -> resolve(fixture, provisioner, key));
        provisioner.apply(key, spec(key, 0.2));
      }
    };

    abstract void run(Fixture fixture, Provisioner provisioner, String key);
  }

  private static AssistantSpec spec(String key, double temperature) {
    return AssistantSpec.builder().name("Desk of " + key).temperature(temperature).build();
  }

  private static List<Map<String, @Nullable Object>> made(Fixture fixture, String key) {
    return fixture.server.assistantsNamed("Desk of " + key).stream()
        .filter(assistant -> (assistant.get("name") + " ").startsWith("Desk of " + key + " "))
        .toList();
  }

  private static void requireAtMostOne(Fixture fixture, String key) {
    assertThat(made(fixture, key)).hasSizeLessThanOrEqualTo(1);
  }

  /** As support does it: looks into the dashboard. */
  private static void resolve(Fixture fixture, Provisioner provisioner, String key) {
    List<Map<String, @Nullable Object>> found = made(fixture, key);
    if (found.isEmpty()) {
      provisioner.resolve(key).notCreated();
    } else {
      provisioner.resolve(key).adopt((String) found.get(0).get("id"));
    }
  }

  private void heal(Fixture fixture, String key) {
    Provisioner provisioner = fixture.provisioner();
    fixture.time.pass(Duration.ofMinutes(4));
    if (provisioner.entry(key).filter(Entry::isUnresolved).isPresent()) {
      unresolved.incrementAndGet();
      resolve(fixture, provisioner, key);
    }
    provisioner.apply(key, spec(key, 0.4));
    Entry entry = provisioner.entry(key).orElseThrow();
    assertThat(entry.phase()).isEqualTo(Phase.COMPLETE);
    assertThat(made(fixture, key))
        .singleElement()
        .satisfies(
            assistant ->
                assertThat(assistant)
                    .containsEntry("id", entry.assistantId().orElseThrow())
                    .containsEntry("name", "Desk of " + key)
                    .containsEntry("temperature", 0.4));
    assertThat(entry.otherAssistantIds()).isEmpty();
    assertThat(provisioner.plan(key, spec(key, 0.4)).isEmpty()).isTrue();
    assistants.incrementAndGet();
  }
}
