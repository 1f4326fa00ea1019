package com.talkturo.migration.flireo;

import com.talkturo.migration.vendors.VendorClientBuilder;
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
public final class FlireoClient implements AutoCloseable {
  private final Transport transport;
  private final FlireoAssistantsClient assistants;

  private FlireoClient(Transport transport) {
    this.transport = transport;
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
   * Ends the client: waits between attempts end at once and their calls fail; connections and
   * threads that the SDK made are freed. Further calls fail with {@link IllegalStateException}.
   */
  @Override
  public void close() {
    transport.close();
  }

  /** The base URL; nothing secret. */
  @Override
  public String toString() {
    return "FlireoClient{baseUrl=" + transport.settings().baseUrl() + "}";
  }

  /**
   * Builds {@link FlireoClient}; the default of the base URL is {@code
   * https://api.hmsovereign.com/api/v1}.
   */
  public static final class Builder extends VendorClientBuilder<Builder> {
    private Builder() {
      super("FlireoClient", "https://api.hmsovereign.com/api/v1", "HMSOVEREIGN_API_KEY");
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Takes the API key from the environment variable {@code HMSOVEREIGN_API_KEY}, read once, now,
     * unless one is set.
     */
    public Builder fromEnv() {
      return keyFromEnv();
    }

    /**
     * The client.
     *
     * @throws IllegalArgumentException naming the field, its value (never the key) and what is
     *     allowed
     */
    public FlireoClient build() {
      return new FlireoClient(open());
    }
  }
}
