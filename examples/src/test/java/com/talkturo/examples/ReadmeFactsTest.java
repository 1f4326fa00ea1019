package com.talkturo.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.TalkturoException;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README says in tables and commands, next to what there is. */
class ReadmeFactsTest {
  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @Test
  void theConfigurationTableNamesEveryOptionOfTheBuilder() throws Exception {
    Set<String> options =
        Arrays.stream(TalkturoClient.Builder.class.getDeclaredMethods())
            .filter(m -> Modifier.isPublic(m.getModifiers()))
            .filter(m -> m.getReturnType() == TalkturoClient.Builder.class)
            .map(m -> m.getName())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(options).contains("apiKey", "timeout");
    assertThat(firstColumn("| option |").map(name -> name.replaceAll("\\(.*", "")).distinct())
        .containsExactlyInAnyOrderElementsOf(options);
  }

  @Test
  void theErrorTableNamesEveryException() throws Exception {
    Path classes =
        Path.of(
            TalkturoException.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Set<String> exceptions;
    try (Stream<Path> files = filesOf(classes, "com/talkturo/sdk/errors")) {
      exceptions =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.matches("\\w+Exception\\.class"))
              .map(name -> name.replace(".class", ""))
              .collect(Collectors.toCollection(TreeSet::new));
    }
    // The root, which is above the table.
    exceptions.remove("TalkturoException");

    assertThat(exceptions).contains("RateLimitException", "DecodeException");
    assertThat(firstColumn("| exception |")).containsExactlyInAnyOrderElementsOf(exceptions);
  }

  @Test
  void theExamplesTableNamesEveryExample() throws Exception {
    Set<String> examples = new TreeSet<>(Set.of("TestYourCode"));
    Path folder = ROOT.resolve("examples/src/main/java/com/talkturo/examples");
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .filter(name -> !name.equals("Playground"))
          .forEach(examples::add);
    }

    assertThat(examples).contains("Quickstart");
    assertThat(firstColumn("| name |")).containsExactlyInAnyOrderElementsOf(examples);
  }

  @Test
  void theVersionIsTheOneThatIsBuilt() throws Exception {
    List<String> versions =
        Pattern.compile("<version>(.*?)</version>|talkturo-sdk(?:-testing)?:([\\w.-]+)")
            .matcher(readme())
            .results()
            .map((MatchResult m) -> m.group(1) != null ? m.group(1) : m.group(2))
            .toList();

    assertThat(versions).isNotEmpty().containsOnly(System.getProperty("project.version"));
  }

  @Test
  void theContinuousBuildRunsTheTwoCommands() throws Exception {
    List<String> commands = codeIn(secondColumn("| to | run |"));

    assertThat(commands).hasSize(2);
    assertThat(Files.readString(ROOT.resolve(".ci/run"))).contains(commands);
  }

  @Test
  void theLoggersAreThere() throws Exception {
    List<String> loggers =
        codeIn(readme().lines()).stream()
            .filter(name -> name.matches("com\\.talkturo\\.sdk(\\.[a-z]+)*\\.[A-Z]\\w+"))
            .toList();

    assertThat(loggers).isNotEmpty();
    assertThat(loggers)
        .allSatisfy(
            name ->
                assertThat(Class.forName(name).getDeclaredFields())
                    .anyMatch(field -> field.getType().getSimpleName().equals("Logger")));
  }

  private static Stream<Path> filesOf(Path classes, String folder) throws IOException {
    if (Files.isDirectory(classes)) {
      return Files.list(classes.resolve(folder));
    }
    // After "mvn package" the classes come in a jar.
    FileSystem jar = FileSystems.newFileSystem(classes);
    return Files.list(jar.getPath(folder));
  }

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }

  /** The names set as code in the first column of the table that starts so. */
  private static Stream<String> firstColumn(String head) throws IOException {
    return codeIn(rows(head).map(cells -> cells[1])).stream();
  }

  private static Stream<String> secondColumn(String head) throws IOException {
    return rows(head).map(cells -> cells[2]);
  }

  private static Stream<String[]> rows(String head) throws IOException {
    return readme()
        .lines()
        .dropWhile(line -> !line.startsWith(head))
        .takeWhile(line -> line.startsWith("|"))
        .skip(2)
        .map(line -> line.split("\\|"));
  }

  private static List<String> codeIn(Stream<String> cells) {
    return cells.flatMap(cell -> CODE.matcher(cell).results()).map(m -> m.group(1)).toList();
  }
}
