package com.talkturo.migration.client;

import com.talkturo.sdk.engine.Transport;

/**
 * What the clients of all vendors share: they are closed after use, and show no key. Made by {@code
 * TelnyxClient.builder()} and {@code FlireoClient.builder()}.
 */
public abstract class VendorClient implements AutoCloseable {
  private final Transport transport;

  /**
   * For the clients of the vendors.
   *
   * @hidden
   */
  @SuppressWarnings("InvalidBlockTag") // Javadoc knows it since Java 9.
  protected VendorClient(Transport transport) {
    this.transport = transport;
  }

  /**
   * Closes the client. Calls that wait between attempts fail at once with {@link
   * com.talkturo.sdk.errors.TransportException}; attempts under way run to their end. It frees the
   * connections and threads that the SDK made; an OkHttpClient of your own stays open. Further
   * calls fail with {@link IllegalStateException}.
   */
  @Override
  public final void close() {
    transport.close();
  }

  /** The type and the base URL; never the key. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + "{baseUrl=" + transport.settings().baseUrl() + "}";
  }
}
