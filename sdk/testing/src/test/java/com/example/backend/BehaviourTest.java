package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.talkturo.sdk.testing.Normalisation;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TalkturoServerExtension.class)
class BehaviourTest {
  private TalkturoServer server;
  private PlainClient client;
  private String assistant;

  @BeforeEach
  void connect(TalkturoServer server) {
    this.server = server;
    client = new PlainClient(server);
    assistant = server.addAssistant(Map.of("name", "Front desk", "temperature", 0.7));
  }

  @Nested
  class Normalising {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "TRIMMED_TEXT | \"  a b \\n\"        | \"a b\"",
          "LINE_ENDS    | \"a\\r\\nb\\rc\\nd\" | \"a\\nb\\nc\\nd\"",
          "NUMBER_FORM  | 1.0                  | 1",
          "NUMBER_FORM  | 2e-1                 | 0.2",
          "NUMBER_FORM  | 0.20                 | 0.2",
          "NUMBER_FORM  | 100.0                | 100",
          "NUMBER_FORM  | 7                    | 7",
          "SORTED_LISTS | [\"b\",\"a\",3]      | [3,\"a\",\"b\"]",
          "SORTED_LISTS | [{\"x\":1},\"a\"]    | [{\"x\":1},\"a\"]",
          "TRIMMED_TEXT | {\"k\":[\" a \"]}    | {\"k\":[\"a\"]}"
        })
    void whatIsSentIsWrittenInAnotherForm(Normalisation way, String sent, String stored)
        throws Exception {
      server.behaviour().normalising(way);

      patch("{\"extra\":" + sent + "}");

      assertThat(read().path("extra")).hasToString(stored);
    }

    @Test
    void withoutItEverythingIsStoredAsSent() throws Exception {
      patch("{\"extra\":[\" b\\r\\n\",\"a\"],\"temperature\":1.0}");

      assertThat(read().path("extra")).hasToString("[\" b\\r\\n\",\"a\"]");
      assertThat(read().path("temperature")).hasToString("1.0");
    }

    @Test
    void allWaysAreMeantIfNoneIsNamed() throws Exception {
      server.behaviour().normalising();

      JsonNode answered = patch("{\"first_message\":\" Hi\\r\\n\",\"temperature\":1.0}");

      assertThat(answered.path("first_message").asText()).isEqualTo("Hi");
      assertThat(answered.path("temperature")).hasToString("1");
      assertThat(client.create(" Night line ").assistant().path("name").asText())
          .isEqualTo("Night line");
    }

    @Test
    void sortedListsAreSortedPhoneNumbersToo() throws Exception {
      server.behaviour().normalising(Normalisation.SORTED_LISTS);

      assign(assistant, "\"pn_c3\",\"pn_a1\"");

      assertThat(server.phoneNumbersOf(assistant)).containsExactly("pn_a1", "pn_c3");
    }
  }

  @Test
  void anIgnoredAttributeIsAcceptedAndNotStored() throws Exception {
    server.behaviour().ignoring("voice_id", "temperature");
    JsonNode before = read();

    JsonNode answered = patch("{\"voice_id\":\"v-1\",\"temperature\":0.1,\"name\":\"New\"}");

    assertThat(answered.path("voice_id")).isEqualTo(before.path("voice_id"));
    assertThat(answered.path("temperature").doubleValue()).isEqualTo(0.7);
    assertThat(answered.path("name").asText()).isEqualTo("New");
    assertThat(patch("{\"voice_id\":\"v-2\"}").path("updated_at"))
        .isNotEqualTo(answered.path("updated_at"));
  }

  @Test
  void anIgnoredAttributeIsCheckedAllTheSame() throws Exception {
    server.behaviour().ignoring("temperature");

    assertThat(client.patch("/api/assistants/" + assistant, "{\"temperature\":9}").status())
        .isEqualTo(400);
  }

  @Test
  void anAttributeCanBeStoredDifferently() throws Exception {
    server.behaviour().storing("name", name -> ((String) name).substring(0, 3));
    server.behaviour().storing("max_tokens", tokens -> null);

    JsonNode answered = patch("{\"name\":\"Reception\",\"max_tokens\":12}");

    assertThat(answered.path("name").asText()).isEqualTo("Rec");
    assertThat(answered.path("max_tokens").isNull()).isTrue();
    assertThat(client.create("Night line").assistant().path("name").asText()).isEqualTo("Nig");
  }

  @Test
  void aMistakeInWhatTheTestStoresIsNamedInTheAnswer() throws Exception {
    server.behaviour().storing("name", name -> (Integer) name + 1);

    PlainClient.Reply reply = client.patch("/api/assistants/" + assistant, "{\"name\":\"x\"}");

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.error()).contains("storing(\"name\"").contains("ClassCastException");
  }

  @Nested
  class StaleReads {
    @Test
    void seeTheStateBeforeTheLastWriteForAWhile() throws Exception {
      server.behaviour().staleReads(1, 2);

      assertThat(patch("{\"name\":\"New\"}").path("name").asText()).isEqualTo("New");

      assertThat(name()).isEqualTo("Front desk");
      assertThat(name()).isEqualTo("Front desk");
      assertThat(name()).isEqualTo("New");
    }

    @Test
    void seeTheStateBeforeTheLastWrites() throws Exception {
      server.behaviour().staleReads(2, 1);
      patch("{\"name\":\"One\"}");
      patch("{\"name\":\"Two\"}");
      patch("{\"name\":\"Three\"}");

      assertThat(name()).isEqualTo("One");
      assertThat(name()).isEqualTo("Three");
    }

    @Test
    void doNotFindWhatWasJustCreatedAndFindWhatWasJustDeleted() throws Exception {
      server.behaviour().staleReads(1, 1);

      String created = "/api/assistants/" + client.create("x").assistant().path("id").asText();
      assertThat(client.get(created).status()).isEqualTo(404);
      assertThat(client.get(created).status()).isEqualTo(200);

      client.delete(created);
      assertThat(client.get(created).status()).isEqualTo(200);
      assertThat(client.get(created).status()).isEqualTo(404);
    }

    @Test
    void areOfOneAssistantOnly() throws Exception {
      String other = server.addAssistant(Map.of("name", "Other"));
      server.behaviour().staleReads(1, 1);
      patch("{\"name\":\"New\"}");

      assertThat(client.get("/api/assistants/" + other).status()).isEqualTo(200);
      assertThat(name()).isEqualTo("Front desk");
    }

    @Test
    void seeAChangeInTheDashboardLateToo() throws Exception {
      server.behaviour().staleReads(1, 1);
      server.changeAssistant(assistant, Map.of("name", "By hand"));

      assertThat(name()).isEqualTo("Front desk");
      assertThat(name()).isEqualTo("By hand");
    }

    @Test
    void doNotOutliveReset() throws Exception {
      server.behaviour().staleReads(1, 5);
      patch("{\"name\":\"New\"}");
      server.behaviour().reset();

      assertThat(name()).isEqualTo("New");
    }

    private String name() throws Exception {
      return read().path("name").asText();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 405})
  void aServerMayHaveNoGet(int status) throws Exception {
    server.behaviour().withoutGet(status);

    PlainClient.Reply reply = client.get("/api/assistants/" + assistant);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.header("Allow")).isEqualTo(status == 405 ? "DELETE, PATCH" : "");
    assertThat(patch("{\"name\":\"New\"}").path("name").asText()).isEqualTo("New");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 405})
  void aServerMayHaveNoListOfNumbers(int status) throws Exception {
    server.behaviour().withoutPhoneNumberList(status);

    PlainClient.Reply reply =
        client.get("/api/assistants/" + assistant + "/telephony/phone-numbers");
    assertThat(reply.status()).isEqualTo(status);
    assertThat(assign(assistant, "\"pn_a1\"").status()).isEqualTo(200);
  }

  @Test
  void aNumberOfAnotherAssistantMovesUnlessItIsRefused() throws Exception {
    String other = server.addAssistant(Map.of("name", "Other"));
    assign(other, "\"pn_a1\"");
    server.behaviour().refusingHeldNumbers();

    PlainClient.Reply refused = assign(assistant, "\"pn_b2\",\"pn_a1\"");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.error()).contains("pn_a1");
    assertThat(server.phoneNumbersOf(assistant)).isEmpty();
    assertThat(assign(other, "\"pn_a1\",\"pn_b2\"").status()).isEqualTo(200);

    server.behaviour().reset();
    assertThat(assign(assistant, "\"pn_a1\"").status()).isEqualTo(200);
    assertThat(server.phoneNumbersOf(other)).containsExactly("pn_b2");
  }

  @Nested
  class PastTheApi {
    @Test
    void anAssistantIsChangedAsInTheDashboard() throws Exception {
      JsonNode before = read();

      server.changeAssistant(assistant, Map.of("voice_id", "v-9", "temperature", "odd"));

      assertThat(read().path("voice_id").asText()).isEqualTo("v-9");
      assertThat(read().path("temperature").asText()).isEqualTo("odd");
      assertThat(read().path("updated_at").asText())
          .isGreaterThan(before.path("updated_at").asText());
      assertThat(server.requests()).extracting(request -> request.method()).containsOnly("GET");
    }

    @Test
    void anAssistantIsDeletedAndItsNumbersAreFree() throws Exception {
      server.phoneNumbers().assign(assistant, "pn_a1");

      server.deleteAssistant(assistant);

      assertThat(client.get("/api/assistants/" + assistant).status()).isEqualTo(404);
      assertThat(server.phoneNumbersOf(assistant)).isEmpty();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> server.deleteAssistant(assistant))
          .withMessage("no such assistant: " + assistant);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> server.changeAssistant(assistant, Map.of()))
          .withMessage("no such assistant: " + assistant);
    }

    @Test
    void assistantsAreCountedByATokenInTheirName() throws Exception {
      client.create("Front desk [tk-k3v9x2m7qa]");
      client.create("Front desk [tk-other]");

      assertThat(server.assistantsNamed("[tk-k3v9x2m7qa]")).hasSize(1);
      assertThat(server.assistantsNamed("Front desk")).hasSize(3);
      assertThat(server.assistantsNamed("none")).isEmpty();
    }
  }

  @Test
  void nonsenseIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> server.behaviour().withoutGet(200));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> server.behaviour().withoutPhoneNumberList(500));
    assertThatIllegalArgumentException().isThrownBy(() -> server.behaviour().staleReads(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> server.behaviour().staleReads(1, -1));
  }

  private JsonNode read() throws Exception {
    return client.get("/api/assistants/" + assistant).assistant();
  }

  private JsonNode patch(String body) throws Exception {
    PlainClient.Reply reply = client.patch("/api/assistants/" + assistant, body);
    assertThat(reply.status()).isEqualTo(200);
    return reply.assistant();
  }

  private PlainClient.Reply assign(String id, String numbers) throws Exception {
    return client.patch(
        "/api/assistants/" + id + "/telephony/phone-numbers",
        "{\"phoneNumberIds\":[%s]}".formatted(numbers));
  }
}
