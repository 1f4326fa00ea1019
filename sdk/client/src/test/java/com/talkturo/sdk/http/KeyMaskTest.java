package com.talkturo.sdk.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyMaskTest {
  private final KeyMask mask = new KeyMask("tk_live_ab\"\\/cd");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tk_live_ab\"\\/cd",
        "tk_live_ab\\\"\\\\/cd",
        "tk_live_ab\\\"\\\\\\/cd",
        "\\u0074k\\u005Flive_ab\\u0022\\u005c\\u002Fcd"
      })
  void everySpellingIsHidden(String spelled) {
    assertThat(mask.hide("a " + spelled + " b " + spelled)).isEqualTo("a [API key] b [API key]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tk_live_a", "tk_live_ab\\", "tk_live_ab\\u00"})
  void aKeyCutShortByTheEndIsHidden(String cut) {
    assertThat(mask.hide("a " + cut)).isEqualTo("a [API key]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tk_live_", "tk_live_ax", "tk_live_ab\"\\/c?", "\\", "\\u00"})
  void otherTextStaysAsItIs(String text) {
    assertThat(mask.hide(text)).isSameAs(text);
    assertThat(mask.finds(text)).isFalse();
  }

  @Test
  void noKeyHidesNothing() {
    assertThat(KeyMask.NONE.hide("Bearer ")).isEqualTo("Bearer ");
  }
}
