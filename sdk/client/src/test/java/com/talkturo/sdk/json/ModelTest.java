package com.talkturo.sdk.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every model gets from its rows. */
class ModelTest {
  private static final Path SOURCES = Path.of("src/main/java");

  private static final class Box extends Model implements WithAdditionalProperties {
    static final Table<Box> TABLE = Table.of(Builder::new);

    static final Row<String> PLACE = TABLE.requiredOutside("place");
    static final Row<Boolean> OPEN = TABLE.outside("open", false);
    static final Row<Long> SIZE =
        TABLE
            .optional("size_in_cm", Kind.longInteger())
            .as("size")
            .alsoReadFrom("old_size")
            .fitting(size -> size > 0);
    static final Row<String> LABEL = TABLE.required("the_label", Kind.text());
    static final Row<String> KEY = TABLE.optional("key", Kind.secret());
    static final Row<String> OWNER = TABLE.optional("owner", Kind.text()).notShown();
    static final Row<String> SEAL = TABLE.outside("seal", "none").notShown().notCompared();
    static final Row<List<String>> TAGS =
        TABLE.defaulted("tags", Kind.listOf(Kind.text()), Collections.emptyList());
    static final Row<Map<String, Object>> NOTES =
        TABLE.absentIf(Collections.emptyMap(), "notes", Kind.mapOf(Kind.tree()));

    Box(Builder builder) {
      super(builder);
    }

    String seal() {
      return value(SEAL);
    }

    Map<String, Object> notes() {
      return value(NOTES);
    }

    static final class Builder extends ModelBuilder<Box, Builder> {
      Builder() {
        super(TABLE);
        set(PLACE, "attic"); // No answer can hold it.
      }

      <V> Builder with(Row<V> row, V value) {
        return set(row, value);
      }

      Builder tags(String... tags) {
        return setAll(TAGS, Arrays.asList(tags));
      }

      Builder notes(Map<String, ?> notes) {
        return addAll(NOTES, notes);
      }

      Builder other(String name, Object tree) {
        return keep(name, tree);
      }

      @Override
      public Box build() {
        return new Box(this);
      }
    }
  }

  /** Can clear fields, and is written back as it was read. */
  private static final class Memo extends Model implements WithAdditionalProperties {
    static final Table<Memo> TABLE = Table.of(Builder::new).withGiven("team").lossless();

    static final Row<Long> AGE = TABLE.optional("age", Kind.longInteger());
    static final Row<List<Long>> MARKS = TABLE.optional("marks", Kind.listOf(Kind.longInteger()));
    static final Row<List<String>> CLEARED = TABLE.cleared("clearedFields", List.of());

    Memo(Builder builder) {
      super(builder);
    }

    static final class Builder extends ModelBuilder<Memo, Builder> {
      Builder() {
        super(TABLE);
      }

      <V> Builder with(Row<V> row, V value) {
        return set(row, value);
      }

      @Override
      public Memo build() {
        return new Memo(this);
      }
    }
  }

  private static String json(Memo memo, String team) {
    return new String(Memo.TABLE.toJson(memo, team), StandardCharsets.UTF_8);
  }

  private static Memo memo(String json) throws IOException {
    return Decoder.object("memo", Memo.TABLE).decode(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Box.Builder box() {
    return new Box.Builder().with(Box.LABEL, "books");
  }

  private static String json(Box box) {
    return new String(Box.TABLE.toJson(box), StandardCharsets.UTF_8);
  }

  private static Box read(String json) throws IOException {
    return Decoder.object("box", Box.TABLE).decode(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void writesWhatIsThereInTheOrderOfTheRows() {
    assertThat(json(box().build())).isEqualTo("{\"the_label\":\"books\",\"tags\":[]}");
    assertThat(
            json(
                box()
                    .other("z", 1)
                    .notes(Map.of("a", 1))
                    .tags("x")
                    .with(Box.KEY, "k")
                    .with(Box.SIZE, 3L)
                    .with(Box.OPEN, true)
                    .build()))
        .isEqualTo(
            "{\"size_in_cm\":3,\"the_label\":\"books\",\"key\":\"k\",\"tags\":[\"x\"],"
                + "\"notes\":{\"a\":1},\"z\":1}");
  }

  @Test
  void theExampleIsReadAndWritten() throws IOException {
    String json = "{\"id\":\"s\",\"size\":3}";
    Sheet sheet = Decoder.object(Sheet.TABLE).decode(json.getBytes(StandardCharsets.UTF_8));
    assertThat(sheet).isEqualTo(new Sheet.Builder().id("s").size(3).build());
    assertThat(sheet.id() + sheet.size().orElseThrow()).isEqualTo("s3");
    assertThat(Sheet.TABLE.toJson(sheet)).asString(StandardCharsets.UTF_8).isEqualTo(json);
  }

  @Test
  void readsTheOtherNameIntoTheSameRow() throws IOException {
    assertThat(read("{\"the_label\":\"a\",\"size_in_cm\":4}").toString()).contains("size=4");
    assertThat(read("{\"the_label\":\"a\",\"old_size\":4}").toString()).contains("size=4");
    assertThat(json(read("{\"the_label\":\"a\",\"old_size\":4}")))
        .isEqualTo("{\"size_in_cm\":4,\"the_label\":\"a\",\"tags\":[]}");
  }

  @Test
  void aValueThatDoesNotFitTheRowIsOdd() throws IOException {
    Box box = read("{\"the_label\":\"a\",\"size_in_cm\":0,\"place\":\"cellar\"}");
    assertThat(box.additionalProperties()).isEqualTo(Map.of("size_in_cm", 0, "place", "cellar"));
    assertThat(box.toString()).contains("place=attic").doesNotContain("size");
  }

  @Test
  void anAnswerWithoutARequiredFieldSaysWhichOne() {
    assertThatThrownBy(() -> read("{\"size_in_cm\":1}"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("$.the_label");
    assertThatThrownBy(() -> read("{\"the_label\":[1],\"size_in_cm\":1}"))
        .hasMessageContaining("$.the_label")
        .hasMessageContaining("a list");
  }

  @Test
  void theLastOfTwoMembersOfOneNameCounts() throws IOException {
    assertThat(json(memo("{\"marks\":[1],\"marks\":[2,[3]],\"marks\":[4],\"age\":5}"), null))
        .isEqualTo("{\"age\":5,\"marks\":[4]}");
  }

  @Test
  void namesEveryMissingFieldByItsAccessor() {
    assertThatThrownBy(() -> new Box.Builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Box cannot be built: [theLabel] must be set");
    Table<Box> pair = Table.ofRequest();
    pair.requiredOutside("first");
    pair.required("the_second", Kind.text());
    assertThatThrownBy(() -> pair.complete(pair.newValues(), Box.class))
        .hasMessage("Box cannot be built: [first, theSecond] must be set");
  }

  @Test
  void namesTheFieldThatIsNull() {
    assertThatThrownBy(() -> box().with(Box.SIZE, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("size");
    assertThatThrownBy(() -> box().tags("a", null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("tags[1]");
    assertThatThrownBy(() -> box().notes(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("notes");
    assertThatThrownBy(() -> box().notes(Collections.singletonMap(null, 1)))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("a name in notes");
    assertThatThrownBy(() -> box().other(null, 1))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("name");
  }

  @Test
  void showsNoSecretAndNothingElseThatIsNotToBeShown() {
    Box box =
        box().with(Box.KEY, "hush").with(Box.OWNER, "ann").other("x", "psst").tags("t").build();
    assertThat(box)
        .hasToString(
            "Box{place=attic, open=false, theLabel=books, key=[not shown], owner=[not shown],"
                + " seal=[not shown], tags=[t], notes={}, additionalProperties=[not shown]}");
    assertThat(box().build().toString()).doesNotContain("additionalProperties", "key", "size");
  }

  static Stream<UnaryOperator<Box.Builder>> changes() {
    return Stream.of(
        b -> b.with(Box.PLACE, "cellar"),
        b -> b.with(Box.OPEN, true),
        b -> b.with(Box.LABEL, "tools"),
        b -> b.with(Box.SIZE, 1L),
        b -> b.with(Box.KEY, "k"),
        b -> b.tags("t"),
        b -> b.notes(Map.of("n", 1)),
        b -> b.other("x", 1));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void equalsAModelOfTheSameTypeWithTheSameValues(UnaryOperator<Box.Builder> change) {
    Box plain = box().build();
    Box changed = change.apply(box()).build();
    assertThat(changed).isNotEqualTo(plain).isEqualTo(change.apply(box()).build());
    assertThat(changed).hasSameHashCodeAs(change.apply(box()).build());
    assertThat(changed.hashCode()).isNotEqualTo(plain.hashCode());
    assertThat(changed.into(new Box.Builder()).build()).isEqualTo(changed);
  }

  @Test
  void equalsNoModelOfAnotherType() {
    Part part = new Part.Builder().id("p").build();
    assertThat((Object) box().build()).isNotEqualTo(part).isNotEqualTo("box").isNotEqualTo(null);
  }

  @Test
  void withoutFieldsItEqualsOnlyItself() {
    Model one = new Model() {};
    assertThat(one).isEqualTo(one).isNotEqualTo(new Model() {}).isNotEqualTo(box().build());
    assertThat(box().build()).isNotEqualTo(one);
    assertThat(one.hashCode()).isEqualTo(System.identityHashCode(one));
    assertThat(one.into(box()).build()).isEqualTo(box().build());
  }

  @Test
  void aBuilderThatGoesOnDoesNotChangeWhatItBuilt() {
    List<String> tags = new ArrayList<>(List.of("a"));
    Box.Builder builder = box().notes(Map.of("a", 1)).other("x", 1);
    Box built = builder.tags(tags.toArray(new String[0])).build();
    String before = json(built);
    builder.with(Box.LABEL, "z").tags("b").notes(Map.of("b", 2)).other("y", 2);
    assertThat(json(built)).isEqualTo(before);
    assertThat(json(builder.build()))
        .isEqualTo(
            "{\"the_label\":\"z\",\"tags\":[\"b\"],\"notes\":{\"a\":1,\"b\":2},\"x\":1,\"y\":2}");
  }

  @Test
  void aMapThatGrowsByOneIsCopiedOnlyForModels() {
    Box.Builder builder = box();
    List<Box> some = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      builder.notes(Map.of("n" + i, i));
      if (i % 10_000 == 0) {
        some.add(builder.build());
      }
    }
    assertThat(some)
        .extracting(box -> box.notes().size())
        .containsExactly(1, 10_001, 20_001, 30_001, 40_001);
    assertThatThrownBy(() -> some.get(0).notes().put("x", 1))
        .isInstanceOf(UnsupportedOperationException.class);
    Box grown = builder.build();
    Box more = grown.into(box()).notes(Map.of("more", 1)).build();
    assertThat(more.notes()).hasSize(50_001);
    assertThat(grown.notes()).hasSize(50_000);
  }

  @Test
  void aMapWithSomethingThatIsNoJsonIsRefusedWhole() {
    Map<String, Object> notes = new LinkedHashMap<>();
    notes.put("a", 1);
    notes.put("b", Double.NaN);
    Box.Builder builder = box();
    assertThatThrownBy(() -> builder.notes(notes)).isInstanceOf(IllegalArgumentException.class);
    assertThat(builder.build()).isEqualTo(box().build());
  }

  @Test
  void whatIsNotComparedMakesNoDifference() {
    Box one = box().with(Box.SEAL, "red").build();
    Box other = box().with(Box.SEAL, "blue").build();
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one.into(box()).build().seal()).isEqualTo("red");
  }

  @Test
  void theGivenMemberLeadsIfThereIsOne() {
    Memo memo = new Memo.Builder().with(Memo.AGE, 3L).build();
    assertThat(json(memo, "blue")).isEqualTo("{\"team\":\"blue\",\"age\":3}");
    assertThat(json(memo, null)).isEqualTo("{\"age\":3}");
    assertThat(new String(Box.TABLE.toJson(box().build(), "blue"), StandardCharsets.UTF_8))
        .isEqualTo(json(box().build()));
  }

  @Test
  void whatIsClearedIsWrittenAsNull() {
    Memo.Builder builder = new Memo.Builder().with(Memo.CLEARED, List.of("age", "marks"));
    assertThat(json(builder.build(), null)).isEqualTo("{\"age\":null,\"marks\":null}");
    Memo both = builder.with(Memo.MARKS, List.of(1L)).build();
    assertThat(json(both, null)).isEqualTo("{\"age\":null,\"marks\":[1]}");
    assertThatThrownBy(() -> Memo.TABLE.check(both))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("marks is both set and cleared; allowed is one of the two");
    Memo.TABLE.check(new Memo.Builder().with(Memo.CLEARED, List.of("age", "x")).build());
  }

  @Test
  void noAdditionalPropertyShadowsAField() {
    Box.TABLE.check(box().other("place", 1).build());
    for (String name : List.of("the_label", "old_size")) {
      Box shadowing = box().other(name, 1).build();
      assertThatThrownBy(() -> Box.TABLE.check(shadowing))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("additionalProperties holds " + name);
    }
    Table<Box> led = Table.<Box>ofRequest().withGiven("team");
    assertThatThrownBy(() -> led.check(box().other("team", 1).build()))
        .hasMessageContaining("additionalProperties holds team");
    led.check(box().other("teams", 1).build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"age\":null}",
        "{\"age\":\"3\"}",
        "{\"marks\":[1,\"x\"]}",
        "{\"marks\":[1],\"age\":3}",
        "{\"other\":[null,{}],\"age\":1.5}",
        "{\"other\":\"\\uD800\"}"
      })
  void losslessIsWrittenAsItWasRead(String json) throws IOException {
    Memo memo = memo("{\"memo\":" + json + "}");
    byte[] written = Memo.TABLE.toJsonAsRead(memo);
    assertThat(Trees.parse(written)).isEqualTo(Trees.parse(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatWasKeptGivesWayToWhatIsSetOrCleared() throws IOException {
    Memo memo = memo("{\"age\":\"3\",\"marks\":null,\"x\":1}");
    assertThat(json(memo.into(new Memo.Builder()).with(Memo.AGE, 4L).build(), null))
        .isEqualTo("{\"age\":4,\"marks\":null,\"x\":1}");
    assertThat(json(memo.into(new Memo.Builder()).with(Memo.CLEARED, List.of("age")).build(), null))
        .isEqualTo("{\"age\":null,\"marks\":null,\"x\":1}");
  }

  @Test
  void twoRowsOfOneNameAreRefused() {
    Table<Box> table = Table.ofRequest();
    Row<String> row = table.optional("a", Kind.text());
    assertThatThrownBy(() -> table.required("a", Kind.id()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two rows are called a");
    assertThatThrownBy(() -> row.alsoReadFrom("a")).hasMessage("two rows are called a");
  }

  @Test
  void aTableThatStartsWithAnotherHasItsRowsInTheirPlaces() {
    Table<Box> narrow = Table.ofRequest();
    Row<String> mark = narrow.outside("mark");
    Row<String> first = narrow.optional("first", Kind.text());
    Table<Box> wide = Table.<Box>ofRequest().startingWith(narrow);
    Row<String> second = wide.optional("second", Kind.text());
    Row<String> other = narrow.optional("second", Kind.text());
    assertThat(wide.rows()).extracting(Row::name).containsExactly("first", "second");
    assertThat(List.of(mark.slot(), first.slot(), second.slot())).containsExactly(0, 1, 2);
    assertThat(List.of(wide.has(first), wide.has(second), wide.has(other)))
        .containsExactly(true, true, false);
    assertThat(narrow.has(second)).isFalse();
    assertThat(Table.<Box>ofRequest().has(mark)).isFalse();
  }

  /** Messages and {@code toString()} name fields as the caller's code does. */
  @Test
  void everyFieldIsNamedLikeItsAccessorAndItsSetter() throws Exception {
    Set<String> wrong = new TreeSet<>();
    int rows = 0;
    for (Class<?> type : models()) {
      Class<?> builder = Class.forName(type.getName() + "$Builder");
      for (Field constant : type.getDeclaredFields()) {
        if (constant.getType() == Row.class && Modifier.isStatic(constant.getModifiers())) {
          constant.setAccessible(true);
          Row<?> row = (Row<?>) constant.get(null);
          rows++;
          if (!methods(type).contains(row.accessor())) {
            wrong.add(type.getSimpleName() + "." + row.accessor());
          }
          if (!methods(builder).contains(row.accessor())
              && !List.of("accountSlugOmitted", "unassignsAll", "clearedFields")
                  .contains(row.accessor())) {
            wrong.add(type.getSimpleName() + ".Builder." + row.accessor());
          }
        }
      }
    }
    assertThat(rows).isGreaterThan(150);
    assertThat(wrong).isEmpty();
  }

  private static Set<String> methods(Class<?> type) {
    return Stream.of(type.getDeclaredMethods()).map(m -> m.getName()).collect(Collectors.toSet());
  }

  private static List<Class<?>> models() throws Exception {
    List<Class<?>> models = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        if (source.contains(" TABLE =") && !file.endsWith("Table.java")) {
          models.add(
              Class.forName(
                  SOURCES
                      .relativize(file)
                      .toString()
                      .replaceAll("\\.java$", "")
                      .replace('/', '.')));
        }
      }
    }
    assertThat(models).hasSizeGreaterThan(30);
    return models;
  }
}
