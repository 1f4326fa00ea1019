package com.talkturo.acceptance.migration;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.testing.TalkturoServer;

/** A program that knows the Talkturo client only, with everything else on its class path. */
final class FirstRequest {
  private FirstRequest() {}

  public static void main(String[] args) {
    try (TalkturoServer server = TalkturoServer.start();
        TalkturoClient client =
            TalkturoClient.builder()
                .apiKey(server.apiKey())
                .baseUrl(server.baseUrl())
                .accountSlug(server.accountSlug())
                .build()) {
      System.out.println("created " + client.assistants().create(r -> r.name("Desk")).id());
    }
  }
}
