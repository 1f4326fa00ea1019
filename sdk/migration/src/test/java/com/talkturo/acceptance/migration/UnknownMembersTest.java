package com.talkturo.acceptance.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.migration.Migration;
import com.talkturo.migration.Outcome;
import com.talkturo.migration.ReportRow;
import com.talkturo.migration.flireo.FlireoAssistant;
import com.talkturo.migration.telnyx.TelnyxAssistant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A member that no reference knows is kept and told of, wherever a vendor puts it. */
class UnknownMembersTest {
  @ParameterizedTest
  @CsvSource({
    "TELNYX, brand_new", "TELNYX, success", "TELNYX, data", "TELNYX, deleted", "TELNYX, a/b~c",
    "FLIREO, brand_new", "FLIREO, success", "FLIREO, assistant", "FLIREO, error", "FLIREO, ''"
  })
  void everyObjectMayHaveOneMore(Vendor vendor, String name) {
    Object source = withMember(Json.tree(vendor.fixture()), name);
    Map<String, Object> tree = asMap(source);
    Migration migration;
    Map<String, Object> back;
    if (vendor == Vendor.TELNYX) {
      TelnyxAssistant read = TelnyxAssistant.ofTree(tree);
      back = read.toTree();
      migration = Migration.of(read);
    } else {
      FlireoAssistant read = FlireoAssistant.ofTree(tree);
      back = read.toTree();
      migration = Migration.of(read);
    }

    assertThat(Json.exact(back)).isEqualTo(Json.exact(tree));
    String pointer = "/" + name.replace("~", "~0").replace("/", "~1");
    Map<String, ReportRow> added =
        migration.report().rows().stream()
            .filter(row -> row.pointer().endsWith(pointer))
            .collect(Collectors.toMap(ReportRow::pointer, row -> row));
    assertThat(added.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Pointers.of(Json.exact(tree)).stream().filter(p -> p.endsWith(pointer)).toList());
    assertThat(added).hasSizeGreaterThan(15);
    assertThat(added.values()).allMatch(row -> row.outcome() == Outcome.DROPPED);
    assertThat(migration.report().rows().stream().map(ReportRow::pointer))
        .containsExactlyInAnyOrderElementsOf(Pointers.of(Json.exact(tree)));
  }

  private static Object withMember(Object tree, String name) {
    if (tree instanceof List<?> elements) {
      List<Object> more = new ArrayList<>();
      elements.forEach(element -> more.add(withMember(element, name)));
      return more;
    }
    if (tree instanceof Map<?, ?> members) {
      Map<Object, Object> more = new LinkedHashMap<>();
      members.forEach((member, value) -> more.put(member, withMember(value, name)));
      more.put(name, true);
      return more;
    }
    return tree;
  }

  @SuppressWarnings("unchecked") // Fixtures are objects.
  private static Map<String, Object> asMap(Object tree) {
    return (Map<String, Object>) tree;
  }
}
