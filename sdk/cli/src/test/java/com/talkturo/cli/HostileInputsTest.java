package com.talkturo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.TalkturoServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Variants of the wrong inputs that the README lists: nothing is sent, and the message is exact.
 */
@Timeout(60)
class HostileInputsTest {
  private static final String DESK = "assistants/desk.yaml";
  private static final String SECRET = "s3cr3t";

  private final TalkturoServer server = TalkturoServer.start();

  @TempDir Path path;

  @AfterEach
  void stop() {
    server.close();
  }

  private static Arguments input(
      String what, Consumer<ProjectFolder> input, int code, String message) {
    return Arguments.of(what, input, code, message);
  }

  private static Arguments desk(String what, String yaml, String message) {
    return input(what, folder -> folder.write(DESK, yaml), 1, message);
  }

  /** Each level has several aliases of the one below. */
  private static String laughs(int levels, int each) {
    StringBuilder yaml = new StringBuilder("name: Desk\nextra:\n  a0: &a0 ha\n");
    for (int i = 1; i <= levels; i++) {
      String alias = "*a" + (i - 1);
      yaml.append("  a" + i + ": &a" + i + " [" + (alias + ", ").repeat(each - 1) + alias + "]\n");
    }
    return yaml.toString();
  }

  private static String chain(int levels) {
    StringBuilder yaml = new StringBuilder("name: Desk\nextra:\n  a0: &a0 [ha]\n");
    for (int i = 1; i <= levels; i++) {
      yaml.append("  a" + i + ": &a" + i + " [*a" + (i - 1) + "]\n");
    }
    return yaml.toString();
  }

  static Stream<Arguments> inputs() {
    return Stream.of(
        desk("billion laughs", laughs(10, 9), "aliases stand for too much"),
        desk("many small laughs", laughs(40, 2), "aliases stand for too much"),
        desk("a chain of aliases", chain(5000), "aliases stand for too much"),
        desk("deep lists", "extra: {a: " + "[".repeat(50_000), "nested more than 100 deep"),
        desk("deep maps", "extra: " + "{a: ".repeat(50_000), "nested more than 100 deep"),
        desk("an alias of nothing", "name: *nobody\n", DESK + ":1:7: not valid YAML: "),
        desk("a name twice", "name: a\n\nname: b\n", DESK + ":3:1: \"name\" stands here twice"),
        desk("a tab", "extra:\n\tmode: x\n", DESK + ":2:1: not valid YAML: "),
        desk(
            "a control character",
            "name: a\u0007b\n",
            DESK + ":1:8: not valid YAML: the character"),
        desk("two documents", "name: a\n---\nname: b\n", "not valid YAML: "),
        desk("a tag of Java", "name: !!java.net.URL [x]\n", "tag"),
        desk(
            "yes",
            "recording_enabled: yes\n",
            "recording_enabled is \"yes\"; allowed is true or false"),
        desk("on", "recording_enabled: on\n", "recording_enabled is \"on\""),
        desk("1 for true", "recording_enabled: 1\n", "recording_enabled is \"1\""),
        desk("octal", "max_tokens: 0o17\n", "max_tokens is \"0o17\"; allowed is a whole number"),
        desk("hexadecimal", "max_tokens: 0x1F\n", "max_tokens is \"0x1F\""),
        desk("underscores", "max_tokens: 1_000\n", "max_tokens is \"1_000\""),
        desk("a gigantic number", "max_tokens: 1e999999999\n", "max_tokens is \"1e999999999\""),
        desk("an infinite number", "temperature: .inf\n", "temperature is \".inf\""),
        desk("a number above all", "temperature: 1e999\n", "temperature is "),
        desk(
            "a tilde",
            "voice_id: ~\n",
            DESK + ":1:11: voice_id is null; to send null write clear:"),
        desk("Null", "voice_id: Null\n", "voice_id is null"),
        desk("nothing", "voice_id:\nname: x\n", DESK + ":1:10: voice_id is null"),
        desk(
            "null in a list",
            "phoneNumbers: [~]\n",
            "an item of phoneNumbers is null; take it out"),
        desk("null deep inside", "extra: {a: {b: [1, null]}}\n", "an item of b is null"),
        input(
            "null sections",
            folder -> folder.write("talkturo.yaml", "defaults:\n"),
            1,
            "talkturo.yaml:1:10: defaults is null"),
        desk(
            "an undefined variable deep inside",
            "extra:\n  a:\n    b: ${env:NOPE}\n",
            DESK + ":3:8: environment variable NOPE"),
        desk(
            "a variable in braces",
            "extra: {a: ${env:NOPE}}\n",
            "; within [] and {} put ${...} in quotes"),
        desk(
            "an unclosed variable",
            "name: ${env:NOPE\n",
            "\"${\" begins a substitution; allowed are"),
        desk("a variable with a bad name", "name: ${env:1A}\n", "begins a substitution"),
        desk("another vendor's substitution", "name: ${NOPE}\n", "begins a substitution"),
        desk(
            "an empty default for a number",
            "temperature: ${env:NOPE:-}\n",
            "temperature is (hidden); allowed is a number"),
        desk(
            "a secret that is no number",
            "temperature: ${env:SECRET}\n",
            "temperature is (hidden); allowed is"),
        desk(
            "a secret number out of range",
            "temperature: ${env:NUMBER}\n",
            "temperature is (hidden); allowed is"),
        desk(
            "a secret whole number",
            "max_tokens: \" ${env:MINUS} \"\n",
            "max_tokens is (hidden); allowed is"),
        desk("a secret phone number", "phoneNumbers: [\"${env:SECRET}\"]\n", "(hidden)"),
        desk("a secret template", "first_message: ${env:BRACES}\n", "is not shown"),
        desk(
            "an unclosed brace on the line",
            "first_message: Hi {{contact.name\n",
            DESK + ":1:19: {{ is never closed"),
        input(
            "an unclosed brace in a second file",
            folder ->
                folder
                    .write(DESK, "first_message: {file: prompts/hi.md}\n")
                    .write("prompts/hi.md", "Hi {{a\r\n"),
            1,
            "prompts/hi.md:1:4: {{ is never closed"),
        desk(
            "a path that climbs",
            "system_prompt: {file: prompts/../../x.md}\n",
            "is outside of the folder"),
        desk(
            "a path with a zero",
            "system_prompt: {file: \"a\\0b\"}\n",
            "the prompt file is no path"),
        desk(
            "an absolute path",
            "system_prompt: {file: /etc/hostname}\n",
            "is outside of the folder"),
        desk("an empty path", "system_prompt: {file: \"\"}\n", "is outside of the folder"),
        input(
            "a folder linked outside",
            HostileInputsTest::linkedFolder,
            1,
            "is a link that leads outside"),
        input(
            "a missing file behind a link",
            HostileInputsTest::missingBehindALink,
            1,
            "does not exist; make it, or correct the path"),
        input(
            "all assistants linked outside",
            HostileInputsTest::linkedAssistants,
            1,
            "is a link that leads outside"),
        input(
            "a link to itself",
            folder ->
                link(
                    folder.write(DESK, "name: a\n").path.resolve("assistants/b.yaml"),
                    Path.of("b.yaml")),
            1,
            "assistants/b.yaml"),
        input(
            "capitals",
            folder -> folder.write("assistants/Desk.yaml", ""),
            1,
            "assistants/Desk.yaml:1:1: the file's name is the key, and \"Desk\" is none"),
        input(
            "a space",
            folder -> folder.write("assistants/front desk.yaml", ""),
            1,
            "\"front desk\" is none"),
        input(
            "an ending in capitals",
            folder -> folder.write("assistants/desk.YAML", ""),
            1,
            "assistants/desk.YAML:1:1: the file would be ignored; its name must end in .yaml"),
        input(
            "another ending",
            folder -> folder.write("assistants/desk.yml", ""),
            1,
            "would be ignored"),
        input(
            "an environment with another ending",
            folder -> folder.write("environments/test.yml", ""),
            1,
            "environments/test.yml:1:1: the file would be ignored"),
        input(
            "a folder in place of a file",
            folder -> folder.write("assistants/x.yaml/y", ""),
            1,
            "folders in assistants/ are not read"),
        input(
            "a file in place of the folder",
            folder -> folder.write("assistants", "name: Desk\n"),
            1,
            "assistants:1:1: assistants is not a folder"),
        input(
            "one number by variable and in full",
            HostileInputsTest::numberTwice,
            1,
            "is declared twice"),
        input(
            "a base URL that is none",
            folder -> environment(folder, "base_url: ftp://x\n"),
            1,
            "environments/prod.yaml: "),
        input(
            "a password in the base URL",
            folder -> environment(folder, "base_url: https://u:" + SECRET + "@x\n"),
            1,
            "environments/prod.yaml: "),
        input(
            "a key in place of its variable's name",
            folder -> environment(folder, "api_key_variable: " + SECRET + "\n"),
            1,
            "api_key_variable is not the name of an environment variable"),
        input(
            "a key that no header can hold",
            folder -> folder.terminal.variable("TALKTURO_API_KEY", SECRET + "\n\u00E4"),
            1,
            "error: "));
  }

  private static void environment(ProjectFolder folder, String yaml) {
    folder.write(DESK, "name: Desk\n");
    folder.write("environments/prod.yaml", "account: north-wind\n" + yaml);
  }

  private static void numberTwice(ProjectFolder folder) {
    folder.terminal.variable("LINE", "+4930" + "7654321");
    folder.write(DESK, "phoneNumbers: [\"${env:LINE}\"]\n");
    folder.write("assistants/sales.yaml", "phoneNumbers: [\"+49307654321\"]\n");
  }

  private static Path outside(ProjectFolder folder) {
    try {
      Path outside = Files.createDirectory(folder.path.resolveSibling("outside"));
      Files.writeString(outside.resolve("secret.md"), SECRET);
      Files.writeString(outside.resolve("desk.yaml"), "name: " + SECRET + "\n");
      return outside;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void link(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void linkedFolder(ProjectFolder folder) {
    folder.write(DESK, "system_prompt: {file: prompts/secret.md}\n");
    link(folder.path.resolve("prompts"), outside(folder));
  }

  private static void missingBehindALink(ProjectFolder folder) {
    folder.write(DESK, "system_prompt: {file: prompts/secre.md}\n");
    link(folder.path.resolve("prompts"), outside(folder));
  }

  private static void linkedAssistants(ProjectFolder folder) {
    link(folder.path.resolve("assistants"), outside(folder));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  void isToldAndNothingIsSent(String what, Consumer<ProjectFolder> input, int code, String message)
      throws IOException {
    ProjectFolder folder = folder();
    input.accept(folder);

    assertThat(folder.run("plan")).as(folder.errors()).isEqualTo(code);

    assertThat(folder.errors()).contains(message);
    assertThat(folder.errors().length()).isLessThan(4000);
    assertThat(server.requestCount()).isZero();
    assertThat(folder.printed()).isEmpty();
    assertThat(folder.errors())
        .doesNotContain(SECRET)
        .doesNotContain("7.25")
        .doesNotContain("Exception")
        .doesNotContain("unexpected")
        .doesNotContain("\tat ");
  }

  private ProjectFolder folder() throws IOException {
    ProjectFolder folder = ProjectFolder.of(Files.createDirectory(path.resolve("files")), server);
    folder
        .terminal
        .variable("SECRET", SECRET)
        .variable("NUMBER", "7.250")
        .variable("MINUS", "-" + "7.25e2")
        .variable("BRACES", "Hi {{" + SECRET);
    return folder;
  }

  @Test
  void whatLooksOddAndIsRightIsTaken() throws IOException {
    ProjectFolder folder = folder();
    folder.write(DESK, "\uFEFFname: &n Desk\r\nvoice_name: *n\r\nmax_tokens: 010\r\n");
    folder.write("assistants/empty.yaml", "# all from the defaults\n");
    folder.write("talkturo.yaml", "defaults:\n  name: ${env:NOPE:-Default}\n");
    folder.write(
        "assistants/money.yaml",
        "voice_id: $${env:NOPE} $$5\nvoice_name: \"${env:NOPE:-}\"\nfirst_message: \"a\\tb\"\n");
    folder.run("init");

    assertThat(folder.run("apply", "--yes")).as(folder.errors()).isZero();

    assertThat(server.assistantsNamed("Desk").get(0))
        .containsAllEntriesOf(Map.of("voice_name", "Desk", "max_tokens", 10));
    assertThat(server.assistantsNamed("Default"))
        .anySatisfy(
            assistant ->
                assertThat(assistant)
                    .containsAllEntriesOf(
                        Map.of(
                            "voice_id", "${env:NOPE} $$5",
                            "voice_name", "",
                            "first_message", "a\tb")));
    assertThat(folder.run("plan", "--fail-on-changes")).isZero();
  }

  private void isRefused(ProjectFolder folder, String... message) {
    isRefused(1, folder, message);
  }

  private void isRefused(int code, ProjectFolder folder, String... message) {
    server.clearRequests();
    assertThat(folder.run("apply", "--yes")).as(folder.printed()).isEqualTo(code);
    assertThat(folder.errors()).contains(message).doesNotContain("\tat ");
    assertThat(server.requests()).allMatch(request -> request.method().equals("GET"));
  }

  private ProjectFolder applied() throws IOException {
    ProjectFolder folder = folder();
    folder.write(DESK, "name: Desk\n").write("assistants/sales.yaml", "name: Sales\n");
    folder.run("init");
    assertThat(folder.run("apply", "--yes")).isZero();
    return folder;
  }

  @Test
  void aStateThatIsGoneIsNotMadeAnew() throws IOException {
    ProjectFolder folder = applied();
    try (Stream<Path> files = Files.walk(folder.path.resolve("state"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }

    isRefused(folder, "the store was never initialised; if it is not one that was lost");

    assertThat(server.assistants()).hasSize(2);
  }

  @Test
  void aStateOfAnotherBaseUrlIsRefused() throws IOException {
    ProjectFolder folder = applied();
    try (TalkturoServer other = TalkturoServer.start()) {
      folder.terminal.variable("TALKTURO_API_KEY", other.apiKey());
      folder.write(
          "environments/prod.yaml", "base_url: " + other.baseUrl() + "\naccount: north-wind\n");

      isRefused(folder, "the store belongs to " + server.baseUrl(), other.baseUrl());
      assertThat(folder.run("init")).isEqualTo(1);

      assertThat(other.requestCount()).isZero();
    }
  }

  @Test
  void aStateOfAnotherEnvironmentIsRefused() throws IOException {
    ProjectFolder folder = applied();
    folder.write("environments/test.yaml", folder.text("environments/prod.yaml"));
    Files.move(folder.path.resolve("state/prod"), folder.path.resolve("state/test"));

    assertThat(folder.run("plan", "--env", "test")).isEqualTo(1);

    assertThat(folder.errors()).contains("environment prod, and this is ");
  }

  @Test
  void aStateFileThatWasCutOffStopsItsKeyAndNamesTheFile() throws IOException {
    ProjectFolder folder = applied();
    Path file = folder.path.resolve("state/prod/desk.json");
    String whole = Files.readString(file);
    folder.write(DESK, "name: Desk 2\n");
    for (String broken :
        new String[] {"", whole.substring(0, whole.length() / 2), "[]", "{}", "<<<<<<< HEAD\n"}) {
      Files.writeString(file, broken);

      isRefused(4, folder, "the entry of key \"desk\"", "1 failed");

      assertThat(folder.errors()).doesNotContain("unexpected");
      assertThat(server.assistants()).hasSize(2);
    }
    Files.writeString(file, whole);
    assertThat(folder.run("apply", "--yes")).isZero();
  }

  @Test
  void anIdentityThatWasCutOffIsRefused() throws IOException {
    ProjectFolder folder = applied();
    Path identity = folder.path.resolve("state/prod/.talkturo-store.json");
    Files.writeString(identity, Files.readString(identity).substring(0, 20));

    isRefused(folder, "error: ");

    assertThat(folder.errors()).doesNotContain("unexpected");
  }

  /** Such as {@code talkturo plan | head -1}. */
  @Test
  void aPipeThatIsClosedChangesNothing() throws IOException {
    ProjectFolder folder = applied();
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    Terminal broken =
        new PipedTerminal(folder.terminal, new PrintStream(closed, true, StandardCharsets.UTF_8));

    assertThat(new CommandRunner(broken).run("plan", "--dir", folder.path.toString())).isZero();
    assertThat(new CommandRunner(broken).run("--help")).isZero();

    assertThat(folder.errors()).doesNotContain("Broken pipe");
  }

  /** A terminal with another standard output. */
  private record PipedTerminal(Terminal terminal, PrintStream out) implements Terminal {
    @Override
    public PrintStream err() {
      return terminal.err();
    }

    @Override
    public @Nullable String variable(String name) {
      return terminal.variable(name);
    }

    @Override
    public boolean isTerminal(int stream) {
      return false;
    }

    @Override
    public int columns() {
      return terminal.columns();
    }

    @Override
    public Optional<String> ask(String question) {
      return terminal.ask(question);
    }
  }
}
