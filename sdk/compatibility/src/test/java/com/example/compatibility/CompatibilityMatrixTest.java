package com.example.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The built client jar with the oldest and newest libraries that it supports, each row in a JVM of
 * its own. {@code -Dmatrix=full} runs all rows, the build only their corners.
 */
class CompatibilityMatrixTest {
  private static final String NEWEST_OKHTTP = System.getProperty("newest.okhttp");
  private static final String NEWEST_JACKSON = System.getProperty("newest.jackson");
  private static final String[] OKHTTP = {"4.12.0", NEWEST_OKHTTP};
  private static final String TOO_OLD_JACKSON = "2.12.7";
  private static final String[] JACKSON = {"2.13.5", "2.17.3", NEWEST_JACKSON};

  /** As many as {@link Smoke} makes: a row that stops early must not pass. */
  private static final int CHECKS = 26;

  /** The build's own, so that what is refused is never skipped. */
  private static final int ANY_JAVA = Runtime.version().feature();

  private static final List<String> TABLE = new ArrayList<>();

  /**
   * @param okHttp folders of OkHttp and Kotlin libraries, in class path order
   * @param pinned the one library that is older than the rest of Jackson; empty if none is
   * @param refusal what the client says about versions it does not support; empty if it works
   */
  record Row(List<String> okHttp, String jackson, String pinned, int java, String refusal) {
    static Row works(List<String> okHttp, String jackson, int java) {
      return new Row(okHttp, jackson, "", java, "");
    }

    /** Jackson as in {@code jackson}, but this library of it from {@link #TOO_OLD_JACKSON}. */
    static Row refusedBesideNewer(String library) {
      return new Row(
          List.of(NEWEST_OKHTTP),
          NEWEST_JACKSON,
          library,
          ANY_JAVA,
          needs(library, TOO_OLD_JACKSON, "2.13"));
    }

    /** What {@link Smoke} sees: OkHttp 3 has no version to ask for. */
    String okHttpVersion() {
      return okHttp.stream().filter(name -> name.matches("[4-9]\\..*")).findFirst().orElseThrow();
    }

    String jacksonText() {
      return pinned.isEmpty() ? jackson : jackson + ", " + pinned + " " + TOO_OLD_JACKSON;
    }

    @Override
    public String toString() {
      return "OkHttp "
          + String.join(" before ", okHttp)
          + ", Jackson "
          + jacksonText()
          + ", Java "
          + java;
    }
  }

  private static String needs(String library, String found, String needed) {
    return String.format(
        "%s %s is on the class path, but the Talkturo SDK needs %s %s or newer",
        library, found, library, needed);
  }

  static List<Row> rows() {
    boolean full = System.getProperty("matrix", "corners").equals("full");
    List<Row> rows = new ArrayList<>();
    for (int java : new int[] {17, 25}) {
      for (String okHttp : OKHTTP) {
        for (String jackson : JACKSON) {
          boolean corner =
              okHttp.equals(NEWEST_OKHTTP)
                  ? jackson.equals(NEWEST_JACKSON)
                  : jackson.equals(JACKSON[0]);
          if (full || corner) {
            rows.add(Row.works(List.of(okHttp), jackson, java));
          }
        }
      }
    }
    // An application that asks for okhttp 4.12 without excluding okhttp-jvm has both jars, because
    // Maven takes them for different libraries.
    if (full) {
      rows.add(Row.works(List.of("4.12.0", NEWEST_OKHTTP), NEWEST_JACKSON, 17));
      rows.add(Row.works(List.of(NEWEST_OKHTTP, "4.12.0"), NEWEST_JACKSON, 17));
    }
    rows.add(
        new Row(List.of("4.9.3"), NEWEST_JACKSON, "", ANY_JAVA, needs("OkHttp", "4.9.3", "4.12")));
    String kotlin = "kotlin-" + System.getProperty("kotlin-1.9");
    rows.add(Row.works(List.of(kotlin, "4.12.0"), NEWEST_JACKSON, ANY_JAVA));
    rows.add(Row.works(List.of(kotlin, NEWEST_OKHTTP), NEWEST_JACKSON, ANY_JAVA));
    rows.add(
        new Row(
            List.of("3.14.9", NEWEST_OKHTTP),
            NEWEST_JACKSON,
            "",
            ANY_JAVA,
            needs("OkHttp", "3.x", "4.12")));
    rows.add(
        new Row(
            List.of("kotlin-1.6.21", NEWEST_OKHTTP),
            NEWEST_JACKSON,
            "",
            ANY_JAVA,
            needs("kotlin-stdlib", "1.6.21", "1.8.20")));
    rows.add(
        new Row(
            List.of(NEWEST_OKHTTP),
            TOO_OLD_JACKSON,
            "",
            ANY_JAVA,
            needs("jackson-core", TOO_OLD_JACKSON, "2.13")));
    rows.add(Row.refusedBesideNewer("jackson-databind"));
    rows.add(Row.refusedBesideNewer("jackson-datatype-jsr310"));
    rows.add(Row.refusedBesideNewer("jackson-datatype-jdk8"));
    return rows;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void smokeSuitePassesOrTheVersionIsRefused(Row row) throws Exception {
    Path java = Jdks.java(row.java());
    if (java == null) {
      record(row, "skipped: set -Djdk" + row.java() + ".home or JAVA_HOME_" + row.java());
      Assumptions.abort("no JDK " + row.java());
    }
    String outcome = "FAILED";
    try {
      SmokeProcess smoke = SmokeProcess.run(java, classPath(row));
      assertThat(smoke.output())
          .contains(
              "versions okhttp="
                  + row.okHttpVersion()
                  + " jackson="
                  + row.jackson()
                  + " java="
                  + row.java());
      if (row.refusal().isEmpty()) {
        assertThat(smoke.exitCode()).as(smoke.output()).isZero();
        assertThat(smoke.checks()).hasSize(CHECKS);
        outcome = smoke.checks().size() + " checks passed";
      } else {
        assertThat(smoke.output())
            .contains("IllegalStateException: " + row.refusal())
            .doesNotContain("NoSuchMethodError");
        assertThat(smoke.exitCode()).isNotZero();
        outcome = "refused by build(), naming both versions";
      }
    } finally {
      record(row, outcome);
    }
  }

  private static String classPath(Row row) throws IOException {
    List<String> path = new ArrayList<>();
    path.add(System.getProperty("programs"));
    path.add(System.getProperty("client.jar"));
    for (String okHttp : row.okHttp()) {
      path.addAll(Programs.libraries(okHttp.startsWith("kotlin") ? okHttp : "okhttp-" + okHttp));
    }
    for (String library : Programs.libraries("jackson-" + row.jackson())) {
      boolean pinned = !row.pinned().isEmpty() && library.contains(row.pinned() + "-");
      path.add(pinned ? library.replace(row.jackson(), TOO_OLD_JACKSON) : library);
    }
    path.addAll(Programs.libraries("common"));
    return Programs.path(path);
  }

  private static void record(Row row, String outcome) {
    TABLE.add(
        String.format(
            "| %-22s | %-38s | %-4d | %-44s |",
            String.join(" before ", row.okHttp()), row.jacksonText(), row.java(), outcome));
  }

  @AfterAll
  static void printTheTable() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format("| %-22s | %-38s | %-4s | %-44s |", "OkHttp", "Jackson", "Java", "Result"));
    lines.add(
        "|"
            + "-".repeat(24)
            + "|"
            + "-".repeat(40)
            + "|"
            + "-".repeat(6)
            + "|"
            + "-".repeat(46)
            + "|");
    lines.addAll(TABLE);
    lines.forEach(System.out::println);
    Files.write(Path.of(System.getProperty("reports"), "matrix.md"), lines);
  }
}
