package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.TalkturoServer;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DataFolderTest {
  @TempDir private Path temporary;

  @Test
  void theNextServerGoesOnWhereTheLastOneEnded() throws Exception {
    String key;
    String jwt;
    String id;
    try (TalkturoServer server = start()) {
      key = server.apiKey();
      jwt = server.apiKeys().ownerJwt();
      PlainClient client = new PlainClient(server);
      id = client.create("Front desk").assistant().path("id").asText();
      client.patch("/api/assistants/" + id, "{\"temperature\":0.25,\"system_prompt\":\"Zoë\"}");
      server.phoneNumbers().assign(id, "pn_b2");
      client.post("/api/credits", "{\"accountId\":\"acct_1\",\"amount\":0.000000000000000001}");
      server.flows().add("flow_1", "s3cret");
      server.acceptApiKey("tk_test_mine");
      server.enqueue(Fault.status(500));
    }
    try (TalkturoServer server = start()) {
      assertThat(server.apiKey()).isEqualTo(key);
      assertThat(server.apiKeys().ownerJwt()).isEqualTo(jwt);
      assertThat(server.assistant(id).orElseThrow())
          .containsEntry("temperature", 0.25)
          .containsEntry("max_tokens", 1024)
          .containsEntry("system_prompt", "Zoë");
      assertThat(server.phoneNumberIds()).containsExactly("pn_a1", "pn_b2", "pn_c3");
      assertThat(server.phoneNumbersOf(id)).containsExactly("pn_b2");
      assertThat(server.credits().balance()).isEqualTo(new BigDecimal("999.999999999999999999"));
      assertThat(server.requests()).isEmpty();
      PlainClient client = new PlainClient(server, "tk_test_mine");
      assertThat(client.create("Second").assistant().path("id").asText()).isNotEqualTo(id);
      assertThat(client.post("/api/flow/flow_1/trigger", "{}").error()).contains("is missing");
    }
  }

  @Test
  void eachChangeIsInTheFolderBeforeItIsAnswered() throws Exception {
    try (TalkturoServer server = start()) {
      new PlainClient(server).create("Front desk");
      assertThat(saved()).contains("\"Front desk\"");

      server.addAssistant(Map.of("name", "By hand"));
      assertThat(saved()).contains("\"By hand\"");
    }
  }

  @Test
  void readingWritesNothing() throws Exception {
    try (TalkturoServer server = start()) {
      String id = server.addAssistant(Map.of("name", "x"));
      Files.delete(file());

      new PlainClient(server).get("/api/assistants/" + id);

      assertThat(file()).doesNotExist();
    }
  }

  @Test
  void aFolderHasOneServerAtATime() {
    try (TalkturoServer server = start()) {
      assertThatThrownBy(this::start)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("another server keeps its data in " + folder());
      assertThat(server.assistants()).isEmpty();
    }
    try (TalkturoServer next = start()) {
      assertThat(next.assistants()).isEmpty();
    }
  }

  @Test
  void aServerThatCannotStartLeavesTheFolderToOthers() {
    try (TalkturoServer other = TalkturoServer.start()) {
      int port = Integer.parseInt(other.baseUrl().replaceAll(".*:", ""));
      assertThatThrownBy(() -> TalkturoServer.builder().port(port).dataFolder(folder()).start())
          .isInstanceOf(UncheckedIOException.class);
    }
    try (TalkturoServer server = start()) {
      assertThat(server.assistants()).isEmpty();
    }
  }

  @Test
  void aServerThatIsKilledLeavesWhatItHasAnswered() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Killed.class.getName(),
                folder().toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(output).isEqualTo(3);

    try (TalkturoServer server = start()) {
      assertThat(server.assistantsNamed("number ")).hasSize(20);
    }
  }

  /** A program that halts with the server open. */
  static final class Killed {
    private Killed() {}

    @SuppressWarnings("resource")
    public static void main(String[] args) throws Exception {
      TalkturoServer server = TalkturoServer.builder().dataFolder(Path.of(args[0])).start();
      PlainClient client = new PlainClient(server);
      for (int i = 0; i < 20; i++) {
        client.create("number " + i);
      }
      Runtime.getRuntime().halt(3);
    }
  }

  @Test
  void resetForgetsTheDataButNotTheKey() throws Exception {
    String key;
    try (TalkturoServer server = start()) {
      key = server.apiKey();
      server.addAssistant(Map.of("name", "x"));
      server.reset();
    }
    try (TalkturoServer server = start()) {
      assertThat(server.assistants()).isEmpty();
      assertThat(new PlainClient(server, key).create("y").status()).isEqualTo(200);
    }
  }

  @Test
  void aFileOfSomethingElseIsNamed() throws Exception {
    Files.createDirectories(folder());
    Files.writeString(file(), "{\"format\": 99, \"data\": {}}");
    assertThatThrownBy(this::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(file().toString());

    Files.writeString(file(), "{\"format\": 1, \"da");
    assertThatThrownBy(this::start)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file().toString());

    Files.delete(file());
    try (TalkturoServer server = start()) {
      assertThat(server.assistants()).isEmpty();
    }
  }

  @Test
  void whatCannotBeSavedIsNotAnsweredAsIfItWere() throws Exception {
    try (TalkturoServer server = start()) {
      // A folder in the way of the file that is written.
      Files.createDirectory(log());

      PlainClient.Reply reply = new PlainClient(server).create("x");

      assertThat(reply.status()).isEqualTo(500);
      assertThat(reply.error()).contains("cannot write");
    }
  }

  /** Each change used to write all of the data again. */
  @Test
  void whatAChangeWritesDoesNotGrowWithTheData() throws Exception {
    String prompt = String.join("", Collections.nCopies(5_000, "prompt "));
    try (TalkturoServer server = start()) {
      for (int i = 0; i < 50; i++) {
        server.addAssistant(Map.of("id", "asst_" + i, "system_prompt", prompt));
      }
      String data = Files.readString(file());
      long before = Files.size(log());

      server.changeAssistant("asst_7", Map.of("temperature", 0.25));

      assertThat(Files.size(log()) - before).isBetween(1L, 2L * prompt.length());
      assertThat(file()).hasContent(data);
    }
    try (TalkturoServer server = start()) {
      assertThat(server.assistants()).hasSize(50);
      assertThat(server.assistant("asst_7").orElseThrow()).containsEntry("temperature", 0.25);
    }
  }

  @Test
  void theLogIsBegunAnewOnceItIsLargerThanTheData() throws Exception {
    String prompt = String.join("", Collections.nCopies(50_000, "prompt "));
    try (TalkturoServer server = start()) {
      String id = server.addAssistant(Map.of("name", "x"));
      for (int i = 0; i < 20; i++) {
        server.changeAssistant(id, Map.of("system_prompt", prompt + i));
        assertThat(Files.size(log())).isLessThan(3L << 20);
      }
      assertThat(Files.readString(file())).contains("prompt ");
    }
    try (TalkturoServer server = start()) {
      assertThat(server.assistants().get(0)).containsEntry("system_prompt", prompt + 19);
    }
  }

  @Test
  void aLineThatWasCutOffIsAsIfItHadNeverBeenWritten() throws Exception {
    try (TalkturoServer server = start()) {
      server.addAssistant(Map.of("id", "a", "name", "first"));
      server.addAssistant(Map.of("id", "b", "name", "second"));
    }
    byte[] whole = Files.readAllBytes(log());
    Files.write(log(), Arrays.copyOf(whole, whole.length - 7));

    try (TalkturoServer server = start()) {
      assertThat(server.assistants()).hasSize(1);
      server.addAssistant(Map.of("id", "c", "name", "third"));
    }
    try (TalkturoServer server = start()) {
      assertThat(server.assistants()).extracting(a -> a.get("id")).containsExactly("a", "c");
    }
  }

  @Test
  void anOldLogBesideNewDataIsNotRead() throws Exception {
    byte[] old;
    try (TalkturoServer server = start()) {
      server.addAssistant(Map.of("id", "a"));
      old = Files.readAllBytes(log());
      server.reset();
    }
    // As after a crash between the two files.
    Files.write(log(), old);

    try (TalkturoServer server = start()) {
      assertThat(server.assistants()).isEmpty();
      server.addAssistant(Map.of("id", "b"));
    }
    try (TalkturoServer server = start()) {
      assertThat(server.assistants()).extracting(a -> a.get("id")).containsExactly("b");
    }
  }

  private TalkturoServer start() {
    return TalkturoServer.builder().dataFolder(folder()).start();
  }

  private Path folder() {
    return temporary.resolve("new").resolve("data");
  }

  private Path file() {
    return folder().resolve("talkturo-server.json");
  }

  private Path log() {
    return folder().resolve("talkturo-server.log");
  }

  private String saved() throws Exception {
    return Files.readString(file()) + Files.readString(log());
  }
}
