package com.talkturo.sdk.benchmarks;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.LlmProvider;
import com.talkturo.sdk.assistants.UpdateAssistantRequest;
import com.talkturo.sdk.engine.SdkJson;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** The SDK as its README shows it. */
final class SdkContender implements Contender {
  private final TalkturoClient talkturo;
  private final UpdateAssistantRequest sample = newRequest();

  SdkContender(String url, int connections) {
    talkturo =
        TalkturoClient.builder()
            .apiKey(Sample.API_KEY)
            .accountSlug(Sample.ACCOUNT_SLUG)
            .baseUrl(url)
            .maxConcurrency(connections)
            .build();
  }

  private static UpdateAssistantRequest newRequest() {
    return UpdateAssistantRequest.builder()
        .assistantId(Sample.ASSISTANT_ID)
        .name(Sample.NAME)
        .provider(LlmProvider.OPENAI)
        .model(Sample.MODEL)
        .temperature(Sample.TEMPERATURE)
        .maxTokens(Sample.MAX_TOKENS)
        .firstMessage(Sample.FIRST_MESSAGE)
        .systemPrompt(Sample.SYSTEM_PROMPT)
        .recordingEnabled(false)
        .inboundEnabled(true)
        .build();
  }

  @Override
  public Object update() {
    return talkturo.assistants().update(newRequest());
  }

  @Override
  public CompletableFuture<?> updateAsync() {
    return talkturo.assistants().updateAsync(newRequest());
  }

  @Override
  public byte[] encode() {
    return SdkJson.encode(sample);
  }

  @Override
  public Object decode(byte[] answer) throws IOException {
    return SdkJson.decode(sample, answer);
  }

  @Override
  public void close() {
    talkturo.close();
  }
}
