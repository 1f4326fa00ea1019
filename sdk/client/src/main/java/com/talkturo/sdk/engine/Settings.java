package com.talkturo.sdk.engine;

import java.time.Duration;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Every option of a client, with its default and its limits. Internal to the SDK. */
@Value.Immutable
public abstract class Settings {
  private static final Duration MAX_TIMEOUT = Duration.ofDays(1);
  private static final int MAX_RETRIES = 10;
  private static final int MAX_CONCURRENCY = 10_000;

  /** Those that the SDK or OkHttp sets, and those that frame the message. */
  private static final Set<String> RESERVED_HEADERS =
      new HashSet<>(
          Arrays.asList(
              "authorization",
              "proxy-authorization",
              "accept",
              "accept-encoding",
              "content-type",
              "content-length",
              "content-encoding",
              "transfer-encoding",
              "connection",
              "host",
              "expect",
              "upgrade",
              "te",
              "trailer",
              "user-agent"));

  Settings() {}

  /** Starts settings with their defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts settings that equal these. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** Where the API is for most. */
  @Value.Default
  public String usualBaseUrl() {
    return "https://api.talkturo.com";
  }

  /** What the paths of all operations begin with; a base URL may end in it. */
  @Value.Default
  public String commonPath() {
    return "/api";
  }

  /** Where the API is. */
  @Value.Default
  public String baseUrl() {
    return usualBaseUrl();
  }

  /** Asked for the key at each attempt. */
  @Value.Redacted
  public abstract Optional<Supplier<String>> apiKey();

  /** Signs requests that bring no credential of their own. */
  @Value.Lazy
  Credential credential() {
    return Credential.bearer(apiKey().get());
  }

  /** The account of requests that name none. */
  public abstract Optional<String> accountSlug();

  /** The deadline of a call. */
  @Value.Default
  public Duration timeout() {
    return Duration.ofSeconds(60);
  }

  /** How long an attempt may wait for a TCP connection. */
  @Value.Default
  public Duration connectTimeout() {
    return Duration.ofSeconds(10);
  }

  /** How long an attempt may wait for the next byte. */
  @Value.Default
  public Duration readTimeout() {
    return Duration.ofSeconds(30);
  }

  /** How long an attempt may wait to send its next bytes. */
  @Value.Default
  public Duration writeTimeout() {
    return Duration.ofSeconds(30);
  }

  /** Attempts after the first. */
  @Value.Default
  public int maxRetries() {
    return 2;
  }

  /** Headers of every request, by name; the last counts, however a name is spelled. */
  @Value.Redacted
  public abstract List<Map.Entry<String, String>> headers();

  /** The largest body of an answer, unpacked. */
  @Value.Default
  public long maxResponseBytes() {
    return 10L * 1024 * 1024;
  }

  /** Asynchronous requests under way at the same time. */
  @Value.Default
  public int maxConcurrency() {
    return 64;
  }

  /** Whether the key may travel in clear text. */
  @Value.Default
  public boolean allowPlainHttp() {
    return false;
  }

  /** The user's own client, which the SDK builds on. */
  public abstract Optional<OkHttpClient> okHttpClient();

  /** Whether a 429 with Retry-After holds other attempts back. */
  @Value.Default
  public boolean holdsAfterRateLimit() {
    return true;
  }

  /** Who says when attempts may be made. */
  public abstract Optional<Turns> turns();

  /** What comes before the SDK in the user agent. */
  public abstract Optional<String> applicationName();

  /** The proxy that requests go through. */
  public abstract Optional<ProxySettings> proxy();

  /** Who learns what happens to requests. */
  public abstract Optional<CallEvents.Factory> events();

  /** Refuses what cannot work, before anything is sent. */
  @Value.Check
  void check() {
    if (!apiKey().isPresent()) {
      throw new IllegalArgumentException(
          "apiKey is missing: set TalkturoClient.builder().apiKey(...), or for fromEnv() the system"
              + " property talkturo.apiKey or the environment variable TALKTURO_API_KEY");
    }
    BaseUrl.of(this);
    if (accountSlug().isPresent() && accountSlug().get().trim().isEmpty()) {
      throw new IllegalArgumentException(
          "accountSlug is \"" + accountSlug().get() + "\"; allowed is any text that is not blank");
    }
    if (applicationName().isPresent()
        && !applicationName().get().matches("[!#-'*+.^_`|~0-9A-Za-z/-]{1,100}")) {
      throw new IllegalArgumentException(
          "applicationName is \""
              + applicationName().get()
              + "\"; allowed are up to 100 letters, digits and !#$%&'*+.^_`|~-/, such as"
              + " front-desk/1.4");
    }
    requireTimeout("timeout", timeout());
    requireTimeout("connectTimeout", connectTimeout());
    requireTimeout("readTimeout", readTimeout());
    requireTimeout("writeTimeout", writeTimeout());
    requireRange("maxRetries", maxRetries(), 0, MAX_RETRIES);
    requireRange("maxConcurrency", maxConcurrency(), 1, MAX_CONCURRENCY);
    requireRange("maxResponseBytes", maxResponseBytes(), 1, Integer.MAX_VALUE - 16);
    for (Map.Entry<String, String> header : headers()) {
      requireHeader(header.getKey(), header.getValue());
    }
  }

  /** Refuses a key that no header can hold, without showing it. */
  public static String requireApiKey(@Nullable String key) {
    return ApiKey.checked(key);
  }

  private static void requireTimeout(String name, Duration value) {
    if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(MAX_TIMEOUT) > 0) {
      throw new IllegalArgumentException(
          name + " is " + value + "; allowed is 1 ms to " + MAX_TIMEOUT.toHours() + " h");
    }
  }

  private static void requireRange(String name, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + " is " + value + "; allowed is " + min + " to " + max);
    }
  }

  private static String insteadOf(String header) {
    switch (header.toLowerCase(Locale.ROOT)) {
      case "authorization":
        return "use apiKey(...) for the key";
      case "proxy-authorization":
        return "use proxy(host, port, user, password)";
      case "user-agent":
        return "use applicationName(...) to name your application in it";
      case "host":
        return "use baseUrl(...) to send requests elsewhere";
      default:
        return "its value follows from the request";
    }
  }

  /** No message here shows the value: it may be a secret. */
  static void requireHeader(String name, String value) {
    if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
      throw new IllegalArgumentException(
          "header name is \"" + name + "\"; allowed are letters, digits and !#$%&'*+.^_`|~-");
    }
    if (RESERVED_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "header " + name + " is set by the SDK itself; " + insteadOf(name));
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\t' && (c < ' ' || c > '~')) {
        throw new IllegalArgumentException(
            String.format(
                "header %s has the character U+%04X at index %d of its value; allowed is visible"
                    + " ASCII, space and tab",
                name, (int) c, i));
      }
    }
  }

  /** Builds {@link Settings}. */
  public static final class Builder extends ImmutableSettings.Builder {
    Builder() {}

    /**
     * The one API key for all requests.
     *
     * @throws IllegalArgumentException if no header can hold it; the message does not show it
     */
    public Builder fixedApiKey(@Nullable String key) {
      apiKey(new FixedKey(ApiKey.checked(key)));
      return this;
    }

    /** A header of every request; it replaces an earlier one of the same name. */
    public Builder header(String name, String value) {
      addHeaders(
          new AbstractMap.SimpleImmutableEntry<>(
              Objects.requireNonNull(name, "header name"),
              Objects.requireNonNull(value, "header value")));
      return this;
    }
  }
}
