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
import java.util.List;
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

  @ParameterizedTest
  @MethodSource("names")
  void ruleCanFail(String name) {
    ArchRule rule = Rules.below(VIOLATIONS).get(name);
    assertThatThrownBy(() -> rule.check(VIOLATING_CLASSES))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("was violated")
        .hasMessageContaining(VIOLATIONS);
  }

  /** The rules and the API check leave out exactly the types whose Javadoc says so. */
  @Test
  void internalTypesAreTheDocumentedOnes() throws IOException {
    List<Path> sources;
    try (var files = Files.walk(Path.of("src/main/java"))) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }
    Set<String> documented = new TreeSet<>();
    for (Path source : sources) {
      String text = Files.readString(source);
      int type = text.indexOf("\npublic ");
      if (type > 0
          && text.substring(0, type).replaceAll("[\\s*]+", " ").contains("nternal to the SDK")) {
        documented.add(source.getFileName().toString().replace(".java", ""));
      }
    }
    assertThat(documented).containsExactlyInAnyOrderElementsOf(Rules.INTERNAL);

    String pom = Files.readString(Path.of("../../pom.xml"));
    Set<String> excluded =
        Pattern.compile("<exclude>com\\.talkturo\\.sdk\\.(?:http|json)\\.(\\w+)</exclude>")
            .matcher(pom)
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toSet());
    assertThat(excluded).containsExactlyInAnyOrderElementsOf(Rules.INTERNAL);
  }
}
