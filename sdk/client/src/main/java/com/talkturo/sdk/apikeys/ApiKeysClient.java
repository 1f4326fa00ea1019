package com.talkturo.sdk.apikeys;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.engine.Transport;
import com.talkturo.sdk.json.Decoder;
import java.util.concurrent.CompletableFuture;

/**
 * The operations on API keys, as {@code talkturo.apiKeys()}. Safe for use from many threads.
 *
 * <p>All but {@link #test()} need the JWT of a user who is owner or admin of the account, instead
 * of an API key:
 *
 * <pre>{@code
 * ApiKeysClient keys = talkturo.withOptions(o -> o.apiKey(jwt)).apiKeys();
 * }</pre>
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
public final class ApiKeysClient {
  private static final Decoder<ApiKey> API_KEY = Decoder.object("apiKey", ApiKey.TABLE);

  static final Endpoint<ApiKeys> LIST =
      Endpoint.repeatable("GET", "/api/api-keys", Decoder.object(ApiKeys.TABLE));
  static final Endpoint<ApiKey> CREATE = Endpoint.atMostOnce("POST", "/api/api-keys", API_KEY);
  static final Endpoint<ApiKey> UPDATE =
      Endpoint.repeatable("PATCH", "/api/api-keys/{id}", API_KEY);
  static final Endpoint<RevokeApiKeyResponse> REVOKE =
      Endpoint.repeatable(
              "DELETE", "/api/api-keys/{id}", Decoder.acknowledgement(RevokeApiKeyResponse.TABLE))
          .withGone(() -> RevokeApiKeyResponse.builder().alreadyGone(true).build());
  static final Endpoint<TestApiKeyResponse> TEST =
      Endpoint.repeatable(
          "GET", "/api/test-api-key", Decoder.acknowledgement(TestApiKeyResponse.TABLE));

  private final Transport transport;

  /** Internal to the SDK: use {@code TalkturoClient.apiKeys()}. */
  public ApiKeysClient(Transport transport) {
    this.transport = transport;
  }

  /**
   * Reads the API keys of an account, without the keys themselves. Needs a user's JWT.
   *
   * <pre>GET /api/api-keys</pre>
   */
  public ApiKeys list(ListApiKeysRequest request) {
    return transport.send(request);
  }

  /** Reads the API keys of the client's account; see {@link #list(ListApiKeysRequest)}. */
  public ApiKeys list() {
    return transport.send(ListApiKeysRequest.builder().build());
  }

  /**
   * Reads the API keys of an account, without the keys themselves, asynchronously; see {@link
   * #list(ListApiKeysRequest)}.
   */
  public CompletableFuture<ApiKeys> listAsync(ListApiKeysRequest request) {
    return transport.sendAsync(() -> request);
  }

  /**
   * Reads the API keys of the client's account, asynchronously; see {@link
   * #list(ListApiKeysRequest)}.
   */
  public CompletableFuture<ApiKeys> listAsync() {
    return transport.sendAsync(() -> ListApiKeysRequest.builder().build());
  }

  /**
   * Creates an API key. Needs a user's JWT.
   *
   * <pre>POST /api/api-keys</pre>
   *
   * <p>{@link ApiKey#fullKey()} is the only copy of the key that the API ever sends. If the SDK
   * cannot read the answer, {@code body()} of the {@link com.talkturo.sdk.errors.DecodeException}
   * holds it as it came; if the connection broke while it arrived, {@code partialResponse()} of the
   * {@link com.talkturo.sdk.errors.TransportException} holds what did arrive. Neither message shows
   * it.
   *
   * <p>Creates at most one key, whatever the network does: once the API may have processed the
   * request, the client does not send it again, and the exception's {@code mayHaveTakenEffect()} is
   * {@code true}.
   */
  public ApiKey create(CreateApiKeyRequest request) {
    return transport.send(request);
  }

  /**
   * Creates an API key that may do everything, in the client's account; see {@link
   * #create(CreateApiKeyRequest)}.
   */
  public ApiKey create(String name) {
    return transport.send(CreateApiKeyRequest.builder().name(name).build());
  }

  /** Creates an API key, asynchronously; see {@link #create(CreateApiKeyRequest)}. */
  public CompletableFuture<ApiKey> createAsync(CreateApiKeyRequest request) {
    return transport.sendAsync(() -> request);
  }

  /**
   * Creates an API key that may do everything, in the client's account, asynchronously; see {@link
   * #create(CreateApiKeyRequest)}.
   */
  public CompletableFuture<ApiKey> createAsync(String name) {
    return transport.sendAsync(() -> CreateApiKeyRequest.builder().name(name).build());
  }

  /**
   * Changes name, description and state of an API key; the key itself stays the same. Needs a
   * user's JWT.
   *
   * <pre>PATCH /api/api-keys/{id}</pre>
   *
   * <p>A guide of the newer documentation lets it change expiry and scopes too, but does not say
   * under which names: try additional properties.
   */
  public ApiKey update(UpdateApiKeyRequest request) {
    return transport.send(request);
  }

  /**
   * Changes name, description and state of an API key; the key itself stays the same,
   * asynchronously; see {@link #update(UpdateApiKeyRequest)}.
   */
  public CompletableFuture<ApiKey> updateAsync(UpdateApiKeyRequest request) {
    return transport.sendAsync(() -> request);
  }

  /**
   * Revokes an API key for good. Needs a user's JWT.
   *
   * <pre>DELETE /api/api-keys/{id}</pre>
   *
   * <p>The client sends it again if the outcome of an attempt is not known. If the API answers that
   * repeat with 404, the key is gone, and the response says {@code alreadyGone()}; a 404 to the
   * first attempt is a {@link com.talkturo.sdk.errors.NotFoundException}.
   */
  public RevokeApiKeyResponse revoke(RevokeApiKeyRequest request) {
    return transport.send(request);
  }

  /** Revokes an API key for good; see {@link #revoke(RevokeApiKeyRequest)}. */
  public RevokeApiKeyResponse revoke(String id) {
    return transport.send(RevokeApiKeyRequest.builder().id(id).build());
  }

  /** Revokes an API key for good, asynchronously; see {@link #revoke(RevokeApiKeyRequest)}. */
  public CompletableFuture<RevokeApiKeyResponse> revokeAsync(RevokeApiKeyRequest request) {
    return transport.sendAsync(() -> request);
  }

  /** Revokes an API key for good, asynchronously; see {@link #revoke(RevokeApiKeyRequest)}. */
  public CompletableFuture<RevokeApiKeyResponse> revokeAsync(String id) {
    return transport.sendAsync(() -> RevokeApiKeyRequest.builder().id(id).build());
  }

  /**
   * Asks whether the API accepts the client's API key; if not, it throws an {@link
   * com.talkturo.sdk.errors.AuthenticationException}.
   *
   * <pre>GET /api/test-api-key</pre>
   */
  public TestApiKeyResponse test(TestApiKeyRequest request) {
    return transport.send(request);
  }

  /** Asks whether the API accepts the client's API key; see {@link #test(TestApiKeyRequest)}. */
  public TestApiKeyResponse test() {
    return transport.send(TestApiKeyRequest.builder().build());
  }

  /**
   * Asks whether the API accepts the client's API key, asynchronously; see {@link
   * #test(TestApiKeyRequest)}.
   */
  public CompletableFuture<TestApiKeyResponse> testAsync(TestApiKeyRequest request) {
    return transport.sendAsync(() -> request);
  }

  /**
   * Asks whether the API accepts the client's API key, asynchronously; see {@link
   * #test(TestApiKeyRequest)}.
   */
  public CompletableFuture<TestApiKeyResponse> testAsync() {
    return transport.sendAsync(() -> TestApiKeyRequest.builder().build());
  }
}
