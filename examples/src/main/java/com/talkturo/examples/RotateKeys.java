package com.talkturo.examples;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.testing.TalkturoServer;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Changes the API key while the program runs. The client asks its supplier for the key at every
 * attempt, retries included, so that a new key counts at once and no client is rebuilt.
 */
public final class RotateKeys {
  private RotateKeys() {}

  public static void main(String[] args) {
    try (Playground playground = Playground.open()) {
      if (playground.server().isEmpty()) {
        System.out.println("Keys of an account are made in the dashboard: unset TALKTURO_API_KEY.");
        return;
      }
      TalkturoServer server = playground.server().get();

      // Stands for your secret store. It is asked on the thread of the call, so it must be quick:
      // refresh it elsewhere and only hand out here what is in memory.
      AtomicReference<String> secretStore = new AtomicReference<>(server.apiKey());
      try (TalkturoClient talkturo = playground.builder().apiKey(secretStore::get).build()) {
        Assistant created = talkturo.assistants().create(r -> r.name("Front desk"));
        System.out.println("Created " + created.id() + " with the first key.");

        server.acceptApiKey("tk_test_second");
        secretStore.set("tk_test_second");
        server.revokeApiKey(server.apiKey());
        System.out.println("Rotated: the first key is revoked.");

        Assistant current = talkturo.assistants().get(created.id());
        System.out.println("Read " + current.id() + " with the second key, by the same client.");
      }
    }
  }
}
