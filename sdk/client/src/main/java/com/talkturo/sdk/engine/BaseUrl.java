package com.talkturo.sdk.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** The part of every URL before what the paths of all operations begin with. */
final class BaseUrl {
  private static final Pattern LOOPBACK_V4 =
      Pattern.compile("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");

  /** OkHttp would take the first segment of the path of {@code https:///api} as host. */
  private static final Pattern WITH_HOST = Pattern.compile("(?i)\\s*https?://[^/\\\\?#].*");

  /** OkHttp does not tell an empty one from none. */
  private static final Pattern EMPTY_USER_INFO = Pattern.compile("\\s*\\w+://:?@.*");

  /**
   * Up to the last {@code @}, encoded, wide, small or as it is; only the scheme is certain to be no
   * secret.
   */
  private static final String MAYBE_USER_INFO =
      "(?is)^(\\s*https?:[/\\\\]*)?.*(?:[@\uff20\ufe6b]|%(?:25)*40)";

  private BaseUrl() {}

  /**
   * The base URL without a trailing slash and without the common path at its end: it is accepted
   * with and without, because Talkturo's own documents show it with and without.
   */
  static String of(Settings settings) {
    String value = settings.baseUrl();
    HttpUrl url = HttpUrl.parse(value);
    if (url == null || !WITH_HOST.matcher(value).matches()) {
      throw refused(value, "it is not an http or https URL with a host", settings);
    }
    if (url.query() != null || url.fragment() != null) {
      throw refused(value, "it has a query or a fragment", settings);
    }
    if (!url.username().isEmpty()
        || !url.password().isEmpty()
        || EMPTY_USER_INFO.matcher(value).matches()) {
      throw refused(value, "it has user info", settings);
    }
    if (!url.isHttps() && !settings.allowPlainHttp() && !isLoopback(url.host())) {
      throw refused(
          value,
          "it would send the API key in clear text, which only loopback hosts and"
              + " allowPlainHttp(true) permit",
          settings);
    }
    String whole = url.toString();
    String path = withoutTrailingSlashes(url.encodedPath());
    String origin = whole.substring(0, whole.length() - url.encodedPath().length());
    String common = settings.commonPath();
    return path.endsWith(common)
        ? origin + withoutTrailingSlashes(path.substring(0, path.length() - common.length()))
        : origin + path;
  }

  private static String withoutTrailingSlashes(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("::1") || LOOPBACK_V4.matcher(host).matches();
  }

  /** User info is left out of the quote: it may be a password, or a key in the wrong place. */
  private static IllegalArgumentException refused(String value, String why, Settings settings) {
    return new IllegalArgumentException(
        "baseUrl is \""
            + withoutUserInfo(value)
            + "\", but "
            + why
            + "; allowed is a URL such as "
            + settings.usualBaseUrl()
            + (settings.commonPath().isEmpty()
                ? ""
                : ", with or without " + settings.commonPath()));
  }

  private static String withoutUserInfo(String value) {
    Matcher secret = Pattern.compile(MAYBE_USER_INFO).matcher(value);
    if (!secret.find()) {
      return value;
    }
    String scheme = secret.group(1) == null ? "" : secret.group(1);
    return scheme + "***@" + value.substring(secret.end());
  }
}
