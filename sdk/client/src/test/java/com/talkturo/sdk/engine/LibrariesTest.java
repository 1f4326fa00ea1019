package com.talkturo.sdk.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kotlin.KotlinVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibrariesTest {
  @ParameterizedTest
  @ValueSource(strings = {"3.x", "3.14.9", "4.0.0", "4.9.3", "4.11.0", "4.11.0-alpha.1"})
  void olderThanTheFloorIsRefusedNamingBothVersions(String version) {
    assertThatThrownBy(() -> Libraries.requireOkHttp(version))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "OkHttp "
                + version
                + " is on the class path, but the Talkturo SDK needs OkHttp 4.12 or newer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.12.0", "4.12.0.redhat-1", "4.13", "5.0.0-alpha.14", "5.5.1", "10.0.0"})
  void floorAndNewerAreAccepted(String version) {
    assertThatCode(() -> Libraries.requireOkHttp(version)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"1, 4, 10", "1, 6, 21", "1, 7, 22", "1, 8, 10", "0, 9, 99"})
  void anOlderLibraryOfKotlinIsRefusedNamingBothVersions(int major, int minor, int patch) {
    assertThatThrownBy(() -> Libraries.requireKotlin(new KotlinVersion(major, minor, patch)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "kotlin-stdlib %d.%d.%d is on the class path, but the Talkturo SDK needs kotlin-stdlib"
                    .formatted(major, minor, patch)
                + " 1.8.20 or newer");
  }

  @ParameterizedTest
  @CsvSource({"1, 8, 20", "1, 9, 25", "2, 0, 0", "2, 4, 21"})
  void newerLibrariesOfKotlinAreAccepted(int major, int minor, int patch) {
    assertThatCode(() -> Libraries.requireKotlin(new KotlinVersion(major, minor, patch)))
        .doesNotThrowAnyException();
  }
}
