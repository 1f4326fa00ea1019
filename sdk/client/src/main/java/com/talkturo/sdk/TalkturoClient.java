package com.talkturo.sdk;

import com.talkturo.sdk.apikeys.ApiKeysClient;
import com.talkturo.sdk.assistants.AssistantsClient;
import com.talkturo.sdk.credits.CreditsClient;
import com.talkturo.sdk.engine.ProxySettings;
import com.talkturo.sdk.engine.Received;
import com.talkturo.sdk.engine.Settings;
import com.talkturo.sdk.engine.Transport;
import com.talkturo.sdk.flows.FlowsClient;
import com.talkturo.sdk.hooks.RateLimiterTurns;
import com.talkturo.sdk.hooks.RequestEvents;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.http.ApiResponse;
import com.talkturo.sdk.http.RateLimiter;
import com.talkturo.sdk.http.TalkturoListener;
import com.talkturo.sdk.rooms.RoomsClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The client for the Talkturo API. Safe for use from many threads: make one per application and
 * keep it, because it holds the connections.
 *
 * <pre>{@code
 * TalkturoClient talkturo =
 *     TalkturoClient.builder()
 *         .apiKey(System.getenv("TALKTURO_API_KEY"))
 *         .accountSlug("my-team")
 *         .build();
 * Assistant assistant = talkturo.assistants().create(r -> r.name("Front desk"));
 * }</pre>
 */
public final class TalkturoClient implements AutoCloseable {
  private final Transport transport;
  private final AssistantsClient assistants;

  private TalkturoClient(Transport transport) {
    this.transport = transport;
    this.assistants = new AssistantsClient(transport);
  }

  /** A builder for a client; only the API key is required. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A client configured from outside: by the system properties {@code talkturo.apiKey}, {@code
   * talkturo.baseUrl} and {@code talkturo.accountSlug}, and where one is missing or blank by the
   * environment variables {@code TALKTURO_API_KEY}, {@code TALKTURO_BASE_URL} and {@code
   * TALKTURO_ACCOUNT_SLUG}. It reads all of them once, now.
   *
   * @throws IllegalArgumentException if there is no API key, or a value is invalid
   */
  public static TalkturoClient fromEnv() {
    return builder().fromEnv().build();
  }

  /** The operations on assistants. */
  public AssistantsClient assistants() {
    return assistants;
  }

  /** The operations on credits. */
  public CreditsClient credits() {
    return new CreditsClient(transport);
  }

  /** The operations on flows; the flow's own secret signs them. */
  public FlowsClient flows() {
    return new FlowsClient(transport);
  }

  /** The operations on API keys; all but one need a user's JWT instead of the key. */
  public ApiKeysClient apiKeys() {
    return new ApiKeysClient(transport);
  }

  /** The operations on rooms, for conversations in the browser. */
  public RoomsClient rooms() {
    return new RoomsClient(transport);
  }

  /**
   * Sends a request and returns the answer with its status, headers, request id and attempts. It
   * takes the request object of any operation, or one that you build by hand with {@link
   * ApiRequest#builder}.
   *
   * @throws com.talkturo.sdk.errors.TalkturoException if there is no usable answer
   * @throws IllegalArgumentException if the request is invalid; nothing is sent
   * @throws IllegalStateException if this client is closed
   */
  public <T> ApiResponse<T> exchange(ApiRequest<T> request) {
    return answer(transport.exchange(request));
  }

  /**
   * Sends a request; see {@link #exchange(ApiRequest)}. Whatever fails, the future fails with it.
   * {@code cancel(true)} on the future ends the HTTP call and any wait.
   */
  public <T> CompletableFuture<ApiResponse<T>> exchangeAsync(ApiRequest<T> request) {
    return transport.exchangeAsync(request, TalkturoClient::answer);
  }

  private static <T> ApiResponse<T> answer(Received<T> received) {
    return ApiResponse.of(
        received.value(),
        received.statusCode(),
        received.headers(),
        received.requestId(),
        received.attempts());
  }

  /**
   * A view of this client with other options, cheap enough to make for a single call. It shares
   * connections, threads and retry budget with this client and ends with it. Closing the view
   * closes only the view.
   *
   * @throws IllegalArgumentException if an option is invalid
   */
  public TalkturoClient withOptions(Consumer<Options> change) {
    Options options = new Options(transport.settings());
    change.accept(options);
    return new TalkturoClient(transport.view(options.settings.build()));
  }

  /**
   * Closes the client. Calls that wait between attempts and asynchronous calls that wait for their
   * turn fail at once; attempts under way run to their end. It frees the connections and threads
   * that the SDK made; an {@link OkHttpClient} of your own stays open. Further calls fail with
   * {@link IllegalStateException}.
   */
  @Override
  public void close() {
    transport.close();
  }

  /** The base URL; nothing secret. */
  @Override
  public String toString() {
    return "TalkturoClient{baseUrl=" + transport.settings().baseUrl() + "}";
  }

  /** Options that a view can change; see {@link TalkturoClient#withOptions(Consumer)}. */
  public static final class Options {
    private final Settings.Builder settings;

    private Options(Settings settings) {
      this.settings = settings.toBuilder();
    }

    /** The deadline of each call, from 1 ms to 24 h; see {@link Builder#timeout(Duration)}. */
    public Options timeout(Duration timeout) {
      settings.timeout(timeout);
      return this;
    }

    /** The most attempts after the first, from 0 to 10. */
    public Options maxRetries(int maxRetries) {
      settings.maxRetries(maxRetries);
      return this;
    }

    /**
     * The API key, or another bearer token such as a user's JWT, for the requests of the view; the
     * SDK never shows it.
     *
     * @throws IllegalArgumentException if it is missing, blank, or holds anything but visible ASCII
     */
    public Options apiKey(String apiKey) {
      settings.fixedApiKey(apiKey);
      return this;
    }

    /** The account of requests that name none, by its slug: not blank. */
    public Options accountSlug(String accountSlug) {
      settings.accountSlug(accountSlug);
      return this;
    }

    /**
     * A header of every request; it replaces an earlier one of the same name. Names are those of
     * RFC 9110, except those that the SDK sets or that frame the message, such as {@code Host};
     * values are visible ASCII, space and tab.
     */
    public Options header(String name, String value) {
      settings.header(name, value);
      return this;
    }
  }

  /**
   * Builds {@link TalkturoClient}; {@link #build()} checks every value, only {@code proxy} does so
   * at once.
   */
  public static final class Builder {
    private final Settings.Builder settings = Settings.builder();
    private final List<TalkturoListener> listeners = new ArrayList<>();
    private final Set<String> set = new HashSet<>();
    private boolean keyIsFixed;
    private @Nullable String fixedKey;

    private Builder() {}

    /**
     * The API key from the dashboard: visible ASCII, otherwise opaque. {@code null}, as from a
     * missing environment variable, is refused in {@link #build()}.
     */
    public Builder apiKey(@Nullable String apiKey) {
      set.add("apiKey");
      keyIsFixed = true;
      fixedKey = apiKey;
      return this;
    }

    /**
     * A supplier of the API key, for keys that rotate. The client asks it once for every attempt
     * and caches nothing, so a new key signs the next attempt. It asks on the thread that makes the
     * attempt: the caller's, or for an asynchronous call one of the SDK's. Many threads may ask at
     * the same time. Return at once: a synchronous call waits for the key even past its deadline.
     *
     * <p>What it throws reaches the caller unchanged. A key that is {@code null}, blank or not
     * visible ASCII ends the call with an {@link IllegalArgumentException}. Either way the client
     * does not send the attempt, and makes no other.
     */
    public Builder apiKey(Supplier<String> apiKey) {
      set.add("apiKey");
      keyIsFixed = false;
      settings.apiKey(Objects.requireNonNull(apiKey, "apiKey"));
      return this;
    }

    /**
     * Where the API is, with or without {@code /api} at the end; the default is {@code
     * https://api.talkturo.com}. Plain {@code http} is for loopback hosts only, unless {@link
     * #allowPlainHttp(boolean)} is set.
     */
    public Builder baseUrl(String baseUrl) {
      set.add("baseUrl");
      settings.baseUrl(baseUrl);
      return this;
    }

    /**
     * The account of requests that name none, by the slug in the dashboard's URL: not blank. There
     * is no default.
     */
    public Builder accountSlug(String accountSlug) {
      set.add("accountSlug");
      settings.accountSlug(accountSlug);
      return this;
    }

    /**
     * The deadline of a call: its wait for a free thread, every attempt, every wait in between and
     * the body. From 1 ms to 24 h; the default is 60 s.
     */
    public Builder timeout(Duration timeout) {
      settings.timeout(timeout);
      return this;
    }

    /**
     * How long an attempt may wait for a TCP connection to an address of the host, from 1 ms to 24
     * h; the default is 10 s. The TLS handshake comes after that, within the read timeout.
     */
    public Builder connectTimeout(Duration timeout) {
      settings.connectTimeout(timeout);
      return this;
    }

    /** How long an attempt may wait for the next byte, from 1 ms to 24 h; the default is 30 s. */
    public Builder readTimeout(Duration timeout) {
      settings.readTimeout(timeout);
      return this;
    }

    /**
     * How long an attempt may wait to send its next bytes, from 1 ms to 24 h; the default is 30 s.
     */
    public Builder writeTimeout(Duration timeout) {
      settings.writeTimeout(timeout);
      return this;
    }

    /** The most attempts after the first, from 0 to 10; the default is 2. */
    public Builder maxRetries(int maxRetries) {
      settings.maxRetries(maxRetries);
      return this;
    }

    /**
     * A header of every request; it replaces an earlier one of the same name. Names are those of
     * RFC 9110, except those that the SDK sets or that frame the message, such as {@code Host};
     * values are visible ASCII, space and tab.
     */
    public Builder header(String name, String value) {
      settings.header(name, value);
      return this;
    }

    /**
     * The largest body of a successful answer, in bytes after decompression, from 1 to 2147483631;
     * the default is 10 MiB. A larger one ends the call with a {@link
     * com.talkturo.sdk.errors.DecodeException}.
     */
    public Builder maxResponseBytes(long maxResponseBytes) {
      settings.maxResponseBytes(maxResponseBytes);
      return this;
    }

    /**
     * How many asynchronous calls run at the same time, and how many idle connections a pool of the
     * SDK keeps, from 1 to 10000; the default is 64. Further calls wait for their turn.
     */
    public Builder maxConcurrency(int maxConcurrency) {
      settings.maxConcurrency(maxConcurrency);
      return this;
    }

    /**
     * Fills in what is not set yet, from the system properties {@code talkturo.apiKey}, {@code
     * talkturo.baseUrl} and {@code talkturo.accountSlug}, and where one is missing or blank from
     * the environment variables {@code TALKTURO_API_KEY}, {@code TALKTURO_BASE_URL} and {@code
     * TALKTURO_ACCOUNT_SLUG}. It reads all of them once, now; what you set afterwards replaces
     * them.
     */
    public Builder fromEnv() {
      ifUnset("apiKey", "TALKTURO_API_KEY", this::apiKey);
      ifUnset("baseUrl", "TALKTURO_BASE_URL", this::baseUrl);
      ifUnset("accountSlug", "TALKTURO_ACCOUNT_SLUG", this::accountSlug);
      return this;
    }

    private void ifUnset(String name, String variable, Consumer<String> use) {
      String value = System.getProperty("talkturo." + name);
      if (isBlank(value)) {
        value = System.getenv(variable);
      }
      if (value != null && !isBlank(value) && !set.contains(name)) {
        use.accept(value);
      }
    }

    private static boolean isBlank(@Nullable String value) {
      return value == null || value.trim().isEmpty();
    }

    /**
     * The name of your application, which comes before the SDK's in the user agent, such as {@code
     * front-desk/1.4}: 1 to 100 letters, digits and {@code !#$%&'*+.^_`|~-/}. The default is none.
     */
    public Builder applicationName(String applicationName) {
      settings.applicationName(applicationName);
      return this;
    }

    /**
     * An HTTP proxy for all requests; it replaces the proxy of your own OkHttpClient.
     *
     * @param port 1 to 65535
     * @throws IllegalArgumentException if the host is no host name or address, or the port is out
     *     of range
     */
    public Builder proxy(String host, int port) {
      settings.proxy(new ProxySettings(host, port, null, null));
      return this;
    }

    /**
     * An HTTP proxy that asks for a user and a password (Basic); the SDK never shows them.
     *
     * @param port 1 to 65535
     * @throws IllegalArgumentException if the host is no host name or address, or the port is out
     *     of range
     */
    public Builder proxy(String host, int port, String user, String password) {
      settings.proxy(
          new ProxySettings(
              host,
              port,
              Objects.requireNonNull(user, "user"),
              Objects.requireNonNull(password, "password")));
      return this;
    }

    /**
     * Whether the API key may travel in clear text to hosts other than loopback; the default is
     * {@code false}.
     */
    public Builder allowPlainHttp(boolean allowPlainHttp) {
      settings.allowPlainHttp(allowPlainHttp);
      return this;
    }

    /**
     * Receives every request, attempt and retry, for metrics and tracing. May be set several times:
     * the client calls all listeners, in this order. Views made by {@link
     * TalkturoClient#withOptions(Consumer)} keep them.
     */
    public Builder listener(TalkturoListener listener) {
      listeners.add(Objects.requireNonNull(listener, "listener"));
      return this;
    }

    /**
     * Whether a 429 with {@code Retry-After} holds back the other attempts of this client and its
     * views until then, but for views with another API key, because the API counts by key; the
     * default is {@code true}. A call whose deadline comes earlier fails at once with {@link
     * com.talkturo.sdk.errors.NotSentException}. When the hold ends, one call goes first.
     */
    public Builder holdAfterRateLimit(boolean hold) {
      settings.holdsAfterRateLimit(hold);
      return this;
    }

    /**
     * Decides when the client makes attempts, to stay within a limit; the default is none. Views
     * keep it.
     */
    public Builder rateLimiter(RateLimiter rateLimiter) {
      settings.turns(new RateLimiterTurns(Objects.requireNonNull(rateLimiter, "rateLimiter")));
      return this;
    }

    /**
     * An OkHttpClient of your own: the SDK uses its connection pool (but keeps its own for what it
     * sends at most once), proxy, TLS, DNS, interceptors and event listeners. Its interceptors see
     * every attempt, with the key. The SDK's timeouts and threads replace its own; its cache,
     * redirects, authenticator and silent repeats are off for the SDK's calls. What its
     * interceptors throw reaches the caller unchanged, unless it is an {@link java.io.IOException}.
     * {@link TalkturoClient#close()} leaves it open.
     */
    public Builder okHttpClient(OkHttpClient okHttpClient) {
      settings.okHttpClient(okHttpClient);
      return this;
    }

    /**
     * The client.
     *
     * @throws IllegalArgumentException if a value is invalid; the message names the field, its
     *     value (never a secret) and what is allowed
     * @throws IllegalStateException if OkHttp is older than 4.12, Jackson older than 2.13, or
     *     kotlin-stdlib older than 1.8.20
     */
    public TalkturoClient build() {
      if (!listeners.isEmpty()) {
        settings.events(RequestEvents.to(new ArrayList<>(listeners)));
      }
      if (keyIsFixed) {
        settings.fixedApiKey(fixedKey);
      }
      return new TalkturoClient(Transport.open(settings.build()));
    }
  }
}
