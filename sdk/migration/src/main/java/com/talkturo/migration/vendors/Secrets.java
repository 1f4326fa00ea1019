package com.talkturo.migration.vendors;

import com.talkturo.sdk.json.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of an assistant nobody may see: webhook secrets, references to keys, values of headers, user
 * info and query of URLs, passwords of SIP addresses, and whatever else has the name of a secret.
 */
public final class Secrets {
  /** What stands for a secret. */
  public static final String MASK = "[not shown]";

  private static final Pattern NAME =
      Pattern.compile(
          "secret|(?:api|access|private)[\\s_-]?key|token|passw(?:or)?d|passphrase|pwd|credential"
              + "|authorization|(?:^|[\\s_-])auth(?:$|[\\s_-])|cookie",
          Pattern.CASE_INSENSITIVE);

  /** A name may have been taken out of a text of JSON as it stands there. */
  private static final Pattern ESCAPE = Pattern.compile("\\\\++u(\\p{XDigit}{4})");

  /** A count of tokens is none. */
  private static final Pattern NO_SECRET =
      Pattern.compile("max_?(completion_?)?tokens", Pattern.CASE_INSENSITIVE);

  private static final Pattern HEADERS =
      Pattern.compile(".*headers", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern URL_NAME =
      Pattern.compile(".*ur[il]", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern MAY_BE_JSON = Pattern.compile("\\s*+[\\[{]");

  /** What may stand around the secret itself: {@code Bearer}, a user, a parameter's name. */
  private static final Pattern AROUND = Pattern.compile("[\\s:;,&=]+");

  /** Shorter parts would be found in many a word. */
  private static final int MIN_PART = 8;

  private static final String SCHEME = "x://";

  private Secrets() {}

  /** Whether a member of this name holds a secret. */
  public static boolean isSecret(String name) {
    String plain = unescaped(name);
    return NAME.matcher(plain).find() && !NO_SECRET.matcher(plain).matches();
  }

  /** Whether a member of this name holds headers, whose values may be anything. */
  static boolean isHeaders(String name) {
    return HEADERS.matcher(unescaped(name)).matches();
  }

  private static String unescaped(String name) {
    return name.indexOf('\\') < 0
        ? name
        : ESCAPE
            .matcher(name)
            .replaceAll(
                escape ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
  }

  /** Whether a member of this name holds a URL. */
  public static boolean isUrl(String name) {
    return URL_NAME.matcher(name).matches();
  }

  /** The secrets in a tree. */
  public static Set<String> in(@Nullable Object tree) {
    Set<String> secrets = new LinkedHashSet<>();
    collect(tree, "", false, secrets);
    return secrets;
  }

  private static void collect(
      @Nullable Object tree, String name, boolean secret, Set<String> secrets) {
    boolean isHidden = secret || isSecret(name) || isHeaders(name);
    if (tree instanceof Map<?, ?> members) {
      members.forEach((member, value) -> collect(value, (String) member, isHidden, secrets));
    } else if (tree instanceof Collection<?> elements) {
      for (Object element : elements) {
        if (isHeaders(name) && element instanceof Map<?, ?> header) {
          header.forEach((member, value) -> collect(value, "", !member.equals("name"), secrets));
        } else {
          collect(element, name, isHidden, secrets);
        }
      }
    } else if (tree instanceof String text) {
      if (isHidden) {
        add(text, secrets);
      } else if (MAY_BE_JSON.matcher(text).lookingAt()) {
        inJson(text, secrets);
      } else {
        String url = isUrl(name) ? withScheme(text) : text;
        forEachRun(UrlParts.in(url), url, part -> add(part, secrets));
      }
    }
  }

  private static void inJson(String text, Set<String> secrets) {
    try {
      collect(Trees.parse(text.getBytes(StandardCharsets.UTF_8)), "", false, secrets);
    } catch (IOException | RuntimeException e) {
      forEachRun(UrlParts.in(text), text, part -> add(part, secrets));
    }
  }

  private static void add(String secret, Set<String> secrets) {
    secrets.add(secret);
    AROUND.splitAsStream(secret).filter(part -> part.length() >= MIN_PART).forEach(secrets::add);
  }

  private static void forEachRun(BitSet positions, String text, Consumer<String> use) {
    int start = positions.nextSetBit(0);
    while (start >= 0) {
      int end = positions.nextClearBit(start);
      use.accept(text.substring(start, end));
      start = positions.nextSetBit(end);
    }
  }

  private static String withScheme(String url) {
    return url.contains("://") ? url : SCHEME + url;
  }

  /** A URL without user info and query, even if its scheme is missing. */
  public static String withoutPartsOfUrl(String url) {
    String whole = withScheme(url);
    return withoutPartsOfUrls(whole).substring(whole.length() - url.length());
  }

  /** A text without user info and query of the URLs in it. */
  public static String withoutPartsOfUrls(String text) {
    BitSet hidden = UrlParts.in(text);
    if (hidden.isEmpty()) {
      return text;
    }
    StringBuilder clean = new StringBuilder();
    int shown = 0;
    while (shown < text.length()) {
      int start = hidden.nextSetBit(shown);
      clean.append(text, shown, start < 0 ? text.length() : start);
      if (start < 0) {
        break;
      }
      clean.append(MASK);
      shown = hidden.nextClearBit(start);
    }
    return clean.toString();
  }

  /** A text that may be JSON, or a part of it, without secrets. */
  public static String redact(String json) {
    return withoutPartsOfUrls(Redaction.of(json));
  }
}
