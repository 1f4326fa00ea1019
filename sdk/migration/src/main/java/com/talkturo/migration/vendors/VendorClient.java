package com.talkturo.migration.vendors;

import com.talkturo.sdk.engine.Transport;

/** What the clients of all vendors have in common. */
public abstract class VendorClient implements AutoCloseable {
  private final Transport transport;

  /** For the clients of the vendors. */
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
