package com.talkturo.calls;

import okhttp3.OkHttpClient;

/**
 * How the fault suite gets a client.
 *
 * @param <C> the client
 */
public interface ClientKind<C extends AutoCloseable> {
  /**
   * A client of this server.
   *
   * @param users the OkHttpClient to stand on; null for one of the SDK
   */
  C open(String baseUrl, Limits limits, OkHttpClient users);

  /** Reads something, so that a connection is kept. */
  void read(C client, boolean async);
}
