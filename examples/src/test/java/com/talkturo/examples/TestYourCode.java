package com.talkturo.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.assistants.TemplateId;
import com.talkturo.sdk.errors.TransportException;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How to test code that uses the SDK: against a real socket, with no mock of the client. */
@ExtendWith(TalkturoServerExtension.class)
class TestYourCode {
  /** The code under test. In your project it stands in a file of its own. */
  static final class FrontDesk {
    private final TalkturoClient talkturo;

    FrontDesk(TalkturoClient talkturo) {
      this.talkturo = talkturo;
    }

    /** Makes an assistant that answers calls to a number. */
    String open(String greeting, String phoneNumberId) {
      Assistant created =
          talkturo
              .assistants()
              .create(r -> r.name("Front desk").templateId(TemplateId.INBOUND_SUPPORT));
      talkturo
          .assistants()
          .update(created.id(), r -> r.firstMessage(greeting).inboundEnabled(true));
      talkturo.assistants().assignPhoneNumbers(created.id(), phoneNumberId);
      return created.id();
    }
  }

  private TalkturoClient talkturo;
  private FrontDesk frontDesk;

  @BeforeEach
  void connect(TalkturoServer server) {
    talkturo =
        TalkturoClient.builder()
            .baseUrl(server.baseUrl())
            .apiKey(server.apiKey())
            .accountSlug(server.accountSlug())
            .build();
    frontDesk = new FrontDesk(talkturo);
  }

  @AfterEach
  void disconnect() {
    talkturo.close();
  }

  // What the API holds afterwards.
  @Test
  void opensWithGreetingAndNumber(TalkturoServer server) {
    String number = server.phoneNumberIds().get(0);

    String id = frontDesk.open("Hello {{contact.first_name}}!", number);

    assertThat(server.assistant(id).orElseThrow())
        .containsEntry("first_message", "Hello {{contact.first_name}}!")
        .containsEntry("inbound_enabled", true);
    assertThat(server.phoneNumbersOf(id)).containsExactly(number);
  }

  // What went over the wire.
  @Test
  void changesNothingButGreetingAndInbound(TalkturoServer server) {
    frontDesk.open("Hello!", server.phoneNumberIds().get(0));

    assertThat(server.requests().get(1).jsonObject())
        .isEqualTo(
            Map.of(
                "accountSlug",
                server.accountSlug(),
                "first_message",
                "Hello!",
                "inbound_enabled",
                true));
  }

  // A fault that the SDK deals with.
  @Test
  void survivesARateLimit(TalkturoServer server) {
    server.enqueue(Fault.rateLimited(Duration.ofSeconds(1)));

    String id = frontDesk.open("Hello!", server.phoneNumberIds().get(0));

    assertThat(server.assistant(id)).isPresent();
    assertThat(server.requests()).hasSize(4);
  }

  // A fault that your code has to deal with: a create is never repeated blindly.
  @Test
  void makesOneAssistantWhenTheAnswerIsLost(TalkturoServer server) {
    server.enqueue(Fault.resetAfterProcessing().on("POST", "/api/assistants"));

    assertThatThrownBy(() -> frontDesk.open("Hello!", server.phoneNumberIds().get(0)))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.requestSent()).isTrue());
    assertThat(server.assistants()).hasSize(1);
  }
}
