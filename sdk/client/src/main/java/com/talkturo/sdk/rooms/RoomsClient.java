package com.talkturo.sdk.rooms;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.engine.Transport;
import com.talkturo.sdk.json.Decoder;
import java.util.concurrent.CompletableFuture;

/**
 * The operations on rooms, as {@code talkturo.rooms()}: conversations with an assistant in the
 * browser instead of on the phone. Safe for use from many threads.
 *
 * <p>Each operation takes its request object; the common ones have a short form. Each has an {@code
 * ...Async} twin: the future fails with the exception that the synchronous form throws, {@code
 * cancel(true)} on it ends the HTTP call and any wait, and dependents run on the SDK's threads
 * unless you give them an executor.
 *
 * <p>Every operation throws {@link com.talkturo.sdk.errors.ApiException} if the API refuses (its
 * subclasses tell why), {@link com.talkturo.sdk.errors.TransportException} if no usable answer
 * arrives in time, {@link com.talkturo.sdk.errors.DecodeException} if the answer cannot be read,
 * and {@link com.talkturo.sdk.errors.InterruptedCallException} if the thread is interrupted. Before
 * anything is sent, it throws {@link IllegalArgumentException} if the request is invalid, and
 * {@link IllegalStateException} if the client is closed.
 */
public final class RoomsClient {
  static final Endpoint<RoomToken> TOKEN =
      Endpoint.atMostOnce("GET", "/auth/token", Decoder.object(RoomToken.TABLE)).withoutKey();

  private final Transport transport;

  /** Internal to the SDK: use {@code TalkturoClient.rooms()}. */
  public RoomsClient(Transport transport) {
    this.transport = transport;
  }

  /**
   * Opens a room, sends the assistant there, and returns the token for the visitor.
   *
   * <pre>GET /auth/token</pre>
   *
   * <p>The API asks for no credential, and the SDK does not send the client's API key. Although it
   * is a GET, the client sends it at most once, because each may make a room. Its errors are not
   * documented by Talkturo.
   */
  public RoomToken createToken(CreateRoomTokenRequest request) {
    return transport.send(request);
  }

  /** Opens a room with an assistant; see {@link #createToken(CreateRoomTokenRequest)}. */
  public RoomToken createToken(String assistantId) {
    return transport.send(CreateRoomTokenRequest.builder().assistantId(assistantId).build());
  }

  /**
   * Opens a room, sends the assistant there, and returns the token for the visitor, asynchronously;
   * see {@link #createToken(CreateRoomTokenRequest)}.
   */
  public CompletableFuture<RoomToken> createTokenAsync(CreateRoomTokenRequest request) {
    return transport.sendAsync(() -> request);
  }

  /**
   * Opens a room with an assistant, asynchronously; see {@link
   * #createToken(CreateRoomTokenRequest)}.
   */
  public CompletableFuture<RoomToken> createTokenAsync(String assistantId) {
    return transport.sendAsync(
        () -> CreateRoomTokenRequest.builder().assistantId(assistantId).build());
  }
}
