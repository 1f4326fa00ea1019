package com.talkturo.migration.flireo;

import com.talkturo.migration.client.VendorClient;
import com.talkturo.migration.client.VendorClientBuilder;
import com.talkturo.sdk.engine.Transport;

/**
 * The client for the assistants at Flireo (HMS Sovereign). Safe for use from many threads: make one
 * per application and keep it, because it holds the connections.
 *
 * <pre>{@code
 * try (FlireoClient flireo = FlireoClient.fromEnv()) {
 *   for (FlireoAssistant assistant : flireo.assistants().list()) {
 *     System.out.println(assistant.id());
 *   }
 * }
 * }</pre>
 *
 * <p>Deadlines, retries, at most one assistant per create, and the secrecy of the key are those of
 * the Talkturo client.
 */
public final class FlireoClient extends VendorClient {
  private final FlireoAssistantsClient assistants;

  private FlireoClient(Transport transport) {
    super(transport);
    this.assistants = new FlireoAssistantsClient(transport);
  }

  /** Starts a client; only the API key is required. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A client with the API key of the environment variable {@code HMSOVEREIGN_API_KEY}, read once,
   * now.
   *
   * @throws IllegalArgumentException if there is none, or it cannot be a key
   */
  public static FlireoClient fromEnv() {
    return builder().fromEnv().build();
  }

  /** The operations on assistants. */
  public FlireoAssistantsClient assistants() {
    return assistants;
  }

  /**
   * Builds {@link FlireoClient}. The default of the base URL is {@code
   * https://api.hmsovereign.com/api/v1}, and the environment variable of the key {@code
   * HMSOVEREIGN_API_KEY}.
   */
  public static final class Builder extends VendorClientBuilder<FlireoClient, Builder> {
    private Builder() {
      super(
          "FlireoClient",
          "https://api.hmsovereign.com/api/v1",
          "HMSOVEREIGN_API_KEY",
          FlireoClient::new);
    }
  }
}
