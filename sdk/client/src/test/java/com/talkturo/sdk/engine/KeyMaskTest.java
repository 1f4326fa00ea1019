package com.talkturo.sdk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyMaskTest {
  /** Every character that a key may have, letters and digits of the escapes included. */
  private static final String ALL =
      IntStream.rangeClosed('!', '~')
          .mapToObj(Character::toString)
          .collect(Collectors.joining("", "tk_", ""));

  private static final List<String> KEYS =
      List.of(
          "tk_live_ab\"\\/cd",
          "tk_u0075ux41xU",
          "tk+a/b=0123456789==",
          "u\\u0075u0075\\",
          "\\\\\\\\\\\\\\\\\\",
          "%25%2541&amp;&#65;x",
          "aaaaaaaaaaaaaaaaaaaaaa",
          ALL);

  private final KeyMask mask = KeyMask.NONE.with("tk_live_ab\"\\/cd");

  /** A way to write any character. */
  private record Way(String name, UnaryOperator<String> of) {
    static Way each(String format) {
      return new Way(format, text -> text.chars().mapToObj(format::formatted).collect(joined()));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining();
  }

  private static final List<Way> WAYS =
      List.of(
          Way.each("%c"),
          Way.each("\\%c"),
          Way.each("\\u%04x"),
          Way.each("\\u%04X"),
          Way.each("\\U%08x"),
          Way.each("\\u{%x}"),
          Way.each("\\u{%06X}"),
          Way.each("\\x%02x"),
          Way.each("\\x%04x"),
          Way.each("\\x{%x}"),
          Way.each("\\%03o"),
          Way.each("\\%o"),
          Way.each("%%%02x"),
          Way.each("%%%02X"),
          Way.each("%%u%04x"),
          Way.each("&#%d;"),
          Way.each("&#%d"),
          Way.each("&#%06d;"),
          Way.each("&#%010d;"),
          Way.each("&#x%x;"),
          Way.each("&#X%X;"),
          Way.each("&#x%08x;"));

  static List<Way> ways() {
    List<Way> all = new ArrayList<>(WAYS);
    for (Way inner : WAYS) {
      for (Way outer : WAYS.subList(1, WAYS.size())) {
        all.add(new Way(outer + " of " + inner, text -> outer.of().apply(inner.of().apply(text))));
      }
    }
    all.add(new Way("JSON in JSON in JSON", t -> json(json(json(t)))));
    all.add(new Way("a URL in HTML in JSON", t -> json(t.replaceAll("\\W", "&#37;2B")) + json(t)));
    return all;
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void everySpellingIsHidden(Way way) {
    for (String key : KEYS) {
      String spelled = way.of().apply(key);
      String text = "- " + spelled + " - " + spelled + " -";
      assertThat(KeyMask.NONE.with(key).hide(text))
          .as(text)
          .startsWith("- ")
          .contains("[API key]")
          .doesNotContain(spelled);
    }
  }

  @Test
  void everyCharacterMayBeSpelledInAnotherWay() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      String key = KEYS.get(i % KEYS.size());
      StringBuilder spelled = new StringBuilder();
      for (char c : key.toCharArray()) {
        Way way = WAYS.get(random.nextInt(WAYS.size()));
        // Codes without an end would take the next digit for theirs.
        boolean endless = way.name().equals("&#%d") || way.name().equals("\\%o");
        spelled.append((endless ? WAYS.get(0) : way).of().apply(String.valueOf(c)));
      }
      assertThat(KeyMask.NONE.with(key).hide("<" + spelled + ">"))
          .as(spelled.toString())
          .isEqualTo("<[API key]>");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tk_live_ab\"\\/cd",
        "tk_live_ab\\\"\\\\/cd",
        "tk_live_ab\\\"\\\\\\/cd",
        "\\u0074k\\u005Flive_ab\\u0022\\u005c\\u002Fcd",
        "tk&lowbar;live&UnderBar;ab&quot;&bsol;&sol;cd",
        "tk_live_ab&QUOT;&bsol&sol;cd",
        "tk_live_ab&amp;quot;&amp;amp;bsol;%2526sol;cd",
        "tk_live_ab%22%5C%2fcd",
        "\\\\u0074k_live_ab\\\\\\\"\\\\\\\\\\/cd"
      })
  void nothingOfASpellingIsLeft(String spelled) {
    assertThat(mask.hide("a " + spelled + " b " + spelled)).isEqualTo("a [API key] b [API key]");
    assertThat(mask.finds(spelled)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tk_live_a",
        "tk_live_ab",
        "tk_live_ab\\",
        "tk_live_ab\\u00",
        "tk_live_ab\\\\u002",
        "tk_live_ab%",
        "tk_live_ab%252",
        "tk_live_ab&",
        "tk_live_ab&#x0000",
        "tk_live_ab&quo",
        "tk_live_ab\\u{0"
      })
  void aKeyCutShortByTheEndIsHidden(String cut) {
    assertThat(mask.hide("a " + cut)).isEqualTo("a [API key]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tk_live_",
        "tk_live_\\u00",
        "tk_live_ax",
        "tk_live_ab\"\\/c?",
        "tk_live_ab& more",
        "tk_live_ab%a_long_word_at_the_end",
        "tk_live_abx&",
        "\\",
        "\\u00",
        "%",
        "&#;",
        "&#0;",
        "&nosuchname;",
        "\\u0074k_live_ab\\u0023",
        "TK_LIVE_AB\"\\/CD"
      })
  void otherTextStaysAsItIs(String text) {
    assertThat(mask.hide(text)).isSameAs(text);
    assertThat(mask.finds(text)).isFalse();
  }

  @Test
  void whatStandsAroundAKeyStays() {
    assertThat(mask.hide("\\n%41tk_live_ab\"\\/cd%41\\n")).isEqualTo("\\n%41[API key]%41\\n");
    assertThat(KeyMask.NONE.with("tk_live_ab&").hide("tk_live_ab&x")).isEqualTo("[API key]x");
  }

  @Test
  void allKeysOfACallAreHidden() {
    KeyMask both = KeyMask.NONE.with("key_one").with("key_one_and_two").with("key_one").with("");
    assertThat(both.hide("key_one key_one_and_two key_three"))
        .isEqualTo("[API key] [API key] key_three");
    assertThat(both.with("key_three").hide("key_one, key_three")).isEqualTo("[API key], [API key]");
  }

  @Test
  void noKeyHidesNothing() {
    assertThat(KeyMask.NONE.hide("Bearer ")).isEqualTo("Bearer ");
    assertThat(KeyMask.NONE.with("").finds("Bearer ")).isFalse();
  }

  @Test
  void aFailureThatQuotesAKeyIsReplaced() {
    IOException harmless = new IOException("reset", new IOException("by peer"));
    assertThat(mask.hide(harmless)).isSameAs(harmless);

    IOException inside = new IOException("reset", new IOException("tk_live_ab%22%5C%2fcd"));
    IOException beside = new IOException("reset");
    beside.addSuppressed(new IOException("tk_live_ab\"\\/cd"));
    for (IOException failure : List.of(inside, beside)) {
      IOException clean = mask.hide(failure);
      assertThat(clean).isNotSameAs(failure).hasNoCause().hasMessage("java.io.IOException: reset");
      assertThat(clean.getStackTrace()).isEqualTo(failure.getStackTrace());
      assertThat(clean.getSuppressed()).isEmpty();
    }
    assertThat(mask.hide(new IOException("got tk_live_ab\"\\/cd")))
        .hasMessage("java.io.IOException: got [API key]");
  }

  /** A circle of causes ends the search, and so does a chain that is longer than any real one. */
  @Test
  void causesMayFormACircle() {
    IOException first = new IOException("first");
    IOException second = new IOException("second", first);
    first.initCause(second);
    assertThat(mask.hide(first)).isSameAs(first);
  }

  @Test
  void timeGrowsWithTheTextAndNotWithItsMalice() {
    String key = "tk_live_" + "0123456789abcdef".repeat(4);
    String near = key.substring(0, key.length() - 1);
    List<String> hostile =
        List.of(
            near,
            near.chars().mapToObj("\\u%04x"::formatted).collect(joined()),
            near.chars().mapToObj("%%25%02x"::formatted).collect(joined()),
            "\\",
            "&#0",
            "&#00000000000000000000",
            "&",
            "%25",
            "\\u{0",
            "&amp;",
            "t",
            "\\t");
    for (String piece : hostile) {
      String text = piece.repeat(65_536 / piece.length()) + ".";
      long start = System.nanoTime();
      assertThat(KeyMask.NONE.with(key).finds(text)).as(piece).isFalse();
      long took = System.nanoTime() - start;
      assertThat(Duration.ofNanos(took)).as(piece).isLessThan(Duration.ofSeconds(2));
    }
  }
}
