package com.talkturo.migration.telnyx;

import com.talkturo.migration.vendors.VendorClientBuilder;
import com.talkturo.sdk.engine.Transport;

/**
 * The client for the assistants at Telnyx. Safe for use from many threads: make one per application
 * and keep it, because it holds the connections.
 *
 * <pre>{@code
 * try (TelnyxClient telnyx = TelnyxClient.fromEnv()) {
 *   for (TelnyxAssistant assistant : telnyx.assistants().list()) {
 *     System.out.println(assistant.id());
 *   }
 * }
 * }</pre>
 *
 * <p>Deadlines, retries, at most one assistant per create, and the secrecy of the key are those of
 * the Talkturo client.
 */
public final class TelnyxClient implements AutoCloseable {
  private final Transport transport;
  private final TelnyxAssistantsClient assistants;

  private TelnyxClient(Transport transport) {
    this.transport = transport;
    this.assistants = new TelnyxAssistantsClient(transport);
  }

  /** Starts a client; only the API key is required. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A client with the API key of the environment variable {@code TELNYX_API_KEY}, read once, now.
   *
   * @throws IllegalArgumentException if there is none, or it cannot be a key
   */
  public static TelnyxClient fromEnv() {
    return builder().fromEnv().build();
  }

  /** The operations on assistants. */
  public TelnyxAssistantsClient assistants() {
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
    return "TelnyxClient{baseUrl=" + transport.settings().baseUrl() + "}";
  }

  /**
   * Builds {@link TelnyxClient}; the default of the base URL is {@code https://api.telnyx.com/v2}.
   */
  public static final class Builder extends VendorClientBuilder<Builder> {
    private Builder() {
      super("TelnyxClient", "https://api.telnyx.com/v2", "TELNYX_API_KEY");
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Takes the API key from the environment variable {@code TELNYX_API_KEY}, read once, now,
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
    public TelnyxClient build() {
      return new TelnyxClient(open());
    }
  }
}
