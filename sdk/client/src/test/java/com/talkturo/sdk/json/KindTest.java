package com.talkturo.sdk.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of value: read, written, odd, and odd deep inside lists. */
class KindTest {
  private static final Decoder<Sample> SAMPLE = Decoder.object("sample", Sample.TABLE);

  private static final Decoder<List<Part>> PARTS = Decoder.list("parts", Kind.object(Part.TABLE));

  /** A field, JSON of its kind, and what that is written as. */
  private static final List<String[]> FITTING =
      Stream.of(
              "text|\"a\"|\"a\"",
              "text|\"\"|\"\"",
              "name|\" a \"|\" a \"",
              "secret|\"hush\"|\"hush\"",
              "flag|false|false",
              "int|7|7",
              "int|7.0|7",
              "int|7e2|700",
              "int|\"7\"|7",
              "int|-2147483648|-2147483648",
              "int|2147483647|2147483647",
              "long|9223372036854775807|9223372036854775807",
              "long|-9223372036854775808|-9223372036854775808",
              "long|9007199254740993|9007199254740993",
              "long|9007199254740993.0|9007199254740993",
              "long|\"9007199254740993\"|9007199254740993",
              "double|0.5|0.5",
              "double|1|1.0",
              "double|\"1e2\"|100.0",
              "decimal|0.10|0.10",
              "decimal|12345678901234567890.123456789012345678|12345678901234567890.123456789012345678",
              "decimal|\"99.90\"|99.90",
              "decimal|3|3",
              "time|\"2025-03-04T10:15:00+02:00\"|\"2025-03-04T08:15:00Z\"",
              "date|\"2024-02-29\"|\"2024-02-29\"",
              "color|\"red\"|\"red\"",
              "tree|{\"a\":[1,null,0.10]}|{\"a\":[1,null,0.1]}",
              "tree|0.1000000000000000055511151231257827|0.1000000000000000055511151231257827",
              "part|{\"id\":\"p\",\"size\":1,\"tags\":[\"x\"]}|{\"id\":\"p\",\"size\":1,\"tags\":[\"x\"]}",
              "parts|[{\"id\":\"p\"},{\"id\":\"q\"}]|[{\"id\":\"p\",\"tags\":[]},{\"id\":\"q\",\"tags\":[]}]",
              "words|[]|[]",
              "words|[\"a\",\"b\"]|[\"a\",\"b\"]",
              "labels|{\"a\":\"b\"}|{\"a\":\"b\"}",
              "trees|{\"a\":{\"b\":1},\"n\":null}|{\"a\":{\"b\":1},\"n\":null}")
          .map(line -> line.split("\\|"))
          .toList();

  /** A field and JSON that does not fit it. */
  private static final List<String[]> ODD =
      Stream.of(
              "text|1",
              "text|[\"a\"]",
              "name|\" \"",
              "name|{\"a\":1}",
              "secret|[\"hush\"]",
              "flag|\"true\"",
              "flag|1",
              "int|7.5",
              "int|2147483648",
              "int|-2147483649",
              "int|\"7x\"",
              "int|1e400",
              "int|true",
              "long|9223372036854775808",
              "long|0.5",
              "long|1e19",
              "long|[]",
              "double|\"hot\"",
              "double|1e999",
              "double|{}",
              "decimal|\"1d\"",
              "decimal|1e999999",
              "decimal|\"\"",
              "decimal|false",
              "time|\"yesterday\"",
              "time|1700000000",
              "date|\"2023-02-29\"",
              "date|\"2023-2-9\"",
              "date|\"2023-02-09T00:00:00Z\"",
              "date|20230209",
              "color|\"\"",
              "color|7",
              "part|\"p\"",
              "part|[]",
              "part|{}",
              "part|{\"size\":1,\"tags\":[{}]}",
              "part|{\"id\":{\"deep\":[1,{\"x\":2}]}}",
              "parts|{\"id\":\"p\"}",
              "parts|\"p\"",
              "words|\"a\"",
              "words|{\"0\":\"a\"}",
              "labels|[\"a\"]",
              "labels|\"a\"",
              "trees|[1]",
              "trees|7")
          .map(line -> line.split("\\|"))
          .toList();

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Sample read(String members) throws IOException {
    return SAMPLE.decode(utf8("{\"sample\":{" + members + ",\"id\":\"s\",\"after\":1}}"));
  }

  private static Object value(Sample sample, String name) {
    return row(name).valueIn(sample);
  }

  private static Row<?> row(String name) {
    return Sample.TABLE.rows().get(Sample.TABLE.indexOf(name));
  }

  private static Object tree(String json) throws IOException {
    return Trees.parse(utf8(json));
  }

  static Stream<Arguments> fitting() {
    return FITTING.stream().map(row -> Arguments.of((Object[]) row));
  }

  static Stream<Arguments> odd() {
    return ODD.stream().map(row -> Arguments.of((Object[]) row));
  }

  @ParameterizedTest
  @MethodSource("fitting")
  void aValueThatFitsIsReadAndWritten(String field, String json, String written)
      throws IOException {
    Sample sample = read("\"" + field + "\":" + json);
    assertThat(sample.additionalProperties()).containsOnlyKeys("after");
    assertThat(new String(Sample.TABLE.toJson(sample), StandardCharsets.UTF_8))
        .contains("\"" + field + "\":" + written);
    assertThat(SAMPLE.decode(Sample.TABLE.toJson(sample))).isEqualTo(sample);
  }

  @ParameterizedTest
  @MethodSource("odd")
  void anOddValueIsKeptUnderItsOwnNameAndNothingElseIsLost(String field, String json)
      throws IOException {
    Sample sample = read("\"text\":\"before\",\"" + field + "\":" + json);
    if (!field.equals("text")) {
      assertThat(sample.text()).contains("before");
      assertThat(value(sample, field)).isIn(null, List.of(), Map.of());
      assertThat(sample.additionalProperties()).isEqualTo(Map.of(field, tree(json), "after", 1));
    }
    assertThat(sample.id()).isEqualTo("s");
    assertThat(sample.additionalProperties()).containsEntry("after", 1);
  }

  @Test
  void everyKindHasARowInBothTables() {
    Set<String> all =
        Sample.TABLE.rows().stream()
            .map(Row::name)
            .filter(name -> !name.equals("id"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(FITTING.stream().map(row -> row[0]).collect(Collectors.toSet())).isEqualTo(all);
    Set<String> odd =
        ODD.stream().map(row -> row[0]).collect(Collectors.toCollection(TreeSet::new));
    odd.add("tree"); // Nothing is odd for it.
    assertThat(odd).isEqualTo(all);
  }

  @ParameterizedTest
  @MethodSource("fitting")
  void nullIsAbsentForEveryKind(String field, String json, String written) throws IOException {
    Sample sample = read("\"" + field + "\":null");
    assertThat(value(sample, field)).isIn(null, List.of(), Map.of());
    assertThat(sample.additionalProperties()).containsOnlyKeys("after");
  }

  @ParameterizedTest
  @MethodSource("fitting")
  void theLastOfDuplicateNamesWins(String field, String json, String written) throws IOException {
    assertThat(reread("\"" + field + "\":7,\"" + field + "\":{},\"" + field + "\":" + json))
        .isEqualTo(reread("\"" + field + "\":" + json));
    assertThat(reread("\"" + field + "\":" + json + ",\"" + field + "\":null"))
        .isEqualTo(reread("\"" + field + "\":null"));
  }

  /** As a tree: what a document with duplicates is read from keeps no trailing zeros. */
  private static Object reread(String members) throws IOException {
    return Trees.parse(Sample.TABLE.toJson(read(members)));
  }

  @Test
  void anOddElementLeavesTheRestOfTheListAndTheWholeListIsKept() throws IOException {
    String list = "[{\"id\":\"p\"},7,{\"size\":1},null,{\"id\":\"q\",\"size\":\"big\"},[[]]]";
    Sample sample = read("\"parts\":" + list);
    assertThat(sample.parts()).extracting(Part::id).containsExactly("p", "q");
    assertThat(sample.parts().get(1).additionalProperties()).isEqualTo(Map.of("size", "big"));
    assertThat(sample.additionalProperties()).isEqualTo(Map.of("parts", tree(list), "after", 1));
  }

  @Test
  void anOddFieldDeepInsideAListIsKeptWhereItIs() throws IOException {
    Sample sample = read("\"parts\":[{\"id\":\"p\",\"tags\":[\"a\",{\"b\":1},\"c\"],\"x\":[1]}]");
    Part part = sample.parts().get(0);
    assertThat(part.tags()).containsExactly("a", "c");
    assertThat(part.additionalProperties())
        .isEqualTo(Map.of("tags", List.of("a", Map.of("b", 1), "c"), "x", List.of(1)));
    assertThat(sample.additionalProperties()).containsOnlyKeys("after");
  }

  @Test
  void anOddMemberOfAMapLeavesTheRest() throws IOException {
    Sample sample = read("\"labels\":{\"a\":\"x\",\"b\":[1],\"c\":null,\"d\":\"y\"}");
    assertThat(sample.labels()).isEqualTo(Map.of("a", "x", "d", "y"));
    assertThat(sample.additionalProperties().get("labels"))
        .isEqualTo(tree("{\"a\":\"x\",\"b\":[1],\"c\":null,\"d\":\"y\"}"));
  }

  @Test
  void anIdSentAsANumberIsItsDigits() throws IOException {
    assertThat(SAMPLE.decode(utf8("{\"id\":12345678901234567890}")).id())
        .isEqualTo("12345678901234567890");
    assertThat(SAMPLE.decode(utf8("{\"id\":1.50}")).id()).isEqualTo("1.50");
  }

  @Test
  void whatARowDoesNotAllowIsKept() throws IOException {
    Sample sample = read("\"part\":{\"id\":\"p\",\"size\":-1}");
    assertThat(sample.part().get().size()).isEmpty();
    assertThat(sample.part().get().additionalProperties()).isEqualTo(Map.of("size", -1));
  }

  @Test
  void anOddObjectIsKeptInAnyEncoding() throws IOException {
    String json = "{\"id\":\"s\",\"part\":{\"size\":1},\"text\":\"ü👋\"}";
    Sample expected = SAMPLE.decode(utf8(json));
    assertThat(expected.additionalProperties()).isEqualTo(Map.of("part", Map.of("size", 1)));
    for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32BE", "UTF-32LE")) {
      assertThat(SAMPLE.decode(json.getBytes(charset))).as(charset).isEqualTo(expected);
    }
    assertThat(SAMPLE.decode(utf8("\ufeff" + json))).isEqualTo(expected);
  }

  @Test
  void aSecretIsInNoToString() throws IOException {
    Sample sample =
        read("\"secret\":\"hush\",\"part\":{\"id\":\"p\",\"key\":\"hush\",\"x\":\"hush\"}");
    assertThat(sample.secret()).contains("hush");
    assertThat(sample.toString()).doesNotContain("hush").contains("id=p");
  }

  @Test
  void oneOddByteLosesNothingElse() throws IOException {
    byte[] json = utf8("{\"sample\":{\"text\":\"caf?\",\"id\":\"s\"},\"success\":true}");
    json[new String(json, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xe9;
    assertThat(SAMPLE.decode(json).text()).contains("caf\ufffd");
    assertThat(SAMPLE.decode(json).id()).isEqualTo("s");
    assertThat(((Map<?, ?>) Trees.parse(json)).get("success")).isEqualTo(true);
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void aDecodeFailureSaysWhatWasExpectedWhere(String json, String message) {
    assertThatThrownBy(() -> SAMPLE.decode(utf8(json)))
        .isInstanceOf(IOException.class)
        .hasMessage(message);
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of("", "the body is empty"),
        Arguments.of(" ", "$: expected JSON, found the end of the body"),
        Arguments.of("<html>", "$: expected JSON, found something else at byte 0"),
        Arguments.of("[]", "$.sample: expected an object, found a list"),
        Arguments.of("{}", "$.sample.id: expected an id, found nothing"),
        Arguments.of("{\"text\":\"a\"}", "$.id: expected an id, found nothing"),
        Arguments.of("{\"sample\":7}", "$.sample: expected an object, found a number"),
        Arguments.of("{\"sample\":{\"id\":{}}}", "$.sample.id: expected an id, found an object"),
        Arguments.of("{\"sample\":{\"id\":null}}", "$.sample.id: expected an id, found null"),
        Arguments.of("{\"sample\":{\"id\":true}}", "$.sample.id: expected an id, found a boolean"),
        Arguments.of(
            "{\"sample\":{\"id\":\"s\",\"text\":\"a",
            "$.sample.text: expected JSON, found the end of the body"),
        Arguments.of(
            "{\"sample\":{\"parts\":[{\"id\":\"p\"},{\"id\":\"q\",\"size\":1",
            "$.sample.parts[1].size: expected JSON, found the end of the body"),
        Arguments.of(
            "{\"sample\":{\"a\\nb\":x",
            "$.sample.?: expected JSON, found something else at byte 18"));
  }

  @Test
  void listsAreReadBareAndInTheirEnvelope() throws IOException {
    String list = "[{\"id\":\"p\"},{\"id\":\"q\"}]";
    for (String json : List.of(list, "{\"success\":true,\"parts\":" + list + "}")) {
      assertThat(PARTS.decode(utf8(json))).extracting(Part::id).containsExactly("p", "q");
    }
    assertThat(PARTS.decode(utf8("[{\"id\":\"p\"},7,{}]")))
        .extracting(Part::id)
        .containsExactly("p");
    assertThatThrownBy(() -> PARTS.decode(utf8("{\"parts\":{}}")))
        .hasMessage("$.parts: expected a list, found an object");
    assertThatThrownBy(() -> PARTS.decode(utf8("{\"x\":[]}")))
        .hasMessage("$.parts: expected a list, found nothing");
  }

  @Test
  void nothingIsReadFromAnEmptyBodyAndFromAnyJson() throws IOException {
    for (String json : List.of("", "{}", "{\"success\":true,\"x\":[1]}", "[]", "\"ok\"", "null")) {
      assertThat(Decoder.nothing().decode(utf8(json))).isNull();
    }
    assertThatThrownBy(() -> Decoder.nothing().decode(utf8("<html>")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void oneRuleForTheSuccessWordHoldsForEveryDecoder() throws IOException {
    List<Decoder<?>> decoders =
        List.of(
            SAMPLE,
            Decoder.object(Sample.TABLE),
            PARTS,
            Decoder.acknowledgement(Sample.TABLE),
            Decoder.nothing(),
            Decoder.tree(),
            Decoder.ofType(Map.class, "sample"),
            Decoder.listOfType(Map.class, "parts"));
    for (Decoder<?> decoder : decoders) {
      for (String no : List.of("false", "\"false\"", "\"False\"")) {
        byte[] json =
            utf8("{\"id\":\"s\",\"sample\":{\"id\":\"s\"},\"parts\":[],\"ok\":" + no + "}");
        assertThatThrownBy(() -> decoder.withSuccessWord("ok").decode(json))
            .isInstanceOf(Decoder.SuccessFalse.class);
        byte[] other = utf8(new String(json, StandardCharsets.UTF_8).replace("ok", "success"));
        assertThatThrownBy(() -> decoder.decode(other)).isInstanceOf(Decoder.SuccessFalse.class);
      }
    }
    assertThat(SAMPLE.decode(utf8("{\"ok\":false,\"id\":\"s\"}")).additionalProperties())
        .isEqualTo(Map.of("ok", false));
  }

  @Test
  void treesAndCallersTypesAreTakenOutOfTheEnvelope() throws IOException {
    byte[] json = utf8("{\"success\":true,\"v\":[{\"a\":1}],\"n\":12.50,\"t\":\"x\"}");
    assertThat(Decoder.tree("v").decode(json)).isEqualTo(List.of(Map.of("a", 1)));
    assertThat(Decoder.tree("n").decode(json)).isEqualTo(12.5);
    assertThat(Decoder.tree("t").decode(json)).isEqualTo("x");
    assertThat(Decoder.tree("none").decode(json))
        .isEqualTo(tree(new String(json, StandardCharsets.UTF_8)));
    assertThat(Decoder.listOfType(Map.class, "v").decode(json)).isEqualTo(List.of(Map.of("a", 1)));
    assertThat(Decoder.ofType(BigDecimal.class, "n").decode(json))
        .isEqualTo(new BigDecimal("12.50"));
    assertThat(Decoder.ofType(String.class, "t").decode(json)).isEqualTo("x");
    assertThatThrownBy(() -> Decoder.listOfType(Integer.class, "v").decode(json))
        .hasMessage("$.v[0]: cannot be read as java.util.List<java.lang.Integer>");
  }

  @Test
  void bodiesMayBeListsTreesAndMaps() {
    assertThat(Kind.listOf(Kind.text()).toJson(List.of("a", "b"))).isEqualTo(utf8("[\"a\",\"b\"]"));
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("a", Arrays.asList(1, null, new BigDecimal("0.10")));
    assertThat(Kind.tree().toJson(tree)).isEqualTo(utf8("{\"a\":[1,null,0.10]}"));
    assertThat(Kind.mapOf(Kind.flag()).toJson(Map.of("x", true))).isEqualTo(utf8("{\"x\":true}"));
    assertThatThrownBy(() -> Kind.tree().toJson(Map.of("a", Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("body.a cannot be written as JSON: it is NaN");
  }

  @Test
  void halfASurrogatePairIsRefusedWithItsPlace() {
    Part part = new Part.Builder().id("p").tags(List.of("a", "\ud83d")).build();
    assertThatThrownBy(() -> Part.TABLE.toJson(part))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "tags[1] cannot be written as JSON: it holds half of a surrogate pair");
  }
}
