package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okhttp3.Protocol;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** What the servers of all vendors share: sockets, requests, faults, lifecycle. */
abstract class ApiServer implements AutoCloseable {
  // Kept in a field because java.util.logging holds loggers weakly and would forget the level.
  private static final Logger MOCK_WEB_SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

  static {
    // It warns about each connection that made no request, which says nothing about the test. Who
    // has set a level wants to see it.
    if (MOCK_WEB_SERVER_LOG.getLevel() == null) {
      MOCK_WEB_SERVER_LOG.setLevel(Level.SEVERE);
    }
  }

  private final Api api;
  private final FaultScript faults = new FaultScript();
  private final RequestLog requests;
  private final LoopbackSockets sockets = new LoopbackSockets();
  private final MockWebServer http = new MockWebServer();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final String baseUrl;

  ApiServer(ServerBuilder<?, ?> settings, Api api, String basePath) throws IOException {
    this.api = api;
    requests = new RequestLog(settings.keptRequests());
    http.setServerSocketFactory(sockets);
    http.setDispatcher(new ApiDispatcher());
    SSLSocketFactory tls = settings.tls();
    if (tls != null) {
      http.useHttps(tls);
      http.setProtocolNegotiationEnabled(settings.usesHttp2());
    } else if (settings.usesHttp2()) {
      http.setProtocols(Collections.singletonList(Protocol.H2_PRIOR_KNOWLEDGE));
    }
    http.start(InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}), settings.port());
    baseUrl = (tls == null ? "http" : "https") + "://127.0.0.1:" + http.getPort() + basePath;
  }

  /**
   * Returns the URL that a client is given: scheme, host and port, at vendors other than Talkturo
   * with the path that stands in front of all operations.
   */
  public String baseUrl() {
    return baseUrl;
  }

  /** Returns a key that the server accepts, made at random. */
  public String apiKey() {
    return api.keys().defaultKey();
  }

  /** Accepts another key too from now on, as when keys are rotated. */
  public void acceptApiKey(String apiKey) {
    Objects.requireNonNull(apiKey, "apiKey");
    api.store().atomically(() -> api.keys().accept(apiKey));
  }

  /** Answers 401 to this key from now on; also to {@link #apiKey()}. */
  public void revokeApiKey(String apiKey) {
    Objects.requireNonNull(apiKey, "apiKey");
    api.store().atomically(() -> api.keys().revoke(apiKey));
  }

  /**
   * Adds an assistant without a request, and returns its id.
   *
   * @param attributes by their wire names, for example {@code name}; they are stored unchecked, so
   *     that odd data can be served. What is left out has the server's defaults, at Talkturo those
   *     of the template named by {@code type}; an {@code id} is made up.
   * @throws IllegalArgumentException if the {@code id} is taken, empty or no string, or a value has
   *     no JSON form
   */
  public String addAssistant(Map<String, ? extends @Nullable Object> attributes) {
    ObjectNode tree = (ObjectNode) Json.treeOf(attributes);
    return api.store().atomically(() -> api.assistants().seed(tree));
  }

  /**
   * Changes an assistant without a request, as a person does in the dashboard. The time of its last
   * change, where it has one, moves.
   *
   * @param attributes by their wire names; they are stored unchecked
   * @throws IllegalArgumentException if there is no such assistant, or a value has no JSON form
   */
  public void changeAssistant(String id, Map<String, ? extends @Nullable Object> attributes) {
    ObjectNode tree = (ObjectNode) Json.treeOf(attributes);
    api.store().atomically(() -> api.assistants().changeUnseen(id, tree));
  }

  /**
   * Deletes an assistant without a request, as a person does in the dashboard; its numbers are
   * free.
   *
   * @throws IllegalArgumentException if there is no such assistant
   */
  public void deleteAssistant(String id) {
    api.store().atomically(() -> api.assistants().removeUnseen(id));
  }

  /** Returns a snapshot of all assistants by wire names, oldest first. */
  public List<Map<String, @Nullable Object>> assistants() {
    return assistants(assistant -> true);
  }

  /**
   * Returns a snapshot of the assistants with this text in their name, oldest first: how many a
   * token in a name has led to.
   */
  public List<Map<String, @Nullable Object>> assistantsNamed(String part) {
    Objects.requireNonNull(part, "part");
    return assistants(assistant -> assistant.path("name").asText().contains(part));
  }

  private List<Map<String, @Nullable Object>> assistants(Predicate<ObjectNode> wanted) {
    return api.store()
        .atomically(
            () -> {
              List<Map<String, @Nullable Object>> assistants = new ArrayList<>();
              for (ObjectNode assistant : api.assistants().all()) {
                if (wanted.test(assistant)) {
                  assistants.add(Json.plainOf(assistant));
                }
              }
              return assistants;
            });
  }

  /** Returns a snapshot of one assistant by wire names. */
  public Optional<Map<String, @Nullable Object>> assistant(String id) {
    return api.store()
        .atomically(() -> Optional.ofNullable(api.assistants().find(id)).map(Json::plainOf));
  }

  /** Like {@link #rateLimit(int, Duration, RateLimitWindow)} with {@link RateLimitWindow#FIXED}. */
  public void rateLimit(int requests, Duration window) {
    rateLimit(requests, window, RateLimitWindow.FIXED);
  }

  /**
   * Serves each API key at most this many requests in a window from now on, and answers the others
   * 429 with {@code Retry-After}, the whole seconds after which a request will be served. Those do
   * not count against the limit, nor do requests without a valid API key. Replaces an earlier
   * limit; without this call there is none.
   *
   * @throws IllegalArgumentException if a number is not positive
   */
  public void rateLimit(int requests, Duration window, RateLimitWindow kind) {
    api.rateLimit().set(requests, window, Objects.requireNonNull(kind, "kind"));
  }

  /** Ends the rate limit. */
  public void noRateLimit() {
    api.rateLimit().lift();
  }

  /** Returns how many requests the {@linkplain #rateLimit rate limit} has answered 429. */
  public long rateLimitedRequests() {
    return api.rateLimit().refused();
  }

  /**
   * Hits the next requests with these faults, in this order and after those already waiting; then
   * service is normal again. A request takes the first waiting fault that {@linkplain Fault#on
   * applies} to it, before its key or anything else is checked.
   */
  public void enqueue(Fault... faults) {
    this.faults.enqueue(faults);
  }

  /**
   * Hits all requests that no {@linkplain #enqueue waiting} fault takes, until {@link
   * #clearFaults()} or the next call of this method, which replaces the faults of this one. Of
   * several the first that {@linkplain Fault#on applies} counts; {@link Fault#times} does not.
   */
  public void respondAlways(Fault... faults) {
    this.faults.stand(faults);
  }

  /** Ends an outage and forgets the waiting faults. */
  public void clearFaults() {
    faults.clear();
  }

  /**
   * Returns how many requests the {@linkplain #enqueue waiting} faults will still hit. Zero at the
   * end of a test says that everything scripted took place.
   */
  public int pendingFaults() {
    return faults.pending();
  }

  /**
   * Returns the requests received so far, oldest first, of which the newest 10,000 are kept unless
   * {@code keptRequests} of the builder says otherwise. A request is in the list before it is
   * answered, and has its fault by then.
   */
  public List<ReceivedRequest> requests() {
    return requests.all();
  }

  /** Returns the number of requests received, including those no longer kept. */
  public long requestCount() {
    return requests.count();
  }

  /**
   * Waits for the next request that this method has not returned yet; it stays in {@link
   * #requests()}.
   *
   * @throws AssertionError if there is none within the timeout
   * @throws IllegalStateException if the thread is interrupted; its interrupt flag is set again
   */
  public ReceivedRequest takeRequest(Duration timeout) {
    return requests.take(timeout);
  }

  /**
   * Waits until this many requests have been received and returns those of {@link #requests()}.
   *
   * @throws AssertionError if there are fewer within the timeout
   * @throws IllegalStateException if the thread is interrupted; its interrupt flag is set again
   */
  public List<ReceivedRequest> awaitRequests(int count, Duration timeout) {
    return requests.await(count, timeout);
  }

  /** Forgets the requests received so far and counts from zero. */
  public void clearRequests() {
    requests.clear();
  }

  /**
   * Returns to the state of the first start: data, keys, faults, behaviours, rate limits and
   * requests. Base URL and the key that the server started with stay, ids are not used again. A
   * request that is under way may still arrive, and change what was reset.
   */
  public void reset() {
    faults.clear();
    api.reset();
    requests.clear();
  }

  /** Closes all connections and frees port and threads. Closing twice has no effect. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      // MockWebServer waits for its threads; interrupted, it would leave them and the flag behind.
      boolean interrupted = Thread.interrupted();
      try {
        http.close();
      } finally {
        api.store().close();
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  /** Returns the base URL; never the key. */
  @Override
  public String toString() {
    return getClass().getSimpleName() + " " + baseUrl;
  }

  private final class ApiDispatcher extends Dispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
      // MockWebServer queues each request with its body for takeRequest and would fill the heap.
      while (http.takeRequest(0, TimeUnit.NANOSECONDS) != null) {}

      ReceivedRequest request = received(recorded);
      Fault fault = faults.next(request);
      // Not before: a test that sees the request may end, and the next one enqueue faults.
      requests.add(request);
      if (fault == null) {
        return api.router().answer(request).toMockResponse();
      }
      Answer usual = fault.carriesOut() ? api.router().answer(request) : Answer.EMPTY;
      if (fault.resets()) {
        sockets.reset(recorded.getConnectionIndex());
        return disconnected();
      }
      if (fault.stalls()) {
        return stalled(recorded);
      }
      return fault.spoil(usual, api.router().errors()).toMockResponse();
    }

    private ReceivedRequest received(RecordedRequest recorded) {
      Headers.Builder headers = new Headers.Builder();
      for (int i = 0; i < recorded.getHeaders().size(); i++) {
        // HTTP/2 sends scheme and authority among the headers.
        if (!recorded.getHeaders().name(i).startsWith(":")) {
          headers.addUnsafeNonAscii(recorded.getHeaders().name(i), recorded.getHeaders().value(i));
        }
      }
      ByteString body = recorded.getBody();
      return new ReceivedRequest(
          recorded.getMethod(),
          recorded.getTarget(),
          headers.build(),
          body == null ? ByteString.EMPTY : body,
          Instant.now());
    }

    private MockResponse stalled(RecordedRequest recorded) {
      if (recorded.getVersion().startsWith("HTTP/2")) {
        // The connection's own reader would notice the end; this ends with the server.
        return new MockResponse.Builder().headersDelay(1, TimeUnit.DAYS).build();
      }
      sockets.awaitDisconnect(recorded.getConnectionIndex());
      return disconnected();
    }

    private MockResponse disconnected() {
      return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
    }
  }
}
