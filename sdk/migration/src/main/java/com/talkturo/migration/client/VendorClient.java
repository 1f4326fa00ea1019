package com.talkturo.migration.client;

import com.talkturo.sdk.engine.Transport;

/** What a client of a vendor is, besides its operations. */
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
   * Ends the client: waits between attempts end at once and their calls fail; connections and
   * threads that the SDK made are freed. Further calls fail with {@link IllegalStateException}.
   */
  @Override
  public final void close() {
    transport.close();
  }

  /** The base URL; nothing secret. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + "{baseUrl=" + transport.settings().baseUrl() + "}";
  }
}
