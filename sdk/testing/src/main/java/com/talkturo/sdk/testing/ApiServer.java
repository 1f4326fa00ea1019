package com.talkturo.sdk.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
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
import okhttp3.Protocol;
import okio.ByteString;

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

  ApiServer(ServerBuilder<?> settings, Api api, String basePath) throws IOException {
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

  /** Returns the URL that a client is given, for example {@code http://127.0.0.1:54321}. */
  public String baseUrl() {
    return baseUrl;
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
   * answered.
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
      requests.add(request);
      Fault fault = faults.next(request);
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
