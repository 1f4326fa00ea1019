package com.talkturo.acceptance;

import com.talkturo.sdk.TalkturoClient;

/** A program that makes one call, prints the answer and returns from main without closing. */
final class OneAsyncCall {
  private OneAsyncCall() {}

  public static void main(String[] args) {
    TalkturoClient client = TalkturoClient.builder().apiKey("tk").baseUrl(args[0]).build();
    client
        .assistants()
        .getAsync("asst_5tq8")
        .thenAccept(assistant -> System.out.println("answer " + assistant.name().orElse("")))
        .join();
  }
}
