package com.talkturo.sdk.http;

import com.talkturo.sdk.errors.InterruptedCallException;
import com.talkturo.sdk.errors.NotSentException;
import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.errors.TimeoutException;
import com.talkturo.sdk.errors.TransportException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.SocketFactory;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns requests into calls and calls into answers. Internal to the SDK. */
public final class Transport {
  private static final Logger LOG = LoggerFactory.getLogger(Loggers.ATTEMPT);
  private static final MediaType JSON = MediaType.get("application/json");

  private final Settings settings;
  private final OkHttpClient http;

  /** For what is sent at most once: with a pool of its own, which keeps no HTTP/1.1 connection. */
  private final OkHttpClient onceHttp;

  private final Lifecycle lifecycle;
  private final Deadlines deadlines;
  private final ResponseReader reader;
  private final String baseUrl;
  private final Headers headers;

  private Transport(
      Settings settings,
      OkHttpClient http,
      OkHttpClient onceHttp,
      Lifecycle lifecycle,
      Deadlines deadlines) {
    this.settings = settings;
    this.http = http;
    this.onceHttp = onceHttp;
    this.lifecycle = lifecycle;
    this.deadlines = deadlines;
    this.reader = new ResponseReader(settings.maxResponseBytes());
    this.baseUrl = BaseUrl.parse(settings.baseUrl(), settings.allowPlainHttp());
    this.headers = headers(settings);
  }

  /**
   * A transport of its own, on the user's OkHttpClient if there is one.
   *
   * @throws IllegalStateException if OkHttp or Jackson is older than the SDK supports
   */
  public static Transport open(Settings settings) {
    Libraries.requireSupported();
    OkHttpClient http = httpClient(settings);
    return new Transport(
        settings,
        http,
        http.newBuilder().connectionPool(pool(settings)).build(),
        new Lifecycle(http.dispatcher().executorService()),
        new Deadlines(TimeUnit.SECONDS.toNanos(60)));
  }

  /** A transport with other settings per call that shares connections, threads and budget. */
  public Transport view(Settings changed) {
    return new Transport(changed, http, onceHttp, lifecycle.view(), deadlines);
  }

  /** What this transport was opened with. */
  public Settings settings() {
    return settings;
  }

  private static OkHttpClient httpClient(Settings settings) {
    OkHttpClient.Builder builder =
        settings.okHttpClient().isPresent()
            ? settings.okHttpClient().get().newBuilder()
            : new OkHttpClient.Builder().connectionPool(pool(settings));
    ExecutorService threads = daemonThreads();
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(settings.maxConcurrency());
    dispatcher.setMaxRequestsPerHost(settings.maxConcurrency());
    Dns names = settings.okHttpClient().map(OkHttpClient::dns).orElse(Dns.SYSTEM);
    SocketFactory sockets =
        settings
            .okHttpClient()
            .map(OkHttpClient::socketFactory)
            .orElseGet(SocketFactory::getDefault);
    RetryBudget budget = new RetryBudget();
    RecentAttempts recent = new RecentAttempts();
    long maxBytes = settings.maxResponseBytes();
    boolean usersCodeFollows = !builder.interceptors().isEmpty();
    builder
        .dispatcher(dispatcher)
        .dns(new DeadlineDns(names, threads))
        .socketFactory(WatchedSockets.instead(sockets))
        .connectTimeout(settings.connectTimeout())
        .readTimeout(settings.readTimeout())
        .writeTimeout(settings.writeTimeout())
        .callTimeout(0, TimeUnit.MILLISECONDS)
        // Whatever repeats or redirects a request on its own is off: RetryInterceptor decides.
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false)
        .authenticator(Authenticator.NONE)
        .cache(null);
    builder.interceptors().add(0, new RetryInterceptor(budget, recent));
    builder.interceptors().add(1, new AttemptInterceptor(maxBytes, budget, recent));
    builder.interceptors().add(2, new BearerAuthInterceptor(settings.apiKey().get()));
    // Here the user's own interceptors follow.
    builder.interceptors().add(new ExchangeInterceptor(maxBytes, usersCodeFollows));
    builder.networkInterceptors().replaceAll(UsersInterceptor::new);
    builder.networkInterceptors().add(new SingleSendInterceptor());
    return builder.build();
  }

  private static ConnectionPool pool(Settings settings) {
    return new ConnectionPool(settings.maxConcurrency(), 5, TimeUnit.MINUTES);
  }

  /** Threads that end with the program and, when idle, by themselves. */
  private static ExecutorService daemonThreads() {
    AtomicInteger number = new AtomicInteger();
    ThreadFactory factory =
        task -> {
          Thread thread = new Thread(task, "talkturo-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        };
    return new ThreadPoolExecutor(
        0, Integer.MAX_VALUE, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
  }

  private static Headers headers(Settings settings) {
    Headers.Builder headers = new Headers.Builder();
    headers.add("Accept", "application/json");
    headers.add("User-Agent", UserAgent.VALUE);
    settings.headers().forEach(headers::set);
    return headers.build();
  }

  /**
   * Sends a request and waits for the answer.
   *
   * @throws com.talkturo.sdk.errors.TalkturoException if there is no usable answer
   */
  public <T> ApiResponse<T> exchange(ApiRequest<T> request) {
    CallState state = newState(request);
    ApiResponse<T> response;
    try {
      response = execute(request, state);
    } catch (Throwable e) {
      state.finished(e);
      throw e;
    }
    state.finished(null);
    return response;
  }

  private <T> ApiResponse<T> execute(ApiRequest<T> request, CallState state) {
    Call call = newCall(request, state);
    Deadlines.Deadline deadline = deadlines.start(state.deadlineNanos(), call::cancel);
    try (Response response = call.execute()) {
      return reader.read(request.endpoint(), response, state);
    } catch (TalkturoException e) {
      throw e;
    } catch (IOException e) {
      throw Transport.<RuntimeException>undeclared(failure(e, state));
    } catch (RuntimeException e) {
      if (!state.isSent()) {
        throw e;
      }
      // The event listener of the user's client, after the fact.
      throw Transport.<RuntimeException>undeclared(
          failure(new IOException("the call could not be ended: " + e, e), state));
    } finally {
      deadlines.stop(deadline);
    }
  }

  /** What users' code throws without declaring it, as Kotlin does, must reach the caller too. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E undeclared(Throwable failure) throws E {
    throw (E) failure;
  }

  /** Sends a request; the future ends with what {@code wanted} takes from the answer. */
  public <T, R> CompletableFuture<R> exchangeAsync(
      ApiRequest<T> request, Function<ApiResponse<T>, R> wanted) {
    try {
      CallState state = newState(request);
      try {
        return enqueue(request, state, wanted);
      } catch (Throwable e) {
        state.finished(e);
        throw e;
      }
    } catch (RuntimeException e) {
      CompletableFuture<R> failed = new CompletableFuture<>();
      failed.completeExceptionally(e);
      return failed;
    }
  }

  private <T, R> CompletableFuture<R> enqueue(
      ApiRequest<T> request, CallState state, Function<ApiResponse<T>, R> wanted) {
    return new PendingAnswer<>(
            newCall(request, state),
            state,
            response -> wanted.apply(reader.read(request.endpoint(), response, state)),
            e -> failure(e, state),
            deadlines)
        .start();
  }

  private CallState newState(ApiRequest<?> request) {
    Endpoint<?> endpoint = request.endpoint();
    RequestEvents events = RequestEvents.of(settings.listeners(), endpoint);
    if (events != null) {
      events.requestStarted();
    }
    return new CallState(endpoint, settings.timeout(), settings.maxRetries(), lifecycle, events);
  }

  private Call newCall(ApiRequest<?> request, CallState state) {
    lifecycle.requireOpen();
    Endpoint<?> endpoint = request.endpoint();
    byte[] body = request.body(settings.accountSlug());
    String query = request.query();
    String url = baseUrl + endpoint.path(request.pathValues());
    OkHttpClient client = endpoint.isRepeatable() ? http : onceHttp;
    return client.newCall(
        new Request.Builder()
            .url(HttpUrl.get(query.isEmpty() ? url : url + "?" + query))
            .headers(headers)
            .method(endpoint.method(), requestBody(endpoint, body))
            .tag(CallState.class, state)
            .build());
  }

  private static @Nullable RequestBody requestBody(Endpoint<?> endpoint, byte @Nullable [] body) {
    if (body != null) {
      return new OneShotBody(JSON, body);
    }
    // HTTP clients must send a length with these even if there is nothing to send.
    boolean needsBody = !endpoint.method().equals("GET") && !endpoint.method().equals("DELETE");
    return needsBody ? new OneShotBody(null, new byte[0]) : null;
  }

  /** What the caller gets for an IOException. */
  private Throwable failure(IOException thrown, CallState state) {
    if (thrown instanceof Refusal) {
      Throwable reason = ((Refusal) thrown).reason();
      if (state.isSent()) {
        LOG.warn(
            "{} had been sent when the key supplier or an interceptor threw {}",
            state.endpoint(),
            reason.getClass().getName());
      }
      return reason;
    }
    if (thrown.getCause() instanceof Error) {
      return thrown.getCause();
    }
    IOException e = state.keyMask().hide(thrown);
    if (Thread.currentThread().isInterrupted()) {
      return new InterruptedCallException(e, state.summary());
    }
    if (state.nanosLeft() <= 0) {
      return new TimeoutException(
          "the deadline of " + state.timeout().toMillis() + " ms passed",
          e,
          state.summary(),
          state.cutOff());
    }
    if (lifecycle.isClosed()) {
      return new TransportException("the client was closed", e, state.summary());
    }
    String reason = reason(e);
    if (thrown instanceof GivenUp) {
      return new NotSentException(reason, e, state.summary());
    }
    return thrown instanceof SocketTimeoutException
        ? new TimeoutException(
            "an attempt took too long: " + reason, e, state.summary(), state.cutOff())
        : new TransportException(reason, e, state.summary(), state.cutOff());
  }

  private static String reason(IOException e) {
    if (e instanceof UnknownHostException
        && !(e.getCause() instanceof java.util.concurrent.TimeoutException)) {
      return "the host is not known: " + e.getMessage();
    }
    return e.getMessage() == null ? e.getClass().getName() : e.getMessage();
  }

  /** Ends waits and frees what was made here; what the user brought is left alone. */
  public void close() {
    lifecycle.close();
    if (lifecycle.isView()) {
      return;
    }
    deadlines.close();
    http.dispatcher().executorService().shutdown();
    // Calls under way give theirs back when they end.
    http.dispatcher().setIdleCallback(this::evictOurs);
    evictOurs();
  }

  private void evictOurs() {
    onceHttp.connectionPool().evictAll();
    if (!settings.okHttpClient().isPresent()) {
      http.connectionPool().evictAll();
    }
  }

  /** A body that OkHttp will not send again by itself. */
  private static final class OneShotBody extends RequestBody {
    private final @Nullable MediaType type;
    private final byte[] bytes;

    OneShotBody(@Nullable MediaType type, byte[] bytes) {
      this.type = type;
      this.bytes = bytes;
    }

    @Override
    public @Nullable MediaType contentType() {
      return type;
    }

    @Override
    public long contentLength() {
      return bytes.length;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.write(bytes);
    }
  }
}
