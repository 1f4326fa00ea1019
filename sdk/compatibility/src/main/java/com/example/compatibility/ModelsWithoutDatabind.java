package com.example.compatibility;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.assistants.LlmProvider;
import com.talkturo.sdk.assistants.TemplateId;
import com.talkturo.sdk.assistants.TranscriptorProvider;
import com.talkturo.sdk.assistants.VoiceProvider;
import com.talkturo.sdk.credits.Credits;
import com.talkturo.sdk.credits.DeductCreditsResponse;
import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.errors.NotFoundException;
import com.talkturo.sdk.http.ApiRequest;
import java.math.BigDecimal;
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
      furtherOperations(talkturo, created.id());
      requireThatDatabindIsAbsent(created.id());
    }
    System.out.println("passed");
  }

  /** Those whose answers have models of their own; what they are refused needs none. */
  private static void furtherOperations(TalkturoClient talkturo, String id) {
    Assistant copy = talkturo.assistants().clone(id);
    require(!talkturo.assistants().assignablePhoneNumbers(id).numbers().isEmpty(), "numbers");
    Credits credits = talkturo.credits().get();
    String accountId = credits.accountId().orElseThrow(AssertionError::new);
    require(
        talkturo.assistants().usageStats(id, accountId).totalCalls().isPresent(), "usage stats");
    DeductCreditsResponse deducted =
        talkturo.credits().deduct(accountId, new BigDecimal("0.125"), "compatibility");
    require(
        deducted
                .balance()
                .orElse(BigDecimal.ZERO)
                .add(new BigDecimal("0.125"))
                .compareTo(credits.credits())
            == 0,
        "no digit is lost");
    require(
        talkturo.credits().checkout(accountId, "plan_1").checkoutToken().isPresent(), "checkout");
    require(!talkturo.rooms().createToken(id).accessToken().isEmpty(), "room token");
    require(talkturo.apiKeys().test().message().isPresent(), "key test");
    try {
      talkturo.apiKeys().create("CI");
      throw new AssertionError("an API key made an API key");
    } catch (ApiException wantsUser) {
      require(wantsUser.statusCode() == 401 || wantsUser.statusCode() == 403, "refusal");
    }
    try {
      talkturo
          .flows()
          .triggerAndWait("flow_none", "secret", Collections.<String, Object>singletonMap("n", 1));
      throw new AssertionError("ran a flow that does not exist");
    } catch (ApiException expected) {
      require(expected.statusCode() == 404 || expected.statusCode() == 400, "no such flow");
    }
    require(!talkturo.assistants().delete(copy.id()).alreadyGone(), "deleted once");
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
