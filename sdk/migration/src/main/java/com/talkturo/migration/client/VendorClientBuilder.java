package com.talkturo.migration.client;

import com.talkturo.sdk.engine.ProxySettings;
import com.talkturo.sdk.engine.Settings;
import com.talkturo.sdk.engine.Transport;
import com.talkturo.sdk.hooks.RateLimiterTurns;
import com.talkturo.sdk.hooks.RequestEvents;
import com.talkturo.sdk.http.RateLimiter;
import com.talkturo.sdk.http.TalkturoListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a vendor's client. Only the API key is required. {@link #build()} checks every
 * value; it sends nothing.
 *
 * @param <C> the client
 * @param <B> the builder itself
 */
public abstract class VendorClientBuilder<C, B extends VendorClientBuilder<C, B>> {
  /** Where keys are at home. */
  private static final Map<String, String> DOMAINS =
      Map.of("talkturo.com", "Talkturo", "telnyx.com", "Telnyx", "hmsovereign.com", "Flireo");

  private final Settings.Builder settings = Settings.builder();
  private final List<TalkturoListener> listeners = new ArrayList<>();
  private final String client;
  private final String keyVariable;
  private final Function<Transport, C> opened;
  private boolean hasSupplier;
  private @Nullable String key;

  /**
   * For the builders of the clients.
   *
   * @hidden
   */
  @SuppressWarnings("InvalidBlockTag") // Javadoc knows it since Java 9.
  protected VendorClientBuilder(
      String client, String baseUrl, String keyVariable, Function<Transport, C> opened) {
    this.client = client;
    this.keyVariable = keyVariable;
    this.opened = opened;
    settings.usualBaseUrl(baseUrl).commonPath("");
  }

  @SuppressWarnings("unchecked") // Each builder names itself.
  private B self() {
    return (B) this;
  }

  /**
   * The API key of the vendor: visible ASCII, otherwise opaque. {@code null}, as from a missing
   * environment variable, is refused in {@link #build()}. It is sent to the base URL only, as
   * {@code Authorization: Bearer}; redirects are not followed.
   */
  public B apiKey(@Nullable String apiKey) {
    hasSupplier = false;
    key = apiKey;
    return self();
  }

  /**
   * A supplier of the API key, for keys that rotate. The client asks it once for every attempt, on
   * the caller's thread, and caches nothing. Return at once: a call waits for the key even past its
   * deadline.
   *
   * <p>What it throws reaches the caller unchanged. A key that is {@code null}, blank or not
   * visible ASCII ends the call with an {@link IllegalArgumentException}. Either way the client
   * does not send the attempt, and makes no other.
   */
  public B apiKey(Supplier<String> apiKey) {
    hasSupplier = true;
    settings.apiKey(Objects.requireNonNull(apiKey, "apiKey"));
    return self();
  }

  /**
   * Takes the API key from the vendor's environment variable, unless a key or a supplier is set
   * already. It reads the variable once, now; if that is missing or blank, {@link #build()} fails.
   */
  public B fromEnv() {
    return !hasSupplier && key == null ? apiKey(System.getenv(keyVariable)) : self();
  }

  /**
   * Where the API is: scheme, host and the path in front of the operations' own, such as {@code
   * https://api.telnyx.com/v2}; the default is the vendor's. Plain {@code http} is for loopback
   * hosts only, unless {@link #allowPlainHttp(boolean)} is set. {@link #build()} refuses hosts
   * below {@code talkturo.com} and below the domain of another vendor.
   */
  public B baseUrl(String baseUrl) {
    settings.baseUrl(baseUrl);
    return self();
  }

  /**
   * The deadline of a call: every attempt, every wait in between and the body. From 1 ms to 24 h;
   * the default is 60 s. A call that is out of time fails with {@link
   * com.talkturo.sdk.errors.TimeoutException}.
   */
  public B timeout(Duration timeout) {
    settings.timeout(timeout);
    return self();
  }

  /**
   * How long an attempt may wait for a TCP connection to an address of the host, from 1 ms to 24 h;
   * the default is 10 s. The TLS handshake comes after that, within the read timeout.
   */
  public B connectTimeout(Duration timeout) {
    settings.connectTimeout(timeout);
    return self();
  }

  /** How long an attempt may wait for the next byte, from 1 ms to 24 h; the default is 30 s. */
  public B readTimeout(Duration timeout) {
    settings.readTimeout(timeout);
    return self();
  }

  /**
   * How long an attempt may wait to send its next bytes, from 1 ms to 24 h; the default is 30 s.
   */
  public B writeTimeout(Duration timeout) {
    settings.writeTimeout(timeout);
    return self();
  }

  /** The most attempts after the first, from 0 to 10; the default is 2. */
  public B maxRetries(int maxRetries) {
    settings.maxRetries(maxRetries);
    return self();
  }

  /**
   * A header of every request; it replaces an earlier one of the same name. Names are those of RFC
   * 9110, except those that the SDK sets or that frame the message, such as {@code Host}; values
   * are visible ASCII, space and tab.
   */
  public B header(String name, String value) {
    settings.header(name, value);
    return self();
  }

  /**
   * The largest body of a successful answer, in bytes after decompression, from 1 to 2147483631;
   * the default is 10 MiB. A larger one ends the call with a {@link
   * com.talkturo.sdk.errors.DecodeException}.
   */
  public B maxResponseBytes(long maxResponseBytes) {
    settings.maxResponseBytes(maxResponseBytes);
    return self();
  }

  /**
   * The name of your application, which comes before the SDK's in the user agent, such as {@code
   * front-desk/1.4}: 1 to 100 letters, digits and {@code !#$%&'*+.^_`|~-/}. The default is none.
   */
  public B applicationName(String applicationName) {
    settings.applicationName(applicationName);
    return self();
  }

  /**
   * An HTTP proxy for all requests; it replaces the proxy of your own OkHttpClient.
   *
   * @param port 1 to 65535
   * @throws IllegalArgumentException if the host is no host name or address, or the port is out of
   *     range
   */
  public B proxy(String host, int port) {
    settings.proxy(new ProxySettings(host, port, null, null));
    return self();
  }

  /**
   * An HTTP proxy that asks for a user and a password (Basic); the SDK never shows them.
   *
   * @param port 1 to 65535
   * @throws IllegalArgumentException if the host is no host name or address, or the port is out of
   *     range
   */
  public B proxy(String host, int port, String user, String password) {
    settings.proxy(
        new ProxySettings(
            host,
            port,
            Objects.requireNonNull(user, "user"),
            Objects.requireNonNull(password, "password")));
    return self();
  }

  /**
   * Receives every request, attempt and retry, for metrics and tracing. May be set several times:
   * the client calls all listeners, in this order.
   */
  public B listener(TalkturoListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return self();
  }

  /**
   * Whether a 429 with {@code Retry-After} holds back the other attempts of this client until then;
   * the default is {@code true}. A call whose deadline comes earlier fails at once with {@link
   * com.talkturo.sdk.errors.NotSentException}.
   */
  public B holdAfterRateLimit(boolean hold) {
    settings.holdsAfterRateLimit(hold);
    return self();
  }

  /**
   * Decides when the client makes attempts, to stay within a limit of the vendor; the default is
   * none. Flireo documents 100 requests per minute and key, Telnyx no number.
   */
  public B rateLimiter(RateLimiter rateLimiter) {
    settings.turns(new RateLimiterTurns(Objects.requireNonNull(rateLimiter, "rateLimiter")));
    return self();
  }

  /**
   * Whether the API key may travel in clear text to hosts other than loopback; the default is
   * {@code false}.
   */
  public B allowPlainHttp(boolean allowPlainHttp) {
    settings.allowPlainHttp(allowPlainHttp);
    return self();
  }

  /**
   * An OkHttpClient of your own: the SDK uses its connection pool (but keeps its own for what it
   * sends at most once), proxy, TLS, DNS, interceptors and event listeners. Its interceptors see
   * every attempt, with the key; one that leads a request to another host is refused. The SDK's
   * timeouts and threads replace its own; its cache, redirects, authenticator and silent repeats
   * are off for the SDK's calls. {@code close()} of the vendor's client leaves it open.
   */
  public B okHttpClient(OkHttpClient okHttpClient) {
    settings.okHttpClient(okHttpClient);
    return self();
  }

  /**
   * The client.
   *
   * @throws IllegalArgumentException if a value is invalid; the message names the field, its value
   *     (never a secret) and what is allowed
   * @throws IllegalStateException if OkHttp is older than 4.12, Jackson older than 2.13, or
   *     kotlin-stdlib older than 1.8.20
   */
  public C build() {
    if (!hasSupplier) {
      if (key == null || key.isBlank()) {
        throw new IllegalArgumentException(
            "apiKey is missing or blank: set "
                + client
                + ".builder().apiKey(...), or for fromEnv() the environment variable "
                + keyVariable);
      }
      String checked = Settings.requireApiKey(key);
      settings.apiKey(() -> checked);
    }
    if (!listeners.isEmpty()) {
      settings.events(RequestEvents.to(new ArrayList<>(listeners)));
    }
    Settings checked = settings.build();
    requireOwnHost(checked);
    return opened.apply(Transport.open(checked));
  }

  /** Two base URLs that were mixed up would tell each vendor the other's key. */
  private static void requireOwnHost(Settings settings) {
    String host = HttpUrl.get(settings.baseUrl()).host();
    String ownHost = HttpUrl.get(settings.usualBaseUrl()).host();
    DOMAINS.forEach(
        (domain, vendor) -> {
          if (isBelow(host, domain) && !isBelow(ownHost, domain)) {
            throw new IllegalArgumentException(
                "baseUrl is \""
                    + settings.baseUrl()
                    + "\", but "
                    + vendor
                    + " is there, which must not get the API key; allowed is a URL such as "
                    + settings.usualBaseUrl());
          }
        });
  }

  /** A name may end in a dot, which makes no difference to where it leads. */
  private static boolean isBelow(String host, String domain) {
    return ("." + host + ".").replace("..", ".").endsWith("." + domain + ".");
  }
}
