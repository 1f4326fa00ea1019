package com.talkturo.migration.vendors;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of an assistant nobody may see: webhook secrets, references to keys, values of headers, user
 * info and query of URLs, and whatever else has the name of a secret.
 */
public final class Secrets {
  /** What stands for a secret. */
  public static final String MASK = "[not shown]";

  private static final Pattern NAME =
      Pattern.compile(
          "secret|api_?key|token|password|passwd|authorization|credential",
          Pattern.CASE_INSENSITIVE);

  /** A count of tokens is none. */
  private static final Pattern NO_SECRET =
      Pattern.compile("max_?(completion_?)?tokens", Pattern.CASE_INSENSITIVE);

  private static final Pattern URL_NAME =
      Pattern.compile("(.*_)?ur[il]", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** What may stand around the secret itself: {@code Bearer}, a user, a parameter's name. */
  private static final Pattern AROUND = Pattern.compile("[\\s:;,&=]+");

  /** Shorter parts would be found in many a word. */
  private static final int MIN_PART = 8;

  private static final String SCHEME = "x://";

  private Secrets() {}

  /** Whether a member of this name holds a secret. */
  public static boolean isSecret(String name) {
    return NAME.matcher(name).find() && !NO_SECRET.matcher(name).matches();
  }

  /** Whether a member of this name holds headers. */
  static boolean isHeaders(String name) {
    return name.equalsIgnoreCase("headers");
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
      } else {
        String url = isUrl(name) ? withScheme(text) : text;
        forEachRun(UrlParts.in(url), url, part -> add(part, secrets));
      }
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
