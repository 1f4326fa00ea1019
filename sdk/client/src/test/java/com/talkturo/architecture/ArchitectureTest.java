package com.talkturo.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.sdk.TalkturoClient;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The design, checked on the class files; each rule is also seen to fail. */
class ArchitectureTest {
  private static final String SDK = "com.talkturo.sdk";
  private static final String VIOLATIONS = "com.talkturo.architecture.violations";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrl(TalkturoClient.class.getProtectionDomain().getCodeSource().getLocation());
  private static final JavaClasses VIOLATING_CLASSES =
      // By folder: by package, the whole class path would be searched.
      new ClassFileImporter().importUrl(ArchitectureTest.class.getResource("violations/"));

  static Set<String> names() {
    return Rules.below(SDK).keySet();
  }

  @Test
  void rulesMeetTheClassesOfTheSdk() {
    assertThat(CLASSES).hasSizeGreaterThan(80);
    assertThat(CLASSES.contain(TalkturoClient.class)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("names")
  void sdkKeepsTheRule(String name) {
    Rules.below(SDK).get(name).check(CLASSES);
  }

  /** Which classes break a rule: one for each way to break it. */
  private static final Map<String, Set<String>> VIOLATORS =
      Map.ofEntries(
          Map.entry("errors depend on nothing else of the SDK", Set.of("errors.KnowsHttp")),
          Map.entry(
              "json depends on nothing else of the SDK",
              Set.of("json.KnowsHttp", "json.KnowsOkHttp")),
          Map.entry("the engine depends on json and errors only", Set.of("engine.KnowsHttp")),
          Map.entry(
              "http depends on engine, json and errors only", Set.of("http.ThrowingInterceptor")),
          Map.entry(
              "features do not know the entry or each other",
              Set.of("assistants.KnowsEntry", "credits.KnowsAssistants")),
          Map.entry("packages are named by what they are about", Set.of("util.Helper")),
          Map.entry(
              "interceptors throw only IOException",
              Set.of("http.ThrowingInterceptor", "http.RethrowingInterceptor")),
          Map.entry("nothing is printed", Set.of("Entry")),
          Map.entry("public signatures show JDK types and our own", Set.of("Entry")),
          Map.entry(
              "public classes cannot be extended from outside",
              Set.of("Entry", "assistants.TransportException")),
          Map.entry(
              "models do without jackson-databind",
              Set.of("assistants.KnowsEntry", "assistants.CallersTypes")));

  @ParameterizedTest
  @MethodSource("names")
  void ruleCanFail(String name) {
    ArchRule rule = Rules.below(VIOLATIONS).get(name);

    assertThatThrownBy(() -> rule.check(VIOLATING_CLASSES))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("was violated")
        .satisfies(
            failure ->
                assertThat(VIOLATORS.get(name))
                    .isNotEmpty()
                    .allSatisfy(
                        violator ->
                            assertThat(failure).hasMessageContaining(VIOLATIONS + "." + violator)));
  }

  @Test
  void interceptorMayLetPassWhatItsFinallyBlockMeets() {
    ArchRule rule = Rules.below(VIOLATIONS).get("interceptors throw only IOException");

    assertThat(rule.evaluate(VIOLATING_CLASSES).getFailureReport().getDetails())
        .hasSize(4)
        .noneMatch(detail -> detail.contains("CleaningInterceptor"));
  }

  @Test
  void noFileHasMoreThan300LinesOfCode() {
    assertThat(FileLengths.above(300, Path.of("src/main/java"))).isEmpty();
  }

  @Test
  void lengthOfAFileIsItsCodeWithoutCommentsAndBlankLines() {
    Path violations = Path.of("src/test/java/com/talkturo/architecture/violations");

    assertThat(FileLengths.above(7, violations)).containsKey("RethrowingInterceptor.java");
    assertThat(
            FileLengths.linesOfCode(
                "/** One.\n * Two. */\nString a = \"/* no comment\"; // three\n\n  /* four */\nint b;\n"))
        .isEqualTo(2);
  }

  @Test
  void everyPackageOfTestsSaysWhatBelongsThere() throws IOException {
    try (var files = Files.walk(Path.of("src/test/java"))) {
      assertThat(
              files
                  .filter(file -> file.getFileName().toString().endsWith("Test.java"))
                  .map(Path::getParent)
                  .distinct())
          .hasSizeGreaterThan(4)
          .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
    }
  }

  /** Documentation, module descriptor and API check agree on what is internal. */
  @Test
  void internalPackagesAreTheDocumentedOnes() throws IOException {
    Path sources = Path.of("src/main/java");
    Set<String> documented = new TreeSet<>();
    try (var files = Files.walk(sources)) {
      for (Path file : files.filter(f -> f.endsWith("package-info.java")).toList()) {
        String text = Files.readString(file).replaceAll("[\\s*]+", " ");
        if (text.contains("Internal to the SDK")) {
          documented.add(file.getParent().getFileName().toString());
        }
      }
    }
    assertThat(documented).containsExactlyInAnyOrderElementsOf(Rules.INTERNAL);

    String module = Files.readString(sources.resolve("module-info.java"));
    assertThat(found("exports com\\.talkturo\\.sdk\\.(\\w+) to", module))
        .containsExactlyInAnyOrderElementsOf(Rules.INTERNAL);
    String pom = Files.readString(Path.of("../../pom.xml"));
    assertThat(found("<exclude>com\\.talkturo\\.sdk\\.(\\w+)\\.\\*</exclude>", pom))
        .containsExactlyInAnyOrderElementsOf(Rules.INTERNAL);
  }

  private static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }
}
