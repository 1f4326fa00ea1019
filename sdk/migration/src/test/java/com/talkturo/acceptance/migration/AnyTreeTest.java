package com.talkturo.acceptance.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.talkturo.migration.Migration;
import com.talkturo.migration.Outcome;
import com.talkturo.migration.ReportRow;
import com.talkturo.migration.flireo.FlireoAssistant;
import com.talkturo.migration.telnyx.TelnyxAssistant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for every tree of the shape of a vendor's assistant, and for most that are not. */
class AnyTreeTest {
  private static final Set<String> MAY_BE_BLANK = Set.of("first_message", "system_prompt");

  private static final Arbitrary<String> TEXTS =
      Arbitraries.frequencyOf(
          Tuple.of(
              3,
              Arbitraries.of(
                  "",
                  " ",
                  "0.5",
                  "system",
                  "openai",
                  "openai/",
                  "Qwen/q",
                  "meta-llama/l",
                  "xai_realtime",
                  "11labs",
                  "ElevenLabs.m.v.w",
                  "ElevenLabs..",
                  "deepgram",
                  "deepgram/d",
                  "multi",
                  "auto",
                  "telephony",
                  "{{x",
                  "{{ first_name }}",
                  "https://u:p@h/?q",
                  "<assistant-speaks-first-with-model-generated-message>")),
          Tuple.of(1, Arbitraries.strings().ofMaxLength(12)));

  private static final Arbitrary<BigDecimal> NUMBERS =
      Arbitraries.bigDecimals()
          .between(BigDecimal.valueOf(-3), BigDecimal.valueOf(1e12))
          .ofScale(19);

  private static final Arbitrary<Object> ODD =
      Arbitraries.oneOf(
          Arbitraries.just(null),
          Arbitraries.just(Map.of()),
          Arbitraries.just(List.of()),
          Arbitraries.of(true, false),
          Arbitraries.integers().between(-3, 300).map(Object.class::cast),
          NUMBERS.map(Object.class::cast),
          TEXTS.map(Object.class::cast),
          Arbitraries.just(List.of(List.of(), Map.of("type", "x"))),
          Arbitraries.of("a/b", "c~d", "", "webhook_secret", "\u00fc", "\n")
              .map(name -> Map.of(name, "x")));

  private static Arbitrary<Object> like(JsonNode sample) {
    Arbitrary<Object> same =
        sample.isObject()
            ? object(sample).map(Object.class::cast)
            : sample.isArray() ? list(sample) : scalar(sample);
    return Arbitraries.frequencyOf(Tuple.of(11, same), Tuple.of(1, ODD));
  }

  private static Arbitrary<Object> scalar(JsonNode sample) {
    if (sample.isTextual()) {
      return Arbitraries.frequencyOf(
          Tuple.of(3, Arbitraries.just(sample.asText())),
          Tuple.of(1, TEXTS.map(Object.class::cast)));
    }
    if (sample.isNumber()) {
      return Arbitraries.frequencyOf(
          Tuple.of(3, Arbitraries.just(sample.numberValue())),
          Tuple.of(1, NUMBERS.map(Object.class::cast)));
    }
    return sample.isBoolean()
        ? Arbitraries.of(true, false).map(Object.class::cast)
        : Arbitraries.just(null);
  }

  /** The value, or nothing. */
  private static Arbitrary<List<Object>> maybe(int chances, Arbitrary<Object> value) {
    return Arbitraries.frequencyOf(
        Tuple.of(chances, value.map(Collections::singletonList)),
        Tuple.of(1, Arbitraries.just(List.of())));
  }

  private static Arbitrary<Map<String, Object>> object(JsonNode sample) {
    List<String> names = new ArrayList<>();
    List<Arbitrary<List<Object>>> values = new ArrayList<>();
    sample
        .properties()
        .forEach(
            member -> {
              names.add(member.getKey());
              values.add(maybe(10, like(member.getValue())));
            });
    names.add("more~/");
    values.add(maybe(1, ODD));
    return Combinators.combine(values)
        .as(
            all -> {
              Map<String, Object> tree = new LinkedHashMap<>();
              for (int i = 0; i < names.size(); i++) {
                if (!all.get(i).isEmpty()) {
                  tree.put(names.get(i), all.get(i).get(0));
                }
              }
              return tree;
            });
  }

  private static Arbitrary<Object> list(JsonNode sample) {
    List<Arbitrary<List<Object>>> elements = new ArrayList<>();
    elements.add(maybe(1, ODD));
    sample.forEach(element -> elements.add(maybe(10, like(element))));
    return Combinators.combine(elements)
        .as(
            all -> {
              List<Object> list = new ArrayList<>();
              all.forEach(list::addAll);
              return list;
            });
  }

  private static Arbitrary<Map<String, Object>> sourceOf(Vendor vendor) {
    return object(Json.exact(vendor.fixture()))
        .map(
            tree -> {
              tree.put("id", "x");
              return tree;
            });
  }

  /** An integer is the decimal of the same value: 0 comes back for 0E-19. */
  private static final Comparator<JsonNode> BY_VALUE =
      (one, other) -> {
        boolean numbers = one.isNumber() && other.isNumber();
        if (numbers) {
          return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
      };

  @Provide
  Arbitrary<Map<String, Object>> telnyx() {
    return sourceOf(Vendor.TELNYX);
  }

  @Provide
  Arbitrary<Map<String, Object>> flireo() {
    return sourceOf(Vendor.FLIREO);
  }

  @Property(
      tries = 500,
      seed = "15",
      generation = GenerationMode.RANDOMIZED,
      edgeCases = EdgeCasesMode.NONE)
  void everyTreeOfTelnyxComesBackAndIsToldOfLeafByLeaf(
      @ForAll("telnyx") Map<String, Object> source) {
    TelnyxAssistant read = TelnyxAssistant.ofTree(source);
    check(source, read.toTree(), Migration.of(read));
  }

  @Property(
      tries = 500,
      seed = "15",
      generation = GenerationMode.RANDOMIZED,
      edgeCases = EdgeCasesMode.NONE)
  void everyTreeOfFlireoComesBackAndIsToldOfLeafByLeaf(
      @ForAll("flireo") Map<String, Object> source) {
    FlireoAssistant read = FlireoAssistant.ofTree(source);
    check(source, read.toTree(), Migration.of(read));
  }

  private static void check(
      Map<String, Object> source, Map<String, Object> back, Migration migration) {
    JsonNode exact = Json.exact(source);
    JsonNode returned = Json.exact(back);
    assertThat(exact.equals(BY_VALUE, returned)).as("%s came back as %s", exact, returned).isTrue();
    List<ReportRow> rows = migration.report().rows();
    assertThat(rows.stream().map(ReportRow::pointer))
        .containsExactlyInAnyOrderElementsOf(Pointers.of(exact));

    Map<String, Object> fields = migration.spec().fields();
    for (ReportRow row : rows) {
      if (row.outcome() == Outcome.CARRIED) {
        JsonNode leaf = exact.at(row.pointer());
        Object field = fields.get(row.targets().get(0));
        if (leaf.isNumber()) {
          assertThat(leaf.decimalValue()).isEqualByComparingTo(new BigDecimal(field.toString()));
        } else {
          assertThat(field.toString()).isEqualTo(leaf.asText());
        }
      }
    }
    fields.forEach(
        (name, value) -> {
          if (value instanceof String text && !MAY_BE_BLANK.contains(name)) {
            assertThat(text).as(name).isNotBlank();
          }
        });
    if (fields.get("temperature") != null) {
      assertThat((Double) fields.get("temperature")).isBetween(0.0, 2.0);
    }
    if (fields.get("max_tokens") != null) {
      assertThat((Integer) fields.get("max_tokens")).isPositive();
    }
  }
}
