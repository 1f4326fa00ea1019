package com.talkturo.sdk.engine;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Turns requests into calls and calls into answers. Internal to the SDK. */
public final class Transport {
  private final Settings settings;
  private final HttpClients http;
  private final Lifecycle lifecycle;
  private final Deadlines deadlines;
  private final ResponseReader reader;
  private final String baseUrl;
  private final Headers headers;

  private Transport(Settings settings, HttpClients http, Lifecycle lifecycle, Deadlines deadlines) {
    this.settings = settings;
    this.http = http;
    this.lifecycle = lifecycle;
    this.deadlines = deadlines;
    this.reader = new ResponseReader(settings.maxResponseBytes());
    this.baseUrl = BaseUrl.of(settings);
    this.headers = headers(settings);
  }

  /**
   * A transport of its own, on the user's OkHttpClient if there is one.
   *
   * @throws IllegalStateException if OkHttp, Kotlin's library or Jackson is older than the SDK
   *     supports
   */
  public static Transport open(Settings settings) {
    Libraries.requireSupported();
    HttpClients http = HttpClients.open(settings);
    return new Transport(
        settings, http, new Lifecycle(http.threads()), new Deadlines(TimeUnit.SECONDS.toNanos(60)));
  }

  /** A transport with other settings per call that shares connections, threads and budget. */
  public Transport view(Settings changed) {
    return new Transport(changed, http, lifecycle.view(), deadlines);
  }

  /** What this transport was opened with. */
  public Settings settings() {
    return settings;
  }

  private static Headers headers(Settings settings) {
    Headers.Builder headers = new Headers.Builder();
    headers.add("Accept", "application/json");
    headers.add("User-Agent", UserAgent.of(settings.applicationName()));
    for (Map.Entry<String, String> header : settings.headers()) {
      headers.set(header.getKey(), header.getValue());
    }
    return headers.build();
  }

  /**
   * Sends a request and waits for the value.
   *
   * @throws com.talkturo.sdk.errors.TalkturoException if there is no usable answer
   */
  public <T> T send(Outgoing<T> request) {
    return exchange(request).value();
  }

  /** Builds a request and sends it; whatever fails, the future fails with it. */
  public <T> CompletableFuture<T> sendAsync(Supplier<? extends Outgoing<T>> request) {
    Outgoing<T> built;
    try {
      built = request.get();
    } catch (Throwable e) {
      return failed(e);
    }
    return exchangeAsync(built, Received::value);
  }

  /**
   * Sends a request and waits for the answer.
   *
   * @throws com.talkturo.sdk.errors.TalkturoException if there is no usable answer
   */
  public <T> Received<T> exchange(Outgoing<T> request) {
    CallState state = newState(request);
    Received<T> received;
    try {
      received = execute(request, state);
    } catch (Throwable e) {
      state.finished(e);
      throw e;
    }
    state.finished(null);
    return received;
  }

  private <T> Received<T> execute(Outgoing<T> request, CallState state) {
    Call call = newCall(request, state);
    Deadlines.Deadline deadline = deadlines.start(state.deadlineNanos(), call::cancel);
    Response response;
    try {
      response = call.execute();
    } catch (IOException e) {
      deadlines.stop(deadline);
      throw Transport.<RuntimeException>undeclared(Failures.unanswered(e, state));
    } catch (RuntimeException e) {
      deadlines.stop(deadline);
      if (!state.isSent()) {
        throw e;
      }
      // The event listener of the user's client, after the fact.
      IOException late = new IOException("the call could not be ended: " + e, e);
      throw Transport.<RuntimeException>undeclared(Failures.unanswered(late, state));
    } catch (Error e) {
      deadlines.stop(deadline);
      throw e;
    }
    try (Response open = response) {
      return reader.read(request.endpoint(), open, state);
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
      Outgoing<T> request, Function<Received<T>, R> wanted) {
    try {
      CallState state = newState(request);
      try {
        return enqueue(request, state, wanted);
      } catch (Throwable e) {
        state.finished(e);
        throw e;
      }
    } catch (Throwable e) {
      return failed(e);
    }
  }

  private static <R> CompletableFuture<R> failed(Throwable e) {
    CompletableFuture<R> failed = new CompletableFuture<>();
    failed.completeExceptionally(e);
    return failed;
  }

  private <T, R> CompletableFuture<R> enqueue(
      Outgoing<T> request, CallState state, Function<Received<T>, R> wanted) {
    return new AsyncCall<>(
            newCall(request, state),
            state,
            response -> wanted.apply(reader.read(request.endpoint(), response, state)),
            e -> Failures.unanswered(e, state),
            deadlines)
        .start();
  }

  private CallState newState(Outgoing<?> request) {
    Endpoint<?> endpoint = request.endpoint();
    CallEvents events = settings.events().isPresent() ? settings.events().get().of(endpoint) : null;
    if (events != null) {
      events.requestStarted();
    }
    return new CallState(
        endpoint,
        settings.timeout(),
        settings.maxRetries(),
        lifecycle,
        credential(request),
        settings.apiKey().get(),
        KeyMask.of(request),
        events);
  }

  private @Nullable Credential credential(Outgoing<?> request) {
    if (request.credential().isPresent()) {
      return request.credential().get();
    }
    return request.endpoint().isAnonymous() ? null : settings.credential();
  }

  private Call newCall(Outgoing<?> request, CallState state) {
    lifecycle.requireOpen();
    Endpoint<?> endpoint = request.endpoint();
    byte[] body = request.body(settings.accountSlug());
    Query query = new Query();
    request.addQuery(query, settings.accountSlug());
    OkHttpClient client = http.forRequest(endpoint.isRepeatable());
    return client.newCall(
        new Request.Builder()
            .url(HttpUrl.get(baseUrl + endpoint.path(request.pathValues()) + query))
            .headers(headers)
            .method(endpoint.method(), OneShotBody.of(endpoint.method(), body))
            .tag(CallState.class, state)
            .build());
  }

  /** Ends waits and frees what was made here; leaves alone what the user brought. */
  public void close() {
    lifecycle.close();
    if (!lifecycle.isView()) {
      deadlines.close();
      http.close();
    }
  }
}
