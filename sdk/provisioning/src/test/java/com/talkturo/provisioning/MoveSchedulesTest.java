package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Two processes that move, delete, forget and apply two keys in every order that a seed can make:
 * at any time the store knows every assistant that there is, and no key has two.
 */
class MoveSchedulesTest {
  private static final int SCHEDULES = Integer.getInteger("provisioning.moveSchedules", 100);

  private final AtomicInteger kills = new AtomicInteger();

  @Test
  void noAssistantGetsLostBetweenTwoKeys() throws Exception {
    long seconds = Lanes.run(SCHEDULES, this::schedule);
    assertThat(kills).hasPositiveValue();
    System.out.printf(
        "Schedules of moves and deletions: %d in %d s, kills %s, doubles 0, ids lost 0%n",
        SCHEDULES, seconds, kills);
  }

  private void schedule(Fixture fixture, long seed) throws InterruptedException {
    Random random = new Random(seed);
    List<String> keys = List.of("left-" + seed, "right-" + seed);
    fixture.server.clearFaults();
    fixture.provisioner().apply(keys.get(0), spec(seed));
    fixture.time.pass(Duration.ofMinutes(6));
    if (random.nextInt(3) == 0) {
      fixture.server.enqueue(Fault.resetAfterProcessing().on("POST", "/api/assistants"));
    }
    if (random.nextInt(3) == 0) {
      fixture.server.enqueue(
          Fault.resetAfterProcessing().on("DELETE", "/api/assistants/{assistantId}"));
    }
    Schedule schedule = new Schedule(random, fixture.time);
    for (String process : List.of("a", "b")) {
      Provisioner provisioner = fixture.provisioner(builder -> builder.probe(schedule));
      List<Runnable> actions = new ArrayList<>();
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        actions.add(action(random, provisioner, keys, seed));
      }
      int killedAt = random.nextInt(3) == 0 ? 1 + random.nextInt(30) : 0;
      schedule.add(process, killedAt, () -> actions.forEach(MoveSchedulesTest::attempt));
    }
    schedule.run();
    kills.addAndGet(schedule.kills());
    fixture.server.clearFaults();
    requireKnown(fixture, keys, seed);
    heal(fixture, keys, seed);
  }

  private static Runnable action(
      Random random, Provisioner provisioner, List<String> keys, long seed) {
    int of = random.nextInt(2);
    String key = keys.get(of);
    String other = keys.get(1 - of);
    return switch (random.nextInt(7)) {
      case 0 -> () -> provisioner.delete(key);
      case 1 -> () -> provisioner.forget(key);
      case 2, 3 -> () -> provisioner.apply(key, spec(seed));
      default -> () -> provisioner.move(key, other);
    };
  }

  private static void attempt(Runnable action) {
    try {
      action.run();
    } catch (ProvisioningException expected) {
      assertThat(expected.getMessage()).isNotEmpty();
    }
  }

  private static AssistantSpec spec(long seed) {
    return AssistantSpec.builder().name(name(seed)).temperature(0.2).build();
  }

  private static String name(long seed) {
    return "Desk of " + seed + ".";
  }

  private static List<Map<String, @Nullable Object>> made(Fixture fixture, long seed) {
    return fixture.server.assistantsNamed(name(seed));
  }

  private static void requireKnown(Fixture fixture, List<String> keys, long seed) {
    Set<String> ids = new TreeSet<>();
    Set<String> tokens = new TreeSet<>();
    for (String key : keys) {
      fixture
          .provisioner()
          .entry(key)
          .ifPresent(
              entry -> {
                entry.assistantId().ifPresent(ids::add);
                ids.addAll(entry.otherAssistantIds());
                entry.token().filter(token -> entry.isUnresolved()).ifPresent(tokens::add);
              });
    }
    for (Map<String, @Nullable Object> assistant : made(fixture, seed)) {
      String name = String.valueOf(assistant.get("name"));
      boolean unresolved = tokens.stream().anyMatch(token -> name.endsWith("[tk-" + token + "]"));
      assertThat(unresolved || ids.contains(String.valueOf(assistant.get("id"))))
          .as("somebody knows of %s; known are %s and %s", assistant, ids, tokens)
          .isTrue();
    }
  }

  /** As a person does it, with what the messages say. */
  private static void heal(Fixture fixture, List<String> keys, long seed) {
    Provisioner provisioner = fixture.provisioner();
    fixture.time.pass(Duration.ofMinutes(6));
    for (int round = 0; round < 3; round++) {
      for (String key : keys) {
        provisioner.entry(key).ifPresent(entry -> finish(fixture, provisioner, entry, seed));
        requireKnown(fixture, keys, seed);
      }
    }
    for (String key : keys) {
      if (isTombstone(provisioner.entry(key))) {
        provisioner.forget(key);
      }
      requireKnown(fixture, keys, seed);
    }
    Set<String> held = new TreeSet<>();
    for (String key : keys) {
      held.add(provisioner.apply(key, spec(seed)).assistantId().orElseThrow());
      assertThat(provisioner.plan(key, spec(seed)).isEmpty()).isTrue();
    }
    assertThat(made(fixture, seed))
        .extracting(assistant -> String.valueOf(assistant.get("id")))
        .containsExactlyInAnyOrderElementsOf(held)
        .hasSize(2);
  }

  private static boolean isTombstone(Optional<Entry> entry) {
    return entry.filter(e -> e.phase() == Phase.DELETED || e.phase() == Phase.MOVED).isPresent();
  }

  private static void finish(Fixture fixture, Provisioner provisioner, Entry entry, long seed) {
    String key = entry.key();
    switch (entry.phase()) {
      case SENDING ->
          made(fixture, seed).stream()
              .filter(
                  assistant ->
                      String.valueOf(assistant.get("name"))
                          .endsWith("[tk-" + entry.token().orElseThrow() + "]"))
              .findFirst()
              .ifPresentOrElse(
                  assistant -> provisioner.resolve(key).adopt(String.valueOf(assistant.get("id"))),
                  () -> provisioner.resolve(key).notCreated());
      case DELETING -> provisioner.delete(key);
      case MOVED -> provisioner.move(key, entry.otherKey().orElseThrow());
      case MOVING -> {
        attempt(() -> provisioner.move(entry.otherKey().orElseThrow(), key));
        if (provisioner.entry(key).filter(e -> e.phase() == Phase.MOVING).isPresent()) {
          provisioner.forget(key);
        }
      }
      default -> {}
    }
  }
}
