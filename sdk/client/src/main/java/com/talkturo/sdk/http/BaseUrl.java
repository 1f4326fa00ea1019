package com.talkturo.sdk.http;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** The part of every URL before {@code /api}. */
final class BaseUrl {
  private static final Pattern LOOPBACK_V4 = Pattern.compile("127(\\.\\d{1,3}){3}");

  /** OkHttp would take the first segment of the path of {@code https:///api} as host. */
  private static final Pattern WITH_HOST = Pattern.compile("(?i)\\s*https?://[^/\\\\?#].*");

  private static final Pattern USER_INFO = Pattern.compile("//[^/?#]*@");

  private BaseUrl() {}

  /**
   * The base URL without a trailing slash and without a trailing {@code /api}: both are accepted,
   * because Talkturo's own documents show it with and without.
   */
  static String parse(String value, boolean allowPlainHttp) {
    HttpUrl url = HttpUrl.parse(value);
    if (url == null || !WITH_HOST.matcher(value).matches()) {
      throw refused(value, "it is not an http or https URL with a host");
    }
    if (url.query() != null || url.fragment() != null) {
      throw refused(value, "it has a query or a fragment");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty() || USER_INFO.matcher(value).find()) {
      throw refused(value, "it has user info");
    }
    if (!url.isHttps() && !allowPlainHttp && !isLoopback(url.host())) {
      throw refused(
          value,
          "it would send the API key in clear text, which only loopback hosts and"
              + " allowPlainHttp(true) permit");
    }
    String trimmed = url.toString();
    while (trimmed.endsWith("/")) {
      trimmed = trimmed.substring(0, trimmed.length() - 1);
    }
    return trimmed.endsWith("/api") ? trimmed.substring(0, trimmed.length() - 4) : trimmed;
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("::1") || LOOPBACK_V4.matcher(host).matches();
  }

  /** User info is left out of the quote: it may be a password, or a key in the wrong place. */
  private static IllegalArgumentException refused(String value, String why) {
    return new IllegalArgumentException(
        "baseUrl is \""
            + USER_INFO.matcher(value).replaceAll("//***@")
            + "\", but "
            + why
            + "; allowed is a URL such as https://api.talkturo.com, with or without /api");
  }
}
