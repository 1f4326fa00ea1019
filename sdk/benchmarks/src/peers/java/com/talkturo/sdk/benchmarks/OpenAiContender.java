package com.talkturo.sdk.benchmarks;

import com.fasterxml.jackson.databind.ObjectReader;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.ObjectMappers;
import com.openai.models.beta.assistants.Assistant;
import com.openai.models.beta.assistants.AssistantUpdateParams;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** The same change to an assistant of OpenAI, through openai-java. */
@SuppressWarnings("deprecation") // The one resource of theirs that is nearly the same.
final class OpenAiContender implements Contender {
  private final OpenAIClient openAi;
  private final ObjectReader reader = ObjectMappers.jsonMapper().readerFor(Assistant.class);

  OpenAiContender(String url) {
    openAi = OpenAIOkHttpClient.builder().baseUrl(url).apiKey(Sample.API_KEY).build();
  }

  private static AssistantUpdateParams newParams() {
    return AssistantUpdateParams.builder()
        .assistantId(Sample.ASSISTANT_ID)
        .name(Sample.NAME)
        .model(Sample.MODEL)
        .temperature(Sample.TEMPERATURE)
        .description(Sample.FIRST_MESSAGE)
        .instructions(Sample.SYSTEM_PROMPT)
        .build();
  }

  @Override
  public Object update() {
    return openAi.beta().assistants().update(newParams());
  }

  @Override
  public CompletableFuture<?> updateAsync() {
    return openAi.async().beta().assistants().update(newParams());
  }

  @Override
  public byte[] encode() {
    throw new UnsupportedOperationException("openai-java encodes behind closed doors");
  }

  @Override
  public Object decode(byte[] answer) throws IOException {
    return reader.readValue(answer);
  }

  @Override
  public byte[] answer() {
    return Sample.answer("openai");
  }

  @Override
  public void close() {
    openAi.close();
  }
}
