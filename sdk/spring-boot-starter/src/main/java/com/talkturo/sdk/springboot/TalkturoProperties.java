package com.talkturo.sdk.springboot;

import com.talkturo.sdk.TalkturoClient;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.util.unit.DataSize;

/**
 * The properties {@code talkturo.*}. What is not set keeps the default of {@link
 * TalkturoClient.Builder}, which also says what each one allows. A duration without a unit is in
 * seconds.
 *
 * @param apiKey API key from the dashboard. Required, unless a TalkturoClientCustomizer sets one.
 * @param baseUrl Where the API is, with or without /api at the end. Default is
 *     https://api.talkturo.com.
 * @param accountSlug Account of requests that name none: the slug in the dashboard's URL.
 * @param applicationName Name of the application in the user agent, such as front-desk/1.4.
 * @param timeout Deadline of a request with all its attempts and waits. Default is 60s.
 * @param connectTimeout How long an attempt may wait for a TCP connection. Default is 10s.
 * @param readTimeout How long an attempt may wait for the next byte. Default is 30s.
 * @param writeTimeout How long an attempt may wait to send on. Default is 30s.
 * @param maxRetries Attempts after the first, from 0 to 10. Default is 2.
 * @param maxResponseSize Largest body that is read. Default is 10MB.
 * @param maxConcurrency Asynchronous requests under way at the same time. Default is 64.
 * @param allowPlainHttp Whether the API key may travel in clear text to other hosts than loopback.
 *     Default is false.
 * @param holdAfterRateLimit Whether a 429 with Retry-After holds back all requests until then.
 *     Default is true.
 * @param proxy HTTP proxy for all requests.
 * @param headers Headers of every request, in addition to the SDK's own.
 * @param metrics Micrometer timers.
 */
@ConfigurationProperties("talkturo")
public record TalkturoProperties(
    @Nullable String apiKey,
    @Nullable String baseUrl,
    @Nullable String accountSlug,
    @Nullable String applicationName,
    @DurationUnit(ChronoUnit.SECONDS) @Nullable Duration timeout,
    @DurationUnit(ChronoUnit.SECONDS) @Nullable Duration connectTimeout,
    @DurationUnit(ChronoUnit.SECONDS) @Nullable Duration readTimeout,
    @DurationUnit(ChronoUnit.SECONDS) @Nullable Duration writeTimeout,
    @Nullable Integer maxRetries,
    @Nullable DataSize maxResponseSize,
    @Nullable Integer maxConcurrency,
    @Nullable Boolean allowPlainHttp,
    @Nullable Boolean holdAfterRateLimit,
    @Nullable Proxy proxy,
    @DefaultValue Map<String, String> headers,
    @DefaultValue Metrics metrics) {

  private static final Pattern DASH = Pattern.compile("-(.)");

  /** Keeps a copy of the headers. */
  public TalkturoProperties {
    headers = Map.copyOf(headers);
  }

  /**
   * Micrometer timers.
   *
   * @param enabled Whether requests and attempts are timed when there is a MeterRegistry.
   */
  public record Metrics(@DefaultValue("true") @Nullable Boolean enabled) {}

  /**
   * An HTTP proxy.
   *
   * @param host Host of the proxy; without one there is none.
   * @param port Port of the proxy, from 1 to 65535.
   * @param user User, if the proxy asks for one.
   * @param password Password of the user. Never shown.
   */
  public record Proxy(
      @Nullable String host,
      @Nullable Integer port,
      @Nullable String user,
      @Nullable String password) {

    private void applyTo(TalkturoClient.Builder builder) {
      if (host == null || host.isBlank()) {
        return;
      }
      if (port == null) {
        throw new IllegalArgumentException("proxy port is missing; allowed is 1 to 65535");
      }
      if (user == null || user.isBlank()) {
        builder.proxy(host, port);
      } else {
        builder.proxy(host, port, user, password == null ? "" : password);
      }
    }

    /** Host and port; neither user nor password. */
    @Override
    public String toString() {
      return "Proxy[host=" + host + ", port=" + port + "]";
    }
  }

  /** Whether there is a property of this name, with dashes and without the prefix. */
  static boolean hasProperty(String dashed) {
    return Stream.of(TalkturoProperties.class.getRecordComponents())
        .anyMatch(
            component ->
                component
                    .getName()
                    .equals(DASH.matcher(dashed).replaceAll(TalkturoProperties::camel)));
  }

  private static String camel(MatchResult dash) {
    return dash.group(1).toUpperCase(Locale.ROOT);
  }

  void applyTo(TalkturoClient.Builder builder) {
    ifText("api-key", apiKey, builder::apiKey);
    ifText("base-url", baseUrl, builder::baseUrl);
    ifText("account-slug", accountSlug, builder::accountSlug);
    ifText("application-name", applicationName, builder::applicationName);
    ifSet(timeout, builder::timeout);
    ifSet(connectTimeout, builder::connectTimeout);
    ifSet(readTimeout, builder::readTimeout);
    ifSet(writeTimeout, builder::writeTimeout);
    ifSet(maxRetries, builder::maxRetries);
    ifSet(maxResponseSize, size -> builder.maxResponseBytes(size.toBytes()));
    ifSet(maxConcurrency, builder::maxConcurrency);
    ifSet(allowPlainHttp, builder::allowPlainHttp);
    ifSet(holdAfterRateLimit, builder::holdAfterRateLimit);
    ifSet(proxy, set -> set.applyTo(builder));
    headers.forEach(builder::header);
  }

  private static <T> void ifSet(@Nullable T value, Consumer<T> use) {
    if (value != null) {
      use.accept(value);
    }
  }

  /** Placeholders such as {@code ${BASE_URL:}} turn what is not set into blank text. */
  private static void ifText(String name, @Nullable String value, Consumer<String> use) {
    if (value != null && !value.isBlank()) {
      // Spring leaves it as it is, and to the SDK any visible ASCII may be a key.
      if (value.startsWith("${") && value.endsWith("}")) {
        throw new IllegalArgumentException(name + " is " + value + ", which is set nowhere");
      }
      use.accept(value);
    }
  }

  /** The base URL and the account; neither the key nor headers, which may hold secrets. */
  @Override
  public String toString() {
    return "TalkturoProperties[baseUrl=" + baseUrl + ", accountSlug=" + accountSlug + "]";
  }
}
