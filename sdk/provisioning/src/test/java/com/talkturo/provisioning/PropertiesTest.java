package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.assistants.LlmProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;

/** What holds for all specs, servers and orders. The seeds are fixed, so that a build repeats. */
class PropertiesTest {
  private static final String SEED = "4711";

  private Fixture fixture;
  private int keys;

  @BeforeProperty
  void open() {
    fixture = new Fixture(new MemoryStore());
    keys = 0;
  }

  @AfterProperty
  void close() {
    fixture.close();
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> parts =
        Arbitraries.oneOf(
            Arbitraries.of("Answer.", "\n", "\r\n", " ", "{{contact.first_name}}", "\"", "\\"),
            Arbitraries.of("\u00e9", "\ud83d\ude00", "\u00a0", "\u2028", "\t", "x"),
            Arbitraries.strings()
                .withCharRange(' ', '\u2fff')
                .excludeChars('{', '}')
                .ofMaxLength(5));
    return parts.list().ofMaxSize(8).map(list -> "a" + String.join("", list));
  }

  private <T> Arbitrary<Optional<T>> maybe(Arbitrary<T> values) {
    return values.optional(0.5);
  }

  private static <A, B> Arbitrary<Tuple2<A, B>> both(Arbitrary<A> a, Arbitrary<B> b) {
    return Combinators.combine(a, b).as(Tuple::of);
  }

  @Provide
  Arbitrary<AssistantSpec> specs() {
    Arbitrary<Boolean> flags = Arbitraries.of(true, false);
    return Combinators.combine(
            texts(),
            maybe(both(texts(), texts())),
            maybe(
                both(
                    Arbitraries.integers().between(0, 200).map(n -> n / 100.0),
                    Arbitraries.integers().between(1, 5000))),
            maybe(both(texts(), texts())),
            maybe(both(flags, flags)),
            maybe(texts()),
            flags)
        .as(
            (name, prompts, numbers, models, switches, term, clears) -> {
              AssistantSpec.Builder spec = AssistantSpec.builder().name(name);
              prompts.ifPresent(p -> spec.systemPrompt(p.get1()).firstMessage(p.get2()));
              numbers.ifPresent(n -> spec.temperature(n.get1()).maxTokens(n.get2()));
              models.ifPresent(
                  m -> spec.provider(LlmProvider.of(m.get1())).model(m.get2()).voiceId(m.get1()));
              switches.ifPresent(s -> spec.recordingEnabled(s.get1()).inboundEnabled(s.get2()));
              term.ifPresent(
                  t -> spec.extra("transcriptor_options", Map.of("keyterms", List.of(t, 7, true))));
              return (clears ? spec.clear("voice_name") : spec).build();
            });
  }

  @Property(seed = SEED)
  void afterAnApplyThePlanIsEmpty(@ForAll @Size(3) List<@From("specs") AssistantSpec> versions) {
    applyOneAfterTheOther(versions);
  }

  @Property(seed = SEED)
  void soItIsOnAServerThatWritesValuesItsOwnWay(
      @ForAll @Size(3) List<@From("specs") AssistantSpec> versions) {
    fixture.server.behaviour().normalising();
    applyOneAfterTheOther(versions);
  }

  private void applyOneAfterTheOther(List<AssistantSpec> versions) {
    String key = "key-" + ++keys;
    Provisioner provisioner = fixture.provisioner();
    for (AssistantSpec spec : versions) {
      Provisioned result = provisioner.apply(key, spec);
      assertThat(result.failure()).isEmpty();
      assertThat(provisioner.plan(key, spec).toString()).contains("no changes");
      assertThat(provisioner.apply(key, spec).changed()).isFalse();
    }
    assertThat(fixture.server.assistants()).hasSize(keys);
  }

  @Property(seed = SEED)
  void afterAnAdoptionThePlanOfWhatWasPulledIsEmpty(
      @ForAll("specs") AssistantSpec old, @ForAll boolean spellsNumbersAsText) {
    String key = "key-" + ++keys;
    Map<String, @Nullable Object> attributes = new LinkedHashMap<>(old.fields());
    if (spellsNumbersAsText) {
      attributes.put("temperature", "0.50");
    }
    Provisioner provisioner = fixture.provisioner();

    Pulled pulled = provisioner.adopt(key, fixture.server.addAssistant(attributes));

    assertThat(provisioner.plan(key, pulled.spec()).isEmpty()).isTrue();
    assertThat(provisioner.apply(key, pulled.spec()).changed()).isFalse();
  }

  /**
   * Numbers wander between five keys; at the end each key has what it should, whatever came first.
   */
  @Property(seed = SEED, tries = 20)
  void theOrderOfTheKeysMakesNoDifference(
      @ForAll @Size(3) List<@Size(3) List<@IntRange(max = 4) Integer>> rounds) {
    assertThat(end(rounds, true)).isEqualTo(end(rounds, false));
  }

  private static Map<String, List<String>> end(List<List<Integer>> rounds, boolean forwards) {
    try (Fixture fixture = new Fixture(new MemoryStore())) {
      fixture.server.behaviour().refusingHeldNumbers();
      Provisioner provisioner =
          fixture
              .provisioner()
              .withOptions(o -> o.allowUnassign(true).parallelism(forwards ? 1 : 3));
      Map<String, List<String>> end = new LinkedHashMap<>();
      for (List<Integer> holders : rounds) {
        Map<String, AssistantSpec> specs = dealt(holders);
        List<String> keys = new ArrayList<>(specs.keySet());
        if (!forwards) {
          Collections.reverse(keys);
        }
        Map<String, AssistantSpec> ordered = new LinkedHashMap<>();
        keys.forEach(key -> ordered.put(key, specs.get(key)));
        assertThat(provisioner.apply(ordered).failures()).isEmpty();
        assertThat(provisioner.plan(specs).isEmpty()).isTrue();
        specs
            .keySet()
            .forEach(
                key ->
                    end.put(
                        key,
                        fixture.server.phoneNumbersOf(
                            provisioner.entry(key).orElseThrow().assistantId().orElseThrow())));
      }
      return end;
    }
  }

  /** Which of the five keys has which of the three numbers. */
  private static Map<String, AssistantSpec> dealt(List<Integer> holders) {
    List<String> numbers = List.of("pn_a1", "pn_b2", "pn_c3");
    Map<String, AssistantSpec> specs = new LinkedHashMap<>();
    for (int key = 0; key < 5; key++) {
      List<String> hand = new ArrayList<>();
      for (int number = 0; number < 3; number++) {
        if (holders.get(number) == key) {
          hand.add(numbers.get(number));
        }
      }
      specs.put(
          "key-" + key, AssistantSpec.builder().name("Desk " + key).phoneNumberIds(hand).build());
    }
    return specs;
  }
}
