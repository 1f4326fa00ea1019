package com.talkturo.acceptance.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.talkturo.migration.Migration;
import com.talkturo.migration.ReportRow;
import com.talkturo.migration.flireo.FlireoAssistant;
import com.talkturo.migration.telnyx.TelnyxAssistant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every tree: generated from the fixtures by seeded mutation. */
class AnyTreeTest {
  private static final int SEEDS = 1_000;

  private static final List<String> NAMES =
      List.of("a/b", "c~d", "", "webhook_secret", "\u00fc", "more");

  @ParameterizedTest
  @EnumSource
  void pointersAndTreesAgreeAndWhatIsCarriedIsInRange(Vendor vendor) {
    for (int seed = 0; seed < SEEDS; seed++) {
      ObjectNode tree = (ObjectNode) mutated(Json.exact(vendor.fixture()), new Random(seed), 0);
      tree.put("id", "x" + seed);
      tree.remove(List.of("created_at", "updated_at"));
      Map<String, Object> plain = Json.tree(tree.toString());

      Map<String, Object> back;
      Migration migration;
      if (vendor == Vendor.TELNYX) {
        TelnyxAssistant read = TelnyxAssistant.ofTree(plain);
        back = read.toTree();
        migration = Migration.of(read);
      } else {
        FlireoAssistant read = FlireoAssistant.ofTree(plain);
        back = read.toTree();
        migration = Migration.of(read);
      }

      JsonNode exact = Json.exact(tree.toString());
      assertThat(Json.exact(back)).as("seed %d", seed).isEqualTo(exact);
      assertThat(migration.report().rows().stream().map(ReportRow::pointer))
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(Pointers.of(exact));
      Map<String, Object> fields = migration.spec().fields();
      if (fields.get("temperature") != null) {
        assertThat((Double) fields.get("temperature")).isBetween(0.0, 2.0);
      }
      if (fields.get("max_tokens") != null) {
        assertThat((Integer) fields.get("max_tokens")).isPositive();
      }
      if (fields.get("name") != null) {
        assertThat((String) fields.get("name")).isNotBlank();
      }
    }
  }

  private static JsonNode mutated(JsonNode node, Random random, int depth) {
    if (depth > 0 && random.nextInt(12) == 0) {
      return other(random);
    }
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(
              member -> {
                if (random.nextInt(10) > 0) {
                  copy.set(member.getKey(), mutated(member.getValue(), random, depth + 1));
                }
              });
      if (random.nextInt(6) == 0) {
        copy.set(NAMES.get(random.nextInt(NAMES.size())), other(random));
      }
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> copy.add(mutated(element, random, depth + 1)));
      if (random.nextInt(6) == 0) {
        copy.add(other(random));
      }
      return copy;
    }
    return node;
  }

  private static JsonNode other(Random random) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (random.nextInt(10)) {
      case 0 -> json.nullNode();
      case 1 -> json.objectNode();
      case 2 -> json.arrayNode();
      case 3 -> json.booleanNode(random.nextBoolean());
      case 4 -> json.numberNode(random.nextInt(10) - 3);
      case 5 -> json.numberNode(new java.math.BigDecimal("0.1234567890123456789"));
      case 6 -> json.textNode("");
      case 7 -> json.textNode("0.5");
      case 8 -> json.arrayNode().add(json.nullNode()).add(json.objectNode().put("type", "x"));
      default ->
          json.textNode(List.of("system", "openai", "a/b", "{{x", "multi").get(random.nextInt(5)));
    };
  }
}
