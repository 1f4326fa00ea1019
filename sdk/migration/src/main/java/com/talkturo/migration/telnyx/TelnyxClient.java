package com.talkturo.migration.telnyx;

import com.talkturo.migration.client.VendorClient;
import com.talkturo.migration.client.VendorClientBuilder;
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
public final class TelnyxClient extends VendorClient {
  private final TelnyxAssistantsClient assistants;

  private TelnyxClient(Transport transport) {
    super(transport);
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
   * Builds {@link TelnyxClient}. The default of the base URL is {@code https://api.telnyx.com/v2},
   * and the environment variable of the key {@code TELNYX_API_KEY}.
   */
  public static final class Builder extends VendorClientBuilder<TelnyxClient, Builder> {
    private Builder() {
      super("TelnyxClient", "https://api.telnyx.com/v2", "TELNYX_API_KEY", TelnyxClient::new);
    }
  }
}
