package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.assistants.LlmProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for all specs, servers and orders, tried with values that a seed makes. */
class PropertiesTest {
  private static final int TRIES = Integer.getInteger("provisioning.tries", 60);
  private static final String[] PARTS = {
    "Answer.",
    "\n",
    "\r\n",
    " ",
    "{{contact.first_name}}",
    "\"",
    "\\",
    "\u00e9",
    "\ud83d\ude00",
    "x"
  };

  private static String text(Random random) {
    StringBuilder text = new StringBuilder("a");
    for (int n = random.nextInt(8); n > 0; n--) {
      text.append(PARTS[random.nextInt(PARTS.length)]);
    }
    return text.toString();
  }

  private static AssistantSpec spec(Random random, String name) {
    AssistantSpec.Builder spec = AssistantSpec.builder().name(name + text(random));
    if (random.nextBoolean()) {
      spec.systemPrompt(text(random)).firstMessage(text(random));
    }
    if (random.nextBoolean()) {
      spec.temperature(random.nextInt(200) / 100.0).maxTokens(1 + random.nextInt(5000));
    }
    if (random.nextBoolean()) {
      spec.provider(LlmProvider.of(text(random))).model(text(random)).voiceId(text(random));
    }
    if (random.nextBoolean()) {
      spec.recordingEnabled(random.nextBoolean()).inboundEnabled(random.nextBoolean());
    }
    if (random.nextInt(3) == 0) {
      spec.extra("transcriptor_options", Map.of("keyterms", List.of(text(random), 7, true)));
    }
    if (random.nextInt(3) == 0) {
      spec.clear("voice_name");
    }
    return spec.build();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void afterAnApplyThePlanIsEmpty(boolean normalising) {
    try (Fixture fixture = new Fixture(new MemoryStore())) {
      if (normalising) {
        fixture.server.behaviour().normalising();
      }
      for (int seed = 1; seed <= TRIES; seed++) {
        Random random = new Random(seed);
        Provisioner provisioner = fixture.provisioner();
        String key = "key-" + seed;
        for (int change = 0; change < 3; change++) {
          AssistantSpec spec = spec(random, key);
          Provisioned result = provisioner.apply(key, spec);
          assertThat(provisioner.plan(key, spec).toString())
              .as("seed %s, change %s", seed, change)
              .contains("no changes");
          assertThat(provisioner.apply(key, spec).changed()).isFalse();
          assertThat(result.failure()).isEmpty();
        }
      }
      assertThat(fixture.server.assistants()).hasSize(TRIES);
    }
  }

  @Test
  void afterAnAdoptionThePlanOfWhatWasPulledIsEmpty() {
    try (Fixture fixture = new Fixture(new MemoryStore())) {
      for (int seed = 1; seed <= TRIES; seed++) {
        Random random = new Random(seed);
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        spec(random, "Old ").fields().forEach(attributes::put);
        if (random.nextBoolean()) {
          attributes.put("temperature", "0.50");
        }
        String id = fixture.server.addAssistant(attributes);
        Provisioner provisioner = fixture.provisioner();

        Pulled pulled = provisioner.adopt("key-" + seed, id);

        assertThat(provisioner.plan("key-" + seed, pulled.spec()).isEmpty())
            .as("seed %s", seed)
            .isTrue();
        assertThat(provisioner.apply("key-" + seed, pulled.spec()).changed()).isFalse();
      }
    }
  }

  @Test
  void theOrderOfTheKeysMakesNoDifference() {
    for (int seed = 1; seed <= TRIES / 10; seed++) {
      List<Map<String, List<String>>> ends = new ArrayList<>();
      for (int order = 0; order < 2; order++) {
        ends.add(end(seed, order));
      }
      assertThat(ends.get(0)).as("seed %s", seed).isEqualTo(ends.get(1));
    }
  }

  /**
   * Numbers wander between five keys; at the end each key has what it should, whatever came first.
   */
  private static Map<String, List<String>> end(int seed, int order) {
    Random random = new Random(seed);
    try (Fixture fixture = new Fixture(new MemoryStore())) {
      fixture.server.behaviour().refusingHeldNumbers();
      Provisioner provisioner =
          fixture
              .provisioner()
              .withOptions(o -> o.allowUnassign(true).parallelism(order == 0 ? 1 : 3));
      Map<String, List<String>> end = new LinkedHashMap<>();
      for (int round = 0; round < 3; round++) {
        Map<String, AssistantSpec> specs = dealt(random);
        List<String> keys = new ArrayList<>(specs.keySet());
        if (order == 1) {
          Collections.reverse(keys);
        }
        Map<String, AssistantSpec> ordered = new LinkedHashMap<>();
        keys.forEach(key -> ordered.put(key, specs.get(key)));
        assertThat(provisioner.apply(ordered).failures()).isEmpty();
        end.clear();
        specs.keySet().stream()
            .sorted()
            .forEach(
                key ->
                    end.put(
                        key,
                        fixture.server.phoneNumbersOf(
                            provisioner.entry(key).orElseThrow().assistantId().orElseThrow())));
        assertThat(provisioner.plan(specs).isEmpty()).isTrue();
      }
      return end;
    }
  }

  private static Map<String, AssistantSpec> dealt(Random random) {
    List<List<String>> hands = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      hands.add(new ArrayList<>());
    }
    for (String number : List.of("pn_a1", "pn_b2", "pn_c3")) {
      hands.get(random.nextInt(5)).add(number);
    }
    Map<String, AssistantSpec> specs = new LinkedHashMap<>();
    for (int i = 0; i < 5; i++) {
      specs.put(
          "key-" + i,
          AssistantSpec.builder().name("Desk " + i).phoneNumberIds(hands.get(i)).build());
    }
    return specs;
  }
}
