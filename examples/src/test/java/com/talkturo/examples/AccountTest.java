package com.talkturo.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.ReceivedRequest;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples as they run with an API key: against a given host, and leaving nothing behind. */
@ExtendWith(TalkturoServerExtension.class)
class AccountTest {
  private static final String ASSISTANT = "/api/assistants/{assistantId}";

  static Stream<Arguments> examples() {
    return Stream.of(
        example("Quickstart", Quickstart::main, 1),
        example("ConfigureVoice", ConfigureVoice::main, 1),
        example("AsyncFanOut", AsyncFanOut::main, 5),
        example("HandleErrors", HandleErrors::main, 0),
        example("RotateKeys", RotateKeys::main, 0),
        example("RawResponse", RawResponse::main, 1));
  }

  private static Arguments example(String name, Output.Program main, int created) {
    return Arguments.of(name, main, created);
  }

  @BeforeEach
  void configure(TalkturoServer server) {
    System.setProperty("talkturo.apiKey", server.apiKey());
    System.setProperty("talkturo.baseUrl", server.baseUrl());
    System.setProperty("talkturo.accountSlug", server.accountSlug());
  }

  @AfterEach
  void forget() {
    List.of("apiKey", "baseUrl", "accountSlug", "phoneNumberIds")
        .forEach(name -> System.clearProperty("talkturo." + name));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void deletesWhatItCreates(String name, Output.Program main, int created, TalkturoServer server)
      throws Exception {
    allowDelete(server, 10);
    String output = Output.of(main);

    assertThat(output).contains("Connected to your account").doesNotContain("Could not delete");
    assertThat(server.assistants()).hasSize(created);
    assertThat(deletedPaths(server))
        .containsExactlyInAnyOrderElementsOf(
            server.assistants().stream().map(a -> "/api/assistants/" + a.get("id")).toList());
  }

  @Test
  void quickstartTakesNoNumberThatItWasNotGiven(TalkturoServer server) throws Exception {
    allowDelete(server, 1);

    String output = Output.of(Quickstart::main);

    assertThat(output).contains("TALKTURO_PHONE_NUMBER_IDS");
    assertThat(server.requests()).noneMatch(r -> r.path().endsWith("/phone-numbers"));
  }

  @Test
  void quickstartMovesTheNumbersThatItWasGiven(TalkturoServer server) throws Exception {
    allowDelete(server, 1);
    System.setProperty("talkturo.phoneNumberIds", "pn_b2, pn_c3");

    Output.of(Quickstart::main);

    assertThat(server.requests())
        .filteredOn(r -> r.path().endsWith("/phone-numbers"))
        .extracting(r -> r.jsonObject().get("phoneNumberIds"))
        .containsExactly(List.of("pn_b2", "pn_c3"), List.of());
  }

  @Test
  void saysWhatIsLeftIfItCannotBeDeleted(TalkturoServer server) throws Exception {
    server.respondAlways(Fault.status(405).on("DELETE", ASSISTANT));

    String output = Output.of(RawResponse::main);

    assertThat(output)
        .contains(
            "Could not delete "
                + server.assistants().get(0).get("id")
                + "; delete it in the dashboard.");
  }

  private static void allowDelete(TalkturoServer server, int times) {
    server.enqueue(
        Fault.status(200).json(Map.of("success", true)).on("DELETE", ASSISTANT).times(times));
  }

  private static List<String> deletedPaths(TalkturoServer server) {
    return server.requests().stream()
        .filter(r -> r.method().equals("DELETE"))
        .map(ReceivedRequest::path)
        .toList();
  }
}
