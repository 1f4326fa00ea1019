package com.talkturo.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.talkturo.calls.Answers;
import com.talkturo.calls.Faults;
import com.talkturo.calls.Operation;
import com.talkturo.calls.RawServer;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.BadRequestException;
import com.talkturo.sdk.errors.DecodeException;
import com.talkturo.sdk.errors.TransportException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is packed is unpacked, and nothing else is, whatever the label says. */
class PackedAnswersTest {
  private RawServer server;
  private TalkturoClient client;

  @BeforeEach
  void start() throws Exception {
    server = new RawServer();
    client =
        TalkturoClient.builder()
            .apiKey("key_packed")
            .accountSlug("team")
            .baseUrl(server.url())
            .readTimeout(Duration.ofMillis(800))
            .build();
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
  }

  private static byte[] packed(String text) {
    return Answers.gzip(text.getBytes(US_ASCII));
  }

  private static String labelled(int status, String label, byte[] body) {
    String header = label.isEmpty() ? "" : "Content-Encoding: " + label + "\r\n";
    return Answers.status(status, "Odd", header, new String(body, ISO_8859_1));
  }

  private void assertThatEveryOperationReads(String answer) {
    server.script(
        c -> {
          c.process();
          c.write(answer);
        });
    for (Operation operation : Operation.values()) {
      for (boolean async : new boolean[] {false, true}) {
        assertThat(operation.call(client, async)).as("%s", operation).isNotNull();
      }
    }
    assertThat(client.assistants().create(r -> r.name("Front desk")).id()).isEqualTo("asst_1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gzip", "GZip", "x-gzip", "br", "deflate", "identity", "gzip, gzip"})
  void noLabelLosesAnAnswer(String label) {
    assertThatEveryOperationReads(labelled(200, label, Answers.ASSISTANT.getBytes(US_ASCII)));
    assertThatEveryOperationReads(labelled(200, label, packed(Answers.ASSISTANT)));
    assertThat(server.requests()).isEqualTo(4 * Operation.values().length + 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gzip", "br"})
  void noLabelLosesAnErrorsText(String label) {
    server.script(Faults.answer(labelled(400, label, packed("{\"error\":\"the name is taken\"}"))));
    for (Operation operation : Operation.values()) {
      BadRequestException e =
          catchThrowableOfType(BadRequestException.class, () -> operation.call(client, false));
      assertThat(e.errorText()).as("%s", operation).contains("the name is taken");
    }
  }

  /** As some servers pack what they send piece by piece. */
  @ParameterizedTest
  @ValueSource(ints = {1, 40, 150})
  void anAnswerMayBePackedInSeveralMembers(int first) {
    String packed =
        new String(packed(Answers.ASSISTANT.substring(0, first)), ISO_8859_1)
            + new String(packed(Answers.ASSISTANT.substring(first)), ISO_8859_1);
    assertThatEveryOperationReads(labelled(200, "gzip", packed.getBytes(ISO_8859_1)));
  }

  @Test
  void anAnswerThatAProxyPackedOnceMoreIsUnpacked() {
    byte[] twice = Answers.gzip(packed(Answers.ASSISTANT));
    assertThatEveryOperationReads(labelled(200, "gzip, gzip", twice));
    assertThatEveryOperationReads(labelled(200, "gzip", twice));
  }

  /** The last eight bytes say whether the others are right: they were. */
  @ParameterizedTest
  @CsvSource({"0", "1", "4", "8"})
  void anOddEndLosesNothing(int missing) {
    byte[] packed = packed(Answers.ASSISTANT);
    assertThatEveryOperationReads(
        labelled(200, "gzip", Arrays.copyOf(packed, packed.length - missing)));
    packed[packed.length - 6] ^= 1;
    assertThatEveryOperationReads(labelled(200, "gzip", packed));
    assertThatEveryOperationReads(
        labelled(200, "gzip", Arrays.copyOf(packed(Answers.ASSISTANT), packed.length + 3)));
  }

  /** Text that does not repeat itself is not packed away. */
  private static String withALongName() {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      name.append(Integer.toHexString(i * 7919));
    }
    return "{\"assistant\":{\"id\":\"asst_1\",\"name\":\"" + name + "\"}}";
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsCutShortShowsWhatThereIs(boolean async) {
    byte[] packed = packed(withALongName());
    server.script(Faults.answer(labelled(200, "gzip", Arrays.copyOf(packed, packed.length / 2))));
    DecodeException e =
        catchThrowableOfType(DecodeException.class, () -> Operation.CREATE.call(client, async));
    assertThat(e.body()).startsWith("{\"assistant\":{\"id\":\"asst_1\"");
    assertThat(server.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aLostConnectionShowsWhatHasArrived(boolean async) {
    String answer = labelled(200, "gzip", packed(withALongName()));
    server.script(
        c -> {
          c.process();
          c.write(answer.substring(0, answer.length() / 2));
          c.end();
        });
    TransportException e =
        catchThrowableOfType(TransportException.class, () -> Operation.CREATE.call(client, async));
    assertThat(e.partialResponse().orElseThrow().body())
        .startsWith("{\"assistant\":{\"id\":\"asst_1\"");
    assertThat(server.requests()).isEqualTo(1);
  }
}
