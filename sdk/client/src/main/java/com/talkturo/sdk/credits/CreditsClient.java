package com.talkturo.sdk.credits;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.engine.Transport;
import com.talkturo.sdk.json.Decoder;
import java.util.concurrent.CompletableFuture;

/**
 * The operations on credits, as {@code talkturo.credits()}. Safe for use from many threads. All
 * amounts are {@link java.math.BigDecimal}: no digit is lost on the way.
 *
 * <p>Each operation takes its request object; the common ones have a short form. Each has an {@code
 * ...Async} twin: the future fails with the exception that the synchronous form throws, {@code
 * cancel(true)} on it ends the HTTP call and any wait, and dependents run on the SDK's threads
 * unless they are given an executor.
 *
 * <p>Every operation throws {@link com.talkturo.sdk.errors.ApiException} if the API refuses (its
 * subclasses tell why), {@link com.talkturo.sdk.errors.TransportException} if no usable answer
 * arrives in time, {@link com.talkturo.sdk.errors.DecodeException} if the answer cannot be read,
 * and {@link com.talkturo.sdk.errors.InterruptedCallException} if the thread is interrupted. Before
 * anything is sent, it throws {@link IllegalArgumentException} if the request is invalid, and
 * {@link IllegalStateException} if the client is closed.
 */
public final class CreditsClient {
  static final Endpoint<Credits> GET =
      Endpoint.repeatable("GET", "/api/credits", Decoder.object("credits", Credits.TABLE));

  private final Transport transport;

  /** Internal to the SDK: use {@code TalkturoClient.credits()}. */
  public CreditsClient(Transport transport) {
    this.transport = transport;
  }

  /**
   * Reads the credits of an account. The API makes a record for an account that has none.
   *
   * <pre>GET /api/credits</pre>
   */
  public Credits get(GetCreditsRequest request) {
    return transport.send(request);
  }

  /** Reads the credits of the API key's account; see {@link #get(GetCreditsRequest)}. */
  public Credits get() {
    return transport.send(GetCreditsRequest.builder().build());
  }

  /** Reads the credits of an account, asynchronously; see {@link #get(GetCreditsRequest)}. */
  public CompletableFuture<Credits> getAsync(GetCreditsRequest request) {
    return transport.sendAsync(() -> request);
  }

  /** Reads the credits of the API key's account, asynchronously; see {@link #get()}. */
  public CompletableFuture<Credits> getAsync() {
    return transport.sendAsync(() -> GetCreditsRequest.builder().build());
  }
}
