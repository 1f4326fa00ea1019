package com.talkturo.examples;

import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.assistants.CreateAssistantRequest;
import com.talkturo.sdk.http.ApiResponse;
import com.talkturo.sdk.testing.Fault;
import java.time.Duration;

/** What surrounds an answer: status, headers, request id, and how many attempts it took. */
public final class RawResponse {
  private RawResponse() {}

  public static void main(String[] args) {
    try (Playground playground = Playground.open()) {
      // Makes the embedded server refuse the first attempt, so that there is a retry to see.
      playground.server().ifPresent(s -> s.enqueue(Fault.rateLimited(Duration.ofSeconds(1))));

      ApiResponse<Assistant> response =
          playground.client().exchange(CreateAssistantRequest.builder().name("Front desk").build());
      playground.temporary(response.body());

      System.out.println("id            " + response.body().id());
      System.out.println("status        " + response.statusCode());
      System.out.println("attempts      " + response.attempts());
      System.out.println("request id    " + response.requestId().orElse("(none sent)"));
      System.out.println("content type  " + response.header("Content-Type").orElse("(none sent)"));
      System.out.println("headers       " + response.headers().keySet());
    }
  }
}
