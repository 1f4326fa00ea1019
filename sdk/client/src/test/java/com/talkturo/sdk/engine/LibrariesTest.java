package com.talkturo.sdk.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
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
}
