package com.talkturo.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.TalkturoException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say in tables, commands and links, next to what there is. */
class ReadmeFactsTest {
  private static final Path ROOT = Snippets.ROOT;
  private static final Path SOURCES = ROOT.resolve("sdk/client/src/main/java/com/talkturo/sdk");
  private static final int MAX_LINES = 250;
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern LOGGER = Pattern.compile("\"(com\\.talkturo\\.sdk\\.[a-z]+)\"");
  private static final Pattern LINK =
      Pattern.compile("\\[[^]]+\\]\\((?!https?:)([^)#]+)(#[^)]+)?\\)");

  @Test
  void theReadmeIsShort() {
    assertThat(readme().lines()).hasSizeLessThanOrEqualTo(MAX_LINES);
  }

  @Test
  void theOperationsTableNamesEveryOperationOfEveryAccessor() {
    Map<String, Set<String>> operations = new TreeMap<>();
    for (Method accessor : TalkturoClient.class.getMethods()) {
      if (accessor.getReturnType().getName().matches("com\\.talkturo\\.sdk\\.\\w+\\.\\w+Client")) {
        operations.put(
            accessor.getName() + "()",
            Arrays.stream(accessor.getReturnType().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> !name.endsWith("Async"))
                .collect(Collectors.toCollection(TreeSet::new)));
      }
    }
    Map<String, Set<String>> documented = new TreeMap<>();
    rows(readme(), "| accessor |")
        .forEach(
            cells ->
                documented.put(
                    codeIn(Stream.of(cells[1])).get(0),
                    new TreeSet<>(codeIn(Stream.of(cells[2])))));

    assertThat(operations).containsKey("assistants()");
    assertThat(documented).isEqualTo(operations);
  }

  @Test
  void theConfigurationTableNamesEveryOptionOfTheBuilder() throws Exception {
    Set<String> options =
        Arrays.stream(TalkturoClient.Builder.class.getDeclaredMethods())
            .filter(m -> Modifier.isPublic(m.getModifiers()))
            .filter(m -> m.getReturnType() == TalkturoClient.Builder.class)
            .map(m -> m.getName())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(options).contains("apiKey", "timeout");
    assertThat(
            firstColumn(readme(), "| option |")
                .map(name -> name.replaceAll("\\(.*", ""))
                .distinct())
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
    assertThat(firstColumn(readme(), "| exception |"))
        .containsExactlyInAnyOrderElementsOf(exceptions);
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
    assertThat(firstColumn(document("examples/README.md"), "| name |"))
        .containsExactlyInAnyOrderElementsOf(examples);
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
    List<String> commands = codeIn(rows(readme(), "| to | run |").map(cells -> cells[2]));

    assertThat(commands).hasSize(2);
    assertThat(document(".ci/run")).contains(commands);
  }

  @Test
  void theLoggersAreThoseOfTheCode() throws Exception {
    Set<String> loggers = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> LOGGER.matcher(Snippets.read(file)).results())
          .forEach(name -> loggers.add(name.group(1)));
    }

    assertThat(loggers).contains("com.talkturo.sdk.retry");
    assertThat(firstColumn(readme(), "| logger |")).containsExactlyInAnyOrderElementsOf(loggers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "engine", "json", "errors"})
  void theMapNamesEveryFileOfTheFloorsBelowTheFeaturesOnce(String folder) throws Exception {
    List<String> files = new ArrayList<>(namesIn(SOURCES.resolve(folder)));
    Path templates =
        ROOT.resolve("sdk/client/src/main/java-templates/com/talkturo/sdk").resolve(folder);
    if (Files.isDirectory(templates)) {
      files.addAll(namesIn(templates));
    }
    String map = document("CONTRIBUTING.md");
    String section = map.substring(map.indexOf("### `" + folder + "`"));

    assertThat(files).hasSizeGreaterThan(3);
    assertThat(firstColumn(section, "| file |")).containsExactlyInAnyOrderElementsOf(files);
  }

  @Test
  void tenQuestionsAreAnsweredByFilesThatAreThere() throws Exception {
    List<String[]> questions = rows(document("CONTRIBUTING.md"), "| question |").toList();

    assertThat(questions).hasSize(10);
    for (String[] question : questions) {
      String name = codeIn(Stream.of(question[2])).get(0) + ".java";
      try (Stream<Path> files = Files.walk(SOURCES)) {
        assertThat(files).as(question[1]).anyMatch(file -> file.endsWith(name));
      }
    }
  }

  @Test
  void theLinksBetweenDocumentsLeadSomewhere() throws Exception {
    List<Path> documents = documents();
    int links = 0;
    for (Path document : documents) {
      for (MatchResult link : LINK.matcher(Snippets.read(document)).results().toList()) {
        links++;
        Path target = document.getParent().resolve(link.group(1)).normalize();
        assertThat(target).as("%s in %s", link.group(), ROOT.relativize(document)).exists();
        if (link.group(2) != null) {
          assertThat(anchors(target)).as(link.group()).contains(link.group(2).substring(1));
        }
      }
    }
    assertThat(links).isGreaterThan(8);
  }

  /** Those that this module does not compile have a test beside them. */
  @Test
  void everyDocumentWithSnippetsHasATestThatCompilesThem() throws Exception {
    String checkedHere =
        Snippets.read(ROOT.resolve("examples/src/test/java/com/talkturo/examples/ReadmeTest.java"));
    for (Path document : documents()) {
      boolean hasSnippets =
          Stream.of("java", "kotlin")
              .anyMatch(language -> !Snippets.ofDocument(document, language).isEmpty());
      String name = ROOT.relativize(document).toString().replace('\\', '/');
      if (hasSnippets && !checkedHere.contains('"' + name + ", ")) {
        try (Stream<Path> files = Files.walk(document.resolveSibling("src/test"))) {
          assertThat(files)
              .as("a test of the snippets in " + name)
              .anyMatch(file -> file.getFileName().toString().matches("Readme\\w*Test\\.\\w+"));
        }
      }
    }
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (Path folder : List.of(ROOT, ROOT.resolve("sdk"), ROOT.resolve("examples"))) {
      try (Stream<Path> files = Files.walk(folder, 2)) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
      }
    }
    return documents.stream().map(Path::normalize).distinct().toList();
  }

  private static Set<String> anchors(Path document) {
    return Snippets.read(document)
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .filter(name -> !name.equals("package-info"))
          .toList();
    }
  }

  private static Stream<Path> filesOf(Path classes, String folder) throws IOException {
    if (Files.isDirectory(classes)) {
      return Files.list(classes.resolve(folder));
    }
    // After "mvn package" the classes come in a jar.
    FileSystem jar = FileSystems.newFileSystem(classes);
    return Files.list(jar.getPath(folder));
  }

  private static String readme() {
    return document("README.md");
  }

  private static String document(String path) {
    return Snippets.read(ROOT.resolve(path));
  }

  /** The names set as code in the first column of the table that starts so. */
  private static Stream<String> firstColumn(String document, String head) {
    return codeIn(rows(document, head).map(cells -> cells[1])).stream();
  }

  private static Stream<String[]> rows(String document, String head) {
    return document
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
