package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.talkturo.sdk.testing.PhoneNumberStatus;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TalkturoServerExtension.class)
class PhoneNumbersTest {
  private TalkturoServer server;
  private PlainClient client;
  private String assistant;

  @BeforeEach
  void connect(TalkturoServer server) {
    this.server = server;
    client = new PlainClient(server);
    assistant = server.addAssistant(Map.of("name", "Front desk"));
  }

  @Test
  void assigningAnswersSuccessWithAMessageAndNoAssistant() throws Exception {
    PlainClient.Reply reply =
        assign(
            assistant, "{\"accountSlug\":\"north-wind\",\"phoneNumberIds\":[\"pn_b2\",\"pn_a1\"]}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().fieldNames()).toIterable().containsExactly("success", "message");
    assertThat(server.phoneNumbersOf(assistant)).containsExactly("pn_b2", "pn_a1");
  }

  @Test
  void numbersThatAreNotListedAreUnassigned() throws Exception {
    assign(assistant, "{\"phoneNumberIds\":[\"pn_a1\",\"pn_b2\"]}");

    assign(assistant, "{\"phoneNumberIds\":[\"pn_c3\"]}");

    assertThat(server.phoneNumbersOf(assistant)).containsExactly("pn_c3");
  }

  @Test
  void anEmptyListRemovesAllNumbers() throws Exception {
    assign(assistant, "{\"phoneNumberIds\":[\"pn_a1\"]}");

    PlainClient.Reply reply = assign(assistant, "{\"phoneNumberIds\":[]}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(server.phoneNumbersOf(assistant)).isEmpty();
  }

  @Test
  void aNumberOfAnotherAssistantMoves() throws Exception {
    String other = server.addAssistant(Map.of("name", "Other"));
    assign(assistant, "{\"phoneNumberIds\":[\"pn_a1\",\"pn_b2\"]}");

    assign(other, "{\"phoneNumberIds\":[\"pn_a1\"]}");

    assertThat(server.phoneNumbersOf(assistant)).containsExactly("pn_b2");
    assertThat(server.phoneNumbersOf(other)).containsExactly("pn_a1");
  }

  @Test
  void aNumberThatWasRemovedCanBeAssignedAgain() throws Exception {
    String other = server.addAssistant(Map.of("name", "Other"));
    assign(assistant, "{\"phoneNumberIds\":[\"pn_a1\"]}");
    assign(assistant, "{\"phoneNumberIds\":[]}");
    assign(other, "{\"phoneNumberIds\":[\"pn_a1\"]}");

    assign(assistant, "{\"phoneNumberIds\":[\"pn_b2\"]}");

    assertThat(server.phoneNumbersOf(other)).containsExactly("pn_a1");
  }

  @Test
  void anUnknownNumberIsRefusedAndNothingIsChanged() throws Exception {
    assign(assistant, "{\"phoneNumberIds\":[\"pn_a1\"]}");

    PlainClient.Reply reply = assign(assistant, "{\"phoneNumberIds\":[\"pn_b2\",\"pn_zz\"]}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error()).contains("pn_zz");
    assertThat(server.phoneNumbersOf(assistant)).containsExactly("pn_a1");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
  void aNumberThatIsNotActiveIsRefused(PhoneNumberStatus status) throws Exception {
    server.addPhoneNumber("pn_idle", status);

    PlainClient.Reply reply = assign(assistant, "{\"phoneNumberIds\":[\"pn_idle\"]}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error()).contains("pn_idle").contains(status.toString());
  }

  @Test
  void anAddedNumberCanBeAssigned() throws Exception {
    server.addPhoneNumber("pn_new");

    assign(assistant, "{\"phoneNumberIds\":[\"pn_new\"]}");

    assertThat(server.phoneNumbersOf(assistant)).containsExactly("pn_new");
    assertThat(server.phoneNumberIds()).containsExactly("pn_a1", "pn_b2", "pn_c3", "pn_new");
  }

  @Test
  void aNumberOfAnotherAccountIsUnknown() throws Exception {
    server.addAccount("south-sea");
    server.addPhoneNumber("south-sea", "pn_south", PhoneNumberStatus.ACTIVE);

    assertThat(assign(assistant, "{\"phoneNumberIds\":[\"pn_south\"]}").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"phoneNumberIds\":null}",
        "{\"phoneNumberIds\":\"pn_a1\"}",
        "{\"phoneNumberIds\":[1]}",
        "{\"phoneNumberIds\":[null]}"
      })
  void theIdsMustBeAnArrayOfStrings(String body) throws Exception {
    PlainClient.Reply reply = assign(assistant, body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error()).startsWith("phoneNumberIds ");
  }

  @Test
  void anUnknownAssistantIsNotFound() throws Exception {
    assertThat(assign("asst_none", "{\"phoneNumberIds\":[]}").status()).isEqualTo(404);
  }

  @Test
  void theListShowsWhatIsFreeOrAssignedHere() throws Exception {
    String other = server.addAssistant(Map.of("name", "Other"));
    server.phoneNumbers().assign(other, "pn_b2");
    server.phoneNumbers().assign(assistant, "pn_c3");
    server.addPhoneNumber("pn_idle", PhoneNumberStatus.SUSPENDED);
    server.addAccount("south-sea");
    server.addPhoneNumber("south-sea", "pn_south", PhoneNumberStatus.ACTIVE);

    PlainClient.Reply reply = client.get(numbersOf(assistant));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().fieldNames()).toIterable().containsExactly("success", "numbers");
    assertThat(reply.json().path("numbers").findValuesAsText("id"))
        .containsExactly("pn_a1", "pn_c3");
    assertThat(reply.json().at("/numbers/0").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "id",
            "phone_number",
            "status",
            "is_trial",
            "assistant_id",
            "provider",
            "accountKey",
            "accountLabel",
            "accountSid");
    assertThat(reply.json().at("/numbers/0/phone_number").asText()).isEqualTo("+493090000001");
    assertThat(reply.json().at("/numbers/0/assistant_id").isNull()).isTrue();
    assertThat(reply.json().at("/numbers/1/assistant_id").asText()).isEqualTo(assistant);
  }

  @Test
  void theListCanBeOfAnotherAccountOfTheKey() throws Exception {
    server.addAccount("south-sea");
    server.addPhoneNumber("south-sea", "pn_south", PhoneNumberStatus.ACTIVE);
    String query = "?accountSlug=south-sea";
    assertThat(client.get(numbersOf(assistant) + query).status()).isEqualTo(403);

    server.grantAccess(server.apiKey(), "south-sea");

    assertThat(
            client.get(numbersOf(assistant) + query).json().path("numbers").findValuesAsText("id"))
        .containsExactly("pn_south");
  }

  @Test
  void theListOfAnUnknownAssistantIsNotFound() throws Exception {
    assertThat(client.get(numbersOf("asst_none")).status()).isEqualTo(404);
  }

  @Test
  void aNumberWithOddAttributesIsServedAsItIs() throws Exception {
    server
        .phoneNumbers()
        .add(Map.of("id", "pn_odd", "phone_number", 7, "is_trial", true, "extra", List.of(1)));

    assertThat(client.get(numbersOf(assistant)).json().at("/numbers/3").toString())
        .contains("\"phone_number\":7")
        .contains("\"is_trial\":true")
        .contains("\"extra\":[1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> server.phoneNumbers().add(Map.of("id", "pn_odd")))
        .withMessage("phone number already exists: pn_odd");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> server.phoneNumbers().assign(assistant, "pn_none"))
        .withMessage("no such phone number: pn_none");
  }

  private static String numbersOf(String assistantId) {
    return "/api/assistants/" + assistantId + "/telephony/phone-numbers";
  }

  private PlainClient.Reply assign(String assistantId, String body) throws Exception {
    return client.patch(numbersOf(assistantId), body);
  }
}
