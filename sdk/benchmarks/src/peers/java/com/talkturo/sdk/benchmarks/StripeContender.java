package com.talkturo.sdk.benchmarks;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.net.ApiResource;
import com.stripe.param.CustomerUpdateParams;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** A change to a customer of Stripe with as many values, through stripe-java: form to JSON. */
final class StripeContender implements Contender {
  private final StripeClient stripe;

  StripeContender(String url) {
    stripe = StripeClient.builder().setApiKey(Sample.API_KEY).setApiBase(url).build();
  }

  private static CustomerUpdateParams newParams() {
    return CustomerUpdateParams.builder()
        .setName(Sample.NAME)
        .setDescription(Sample.SYSTEM_PROMPT)
        .putMetadata("provider", Sample.PROVIDER)
        .putMetadata("model", Sample.MODEL)
        .putMetadata("temperature", Double.toString(Sample.TEMPERATURE))
        .putMetadata("max_tokens", Integer.toString(Sample.MAX_TOKENS))
        .putMetadata("first_message", Sample.FIRST_MESSAGE)
        .putMetadata("recording_enabled", "false")
        .putMetadata("inbound_enabled", "true")
        .build();
  }

  @Override
  public Object update() throws StripeException {
    return stripe.v1().customers().update(Sample.ASSISTANT_ID, newParams());
  }

  @Override
  public CompletableFuture<?> updateAsync() {
    throw new UnsupportedOperationException("stripe-java has no asynchronous calls");
  }

  @Override
  public byte[] encode() {
    throw new UnsupportedOperationException("stripe-java encodes behind closed doors");
  }

  @Override
  public Object decode(byte[] answer) {
    return ApiResource.GSON.fromJson(new String(answer, StandardCharsets.UTF_8), Customer.class);
  }

  @Override
  public byte[] answer() {
    return Sample.answer("stripe");
  }

  @Override
  public void close() {
    // Nothing to close: it uses the JDK's HttpURLConnection.
  }
}
