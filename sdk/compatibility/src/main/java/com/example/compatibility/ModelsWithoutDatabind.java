package com.example.compatibility;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.assistants.LlmProvider;
import com.talkturo.sdk.assistants.TemplateId;
import com.talkturo.sdk.assistants.TranscriptorProvider;
import com.talkturo.sdk.assistants.VoiceProvider;
import com.talkturo.sdk.errors.NotFoundException;
import com.talkturo.sdk.http.ApiRequest;
import java.util.Collections;
import java.util.Map;

/**
 * Writes and reads every model with jackson-core alone. What needs no jackson-databind is not
 * reflected on, and needs no metadata in a native image.
 */
public final class ModelsWithoutDatabind {
  private ModelsWithoutDatabind() {}

  /** Ends with an exception if a model needs jackson-databind, or if it is there after all. */
  public static void main(String[] args) {
    try (TalkturoClient talkturo =
        TalkturoClient.builder().baseUrl(args[0]).apiKey(args[1]).accountSlug(args[2]).build()) {
      Assistant created =
          talkturo
              .assistants()
              .create(
                  r ->
                      r.name("Front desk")
                          .templateId(TemplateId.INBOUND_SUPPORT)
                          .putAdditionalProperties("extra", Collections.singletonList(1)));
      Assistant updated =
          talkturo
              .assistants()
              .update(
                  created.id(),
                  r ->
                      r.provider(LlmProvider.of("openai"))
                          .temperature(0.5)
                          .maxTokens(10)
                          .voiceProvider(VoiceProvider.of("cartesia"))
                          .transcriptorProvider(TranscriptorProvider.of("deepgram"))
                          .recordingEnabled(true));
      require(talkturo.assistants().get(created.id()).equals(updated), "get equals update");
      talkturo.assistants().assignPhoneNumbers(created.id(), "pn_a1");
      talkturo.assistants().unassignAllPhoneNumbers(created.id());
      try {
        talkturo.assistants().get("asst_none");
        throw new AssertionError("found what does not exist");
      } catch (NotFoundException e) {
        require(!e.getMessage().isEmpty(), "error text");
      }
      requireThatDatabindIsAbsent(created.id());
    }
    System.out.println("passed");
  }

  private static void requireThatDatabindIsAbsent(String id) {
    Map<String, String> body = Collections.singletonMap("name", "By hand");
    try {
      ApiRequest.builder("PATCH", "/api/assistants/{assistantId}")
          .path("assistantId", id)
          .body(body)
          .returning(Void.class);
    } catch (NoClassDefFoundError expected) {
      return;
    }
    throw new AssertionError("jackson-databind is on the class path: this run proves nothing");
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new AssertionError("failed: " + what);
    }
  }
}
