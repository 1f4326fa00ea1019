package com.talkturo.acceptance.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.talkturo.migration.Migration;
import com.talkturo.migration.ReportRow;
import com.talkturo.migration.flireo.FlireoAssistant;
import com.talkturo.migration.telnyx.TelnyxAssistant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each value of a full assistant is replaced by others, one at a time. */
class OneOddLeafTest {
  private static final List<String> ODD =
      List.of(
          "null",
          "7",
          "-1e400",
          "0.1e-7",
          "123456789012345678901234567890",
          "true",
          "\"\"",
          "\" \"",
          "\"x\"",
          "\"5\"",
          "\"true\"",
          "[]",
          "{}",
          "[null]",
          "[[1]]",
          "{\"a\":{\"b\":[null]}}");

  @ParameterizedTest
  @EnumSource
  void whateverStandsSomewhereIsKeptAndToldOf(Vendor vendor) {
    JsonNode full = Json.exact(vendor.fixture());
    for (JsonPointer place : placesIn(full)) {
      for (String odd : ODD) {
        JsonNode source = full.deepCopy();
        replace(source.at(place.head()), place.last(), Json.exact(odd));
        check(vendor, source, place + " = " + odd);
      }
    }
  }

  private static void check(Vendor vendor, JsonNode source, String what) {
    Map<String, Object> tree = Json.tree(source.toString());
    Migration migration;
    Map<String, Object> back;
    if (vendor == Vendor.TELNYX) {
      TelnyxAssistant read = TelnyxAssistant.ofTree(tree);
      assertThat(read.toBuilder().build()).as(what).isEqualTo(read);
      back = read.toTree();
      migration = Migration.of(read);
    } else {
      FlireoAssistant read = FlireoAssistant.ofTree(tree);
      assertThat(read.toBuilder().build()).as(what).isEqualTo(read);
      back = read.toTree();
      migration = Migration.of(read);
    }
    assertThat(Json.exact(back)).as(what).isEqualTo(source);
    assertThat(migration.report().rows())
        .as(what)
        .extracting(ReportRow::pointer)
        .containsExactlyInAnyOrderElementsOf(Pointers.of(source));
  }

  /** All places of values, those of objects and lists too; the id must stay. */
  private static Set<JsonPointer> placesIn(JsonNode tree) {
    Set<JsonPointer> places = new LinkedHashSet<>();
    for (String leaf : Pointers.of(tree)) {
      JsonPointer place = JsonPointer.compile(leaf);
      while (!place.matches()) {
        places.add(place);
        place = place.head();
      }
    }
    places.remove(JsonPointer.compile("/id"));
    assertThat(places).hasSizeGreaterThan(90);
    return places;
  }

  private static void replace(JsonNode parent, JsonPointer last, JsonNode value) {
    if (parent instanceof ObjectNode object) {
      object.set(last.getMatchingProperty(), value);
    } else {
      ((ArrayNode) parent).set(last.getMatchingIndex(), value);
    }
  }
}
