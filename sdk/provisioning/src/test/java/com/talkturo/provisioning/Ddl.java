package com.talkturo.provisioning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The DDL as users read it. */
final class Ddl {
  private Ddl() {}

  static List<String> documented() throws IOException {
    String javadoc =
        Files.readString(Path.of("src/main/java/com/talkturo/provisioning/StateStore.java"));
    return Pattern.compile("CREATE TABLE [^;]*;")
        .matcher(javadoc.replace("   * ", ""))
        .results()
        .map(match -> match.group().replace(";", ""))
        .toList();
  }
}
