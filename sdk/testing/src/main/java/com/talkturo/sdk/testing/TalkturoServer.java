package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okhttp3.OkHttp;
import okhttp3.Protocol;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A Talkturo API in memory behind a real HTTP socket on 127.0.0.1, for tests.
 *
 * <pre>{@code
 * try (TalkturoServer server = TalkturoServer.start()) {
 *   TalkturoClient talkturo =
 *       TalkturoClient.builder()
 *           .baseUrl(server.baseUrl())
 *           .apiKey(server.apiKey())
 *           .accountSlug(server.accountSlug())
 *           .build();
 *   talkturo.assistants().create(r -> r.name("Front desk"));
 *   assertThat(server.assistants()).hasSize(1);
 *   assertThat(server.requests().get(0).jsonObject()).containsEntry("name", "Front desk");
 * }
 * }</pre>
 *
 * <p>It serves the documented operations with any HTTP client:
 *
 * <ul>
 *   <li>{@code POST /api/assistants}
 *   <li>{@code GET /api/assistants/{assistantId}}
 *   <li>{@code PATCH /api/assistants/{assistantId}}
 *   <li>{@code PATCH /api/assistants/{assistantId}/telephony/phone-numbers}
 * </ul>
 *
 * <p>Where Talkturo documents nothing, this server had to choose:
 *
 * <ul>
 *   <li>The defaults of the templates {@code custom}, {@code outbound-setter}, {@code
 *       inbound-support} and {@code follow-up} are invented, and differ so that a mix-up shows. Any
 *       other {@code templateId} is accepted with the defaults of {@code custom}.
 *   <li>An update sets a {@code null} that is sent, keeps attributes it does not know, and answers
 *       400 for {@code id}, {@code account_id}, {@code type}, {@code created_at} and {@code
 *       updated_at}. {@code updated_at} moves by at least a millisecond with each update that sends
 *       an attribute; assigning phone numbers leaves it alone.
 *   <li>{@code accountSlug} is required to create; an update or an assignment may leave it out. A
 *       slug that the key has no access to, known or not, answers 403, and so does an assistant of
 *       another account.
 *   <li>An unknown or inactive number in {@code phoneNumberIds} answers 400 and nothing is changed.
 *       A number of another assistant is moved.
 *   <li>A body that is not declared as {@code application/json}, is not one JSON object or repeats
 *       a field answers 400. An unknown path answers 404, another method on a known path 405.
 * </ul>
 *
 * <p>Safe for use from many threads. The threads of the server end with {@link #close}; until then
 * they keep the JVM alive.
 */
public final class TalkturoServer implements AutoCloseable {
  // Kept in a field because java.util.logging holds loggers weakly and would forget the level.
  private static final Logger MOCK_WEB_SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

  static {
    // It warns about each connection that made no request, which says nothing about the test. Who
    // has set a level wants to see it.
    if (MOCK_WEB_SERVER_LOG.getLevel() == null) {
      MOCK_WEB_SERVER_LOG.setLevel(Level.SEVERE);
    }
  }

  private final Workspace workspace = new Workspace();
  private final TalkturoApi api = new TalkturoApi(workspace);
  private final FaultScript faults = new FaultScript();
  private final RequestLog requests;
  private final LoopbackSockets sockets = new LoopbackSockets();
  private final MockWebServer http = new MockWebServer();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final String baseUrl;

  private TalkturoServer(Builder builder) throws IOException {
    requests = new RequestLog(builder.keptRequests);
    http.setServerSocketFactory(sockets);
    http.setDispatcher(new ApiDispatcher());
    SSLSocketFactory tls = builder.tls;
    if (tls != null) {
      http.useHttps(tls);
      http.setProtocolNegotiationEnabled(builder.http2);
    } else if (builder.http2) {
      http.setProtocols(Collections.singletonList(Protocol.H2_PRIOR_KNOWLEDGE));
    }
    http.start(InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}), builder.port);
    baseUrl = (tls == null ? "http" : "https") + "://127.0.0.1:" + http.getPort();
  }

  /**
   * Returns a running server on a free port, with one account, one API key, three active phone
   * numbers and no assistants.
   *
   * @throws UncheckedIOException if no port can be opened
   * @throws IllegalStateException if OkHttp is older than 5
   */
  public static TalkturoServer start() {
    return builder().start();
  }

  /** Returns a builder for a server with a fixed port, TLS, HTTP/2 or another request limit. */
  public static Builder builder() {
    return new Builder();
  }

  /** Settings of a server; the defaults are those of {@link TalkturoServer#start()}. */
  public static final class Builder {
    private int port;
    private int keptRequests = 10_000;
    private boolean http2;
    private @Nullable SSLSocketFactory tls;

    private Builder() {}

    /** Listens on this port of 127.0.0.1. The default, 0, takes a free one. */
    public Builder port(int port) {
      this.port = port;
      return this;
    }

    /**
     * Keeps the newest requests up to this number and forgets older ones, so that a load test does
     * not fill the heap. The default is 10,000.
     *
     * @throws IllegalArgumentException if the limit is less than 1
     */
    public Builder keptRequests(int limit) {
      if (limit < 1) {
        throw new IllegalArgumentException("keptRequests must be at least 1: " + limit);
      }
      this.keptRequests = limit;
      return this;
    }

    /**
     * Serves HTTPS with the certificate of this factory, which has to be valid for 127.0.0.1. The
     * default is plain HTTP.
     */
    public Builder tls(SSLSocketFactory socketFactory) {
      this.tls = Objects.requireNonNull(socketFactory, "socketFactory");
      return this;
    }

    /**
     * Serves HTTP/2: negotiated, beside HTTP/1.1, with {@link #tls}; without it, clients have to
     * know ("prior knowledge"). A stalled or delayed answer then also holds up the later requests
     * of its connection. The default is HTTP/1.1 only.
     */
    public Builder http2() {
      this.http2 = true;
      return this;
    }

    /**
     * Returns the running server.
     *
     * @throws UncheckedIOException if the port cannot be opened
     * @throws IllegalStateException if OkHttp is older than 5
     */
    public TalkturoServer start() {
      try {
        return new TalkturoServer(this);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, e);
      } catch (LinkageError e) {
        // The client runs with an older one, and MockWebServer does not.
        throw new IllegalStateException(
            "OkHttp "
                + OkHttp.VERSION
                + " is on the class path, but TalkturoServer needs OkHttp 5 or newer; put its jar"
                + " first, or look for what pins the older one with mvn dependency:tree or gradle"
                + " dependencies",
            e);
      }
    }
  }

  /** Returns scheme, host and port, for example {@code http://127.0.0.1:54321}. */
  public String baseUrl() {
    return baseUrl;
  }

  /** Returns a key for {@link #accountSlug()}, made at random for this server. */
  public String apiKey() {
    return workspace.defaultKey();
  }

  /** Returns {@code north-wind}, the account that the server starts with. */
  public String accountSlug() {
    return Workspace.DEFAULT_ACCOUNT;
  }

  /** Accepts another key for {@link #accountSlug()} from now on, as when keys are rotated. */
  public void acceptApiKey(String apiKey) {
    workspace.acceptKey(Objects.requireNonNull(apiKey, "apiKey"), Workspace.DEFAULT_ACCOUNT);
  }

  /** Answers 401 to this key from now on; also to {@link #apiKey()}. */
  public void revokeApiKey(String apiKey) {
    workspace.revokeKey(Objects.requireNonNull(apiKey, "apiKey"));
  }

  /**
   * Adds an account that {@link #apiKey()} has no access to, and returns a key for it.
   *
   * @throws IllegalArgumentException if the account exists
   */
  public String addAccount(String accountSlug) {
    workspace.addAccount(Objects.requireNonNull(accountSlug, "accountSlug"));
    String key = Workspace.newKey();
    workspace.acceptKey(key, accountSlug);
    return key;
  }

  /**
   * Adds an assistant to {@link #accountSlug()} without a request, and returns its id.
   *
   * @param attributes by their wire names, for example {@code first_message}; they are stored
   *     unchecked, so that odd data can be served. What is left out comes from the template named
   *     by {@code type}, {@code custom} by default; an {@code id} is made up.
   * @throws IllegalArgumentException if the {@code id} is taken, empty or no string, or a value has
   *     no JSON form
   */
  public String addAssistant(Map<String, ? extends @Nullable Object> attributes) {
    return addAssistant(Workspace.DEFAULT_ACCOUNT, attributes);
  }

  /**
   * Like {@link #addAssistant(Map)} for another account.
   *
   * @throws IllegalArgumentException also if there is no such account
   */
  public String addAssistant(
      String accountSlug, Map<String, ? extends @Nullable Object> attributes) {
    return workspace.seedAssistant(accountSlug, (ObjectNode) Json.treeOf(attributes));
  }

  /** Returns a snapshot of all assistants by wire names, oldest first. */
  public List<Map<String, @Nullable Object>> assistants() {
    List<Map<String, @Nullable Object>> assistants = new ArrayList<>();
    workspace.allAssistants().forEach(assistant -> assistants.add(Json.plainOf(assistant)));
    return assistants;
  }

  /** Returns a snapshot of one assistant by wire names. */
  public Optional<Map<String, @Nullable Object>> assistant(String id) {
    return Optional.ofNullable(workspace.findAssistant(id)).map(Json::plainOf);
  }

  /**
   * Returns the ids of all phone numbers in the order added; at the start {@code pn_a1}, {@code
   * pn_b2} and {@code pn_c3}, all active.
   */
  public List<String> phoneNumberIds() {
    return workspace.phoneNumberIds();
  }

  /**
   * Adds an active phone number to {@link #accountSlug()}.
   *
   * @throws IllegalArgumentException if the id is taken
   */
  public void addPhoneNumber(String id) {
    addPhoneNumber(id, PhoneNumberStatus.ACTIVE);
  }

  /**
   * Adds a phone number to {@link #accountSlug()}.
   *
   * @throws IllegalArgumentException if the id is taken
   */
  public void addPhoneNumber(String id, PhoneNumberStatus status) {
    addPhoneNumber(Workspace.DEFAULT_ACCOUNT, id, status);
  }

  /**
   * Adds a phone number to an account.
   *
   * @throws IllegalArgumentException if the id is taken or there is no such account
   */
  public void addPhoneNumber(String accountSlug, String id, PhoneNumberStatus status) {
    workspace.addPhoneNumber(
        Objects.requireNonNull(id, "id"), Objects.requireNonNull(status, "status"), accountSlug);
  }

  /** Returns the ids of the numbers assigned to an assistant, in the order they were sent. */
  public List<String> phoneNumbersOf(String assistantId) {
    return workspace.phoneNumbersOf(assistantId);
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
   * {@link Builder#keptRequests} says otherwise. A request is in the list before it is answered.
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
   * Returns to the state at the start: assistants, numbers, accounts, keys, faults and requests.
   * Base URL and {@link #apiKey()} stay, ids of assistants are not used again.
   */
  public void reset() {
    faults.clear();
    workspace.reset();
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
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  /** Returns the base URL; never the key. */
  @Override
  public String toString() {
    return "TalkturoServer " + baseUrl;
  }

  private final class ApiDispatcher extends Dispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
      // MockWebServer queues each request with its body for takeRequest and would fill the heap.
      while (http.takeRequest(0, TimeUnit.NANOSECONDS) != null) {}

      ReceivedRequest request = received(recorded);
      requests.add(request);
      Fault fault = faults.next(request);
      if (fault == null) {
        return api.answer(request).toMockResponse();
      }
      Answer usual = fault.carriesOut() ? api.answer(request) : Answer.EMPTY;
      if (fault.resets()) {
        sockets.reset(recorded.getConnectionIndex());
        return disconnected();
      }
      if (fault.stalls()) {
        return stalled(recorded);
      }
      return fault.spoil(usual).toMockResponse();
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
