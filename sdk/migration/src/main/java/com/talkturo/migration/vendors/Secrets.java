package com.talkturo.migration.vendors;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
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
          ".*(secret|api_?key|token|password|passwd|authorization|credential).*",
          Pattern.CASE_INSENSITIVE);

  /** A count of tokens is none. */
  private static final Pattern NO_SECRET =
      Pattern.compile(".*max_?(completion_?)?tokens.*", Pattern.CASE_INSENSITIVE);

  private static final Pattern TEXT_MEMBER =
      Pattern.compile(
          "(\"[^\"\\\\]*(?:secret|api_?key|token|password|passwd|authorization|credential)[^\"\\\\]*\"\\s*:\\s*\")"
              + "(?:[^\"\\\\]++|\\\\.)*+",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final String TEXTS = "\"(?:[^\"\\\\]++|\\\\.)*+\"?+";

  private static final Pattern HEADERS =
      Pattern.compile(
          "(\"headers\"\\s*:\\s*)(?:\\[(?:[^]\"]++|"
              + TEXTS
              + ")*+]?+|\\{(?:[^}\"]++|"
              + TEXTS
              + ")*+}?+)",
          Pattern.DOTALL);

  private static final Pattern USER_INFO =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*:\\\\?/\\\\?/)[^\\s/\"?#\\\\]*@");

  private static final Pattern QUERY =
      Pattern.compile(
          "([A-Za-z][A-Za-z0-9+.-]*:\\\\?/\\\\?/[^\\s\"?]*\\?)(?:[^\\s\"#\\\\]++|\\\\.)+");

  private static final Pattern URL_PARTS =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://(?:([^\\s/?#]*)@)?[^\\s?#]*(?:\\?([^\\s#]*))?");

  private Secrets() {}

  /** Whether a member of this name holds a secret. */
  public static boolean isSecret(String name) {
    return NAME.matcher(name).matches() && !NO_SECRET.matcher(name).matches();
  }

  /** The secrets in a tree. */
  public static Set<String> in(@Nullable Object tree) {
    Set<String> secrets = new LinkedHashSet<>();
    collect(tree, "", false, secrets);
    return secrets;
  }

  private static void collect(
      @Nullable Object tree, String name, boolean secret, Set<String> secrets) {
    boolean isHidden = secret || isSecret(name);
    if (tree instanceof Map<?, ?> members) {
      members.forEach(
          (member, value) ->
              collect(value, (String) member, isHidden || name.equals("headers"), secrets));
    } else if (tree instanceof Collection<?> elements) {
      for (Object element : elements) {
        if (name.equals("headers") && element instanceof Map<?, ?> header) {
          collect(header.get("value"), "value", true, secrets);
        } else {
          collect(element, name, isHidden, secrets);
        }
      }
    } else if (tree instanceof String text) {
      if (isHidden) {
        secrets.add(text);
      } else {
        addPartsOfUrls(text, secrets);
      }
    }
  }

  private static void addPartsOfUrls(String text, Set<String> secrets) {
    Matcher urls = URL_PARTS.matcher(text);
    while (urls.find()) {
      for (int group = 1; group <= 2; group++) {
        String part = urls.group(group);
        if (part != null && !part.isEmpty()) {
          secrets.add(part);
        }
      }
    }
  }

  /** A text without user info and query of the URLs in it. */
  public static String withoutPartsOfUrls(String text) {
    String clean = QUERY.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(MASK));
    return USER_INFO.matcher(clean).replaceAll("$1" + Matcher.quoteReplacement(MASK + "@"));
  }

  /** A text that may be JSON, or a part of it, without secrets. */
  public static String redact(String json) {
    if (json.indexOf('"') < 0) {
      return withoutPartsOfUrls(json);
    }
    String clean = HEADERS.matcher(json).replaceAll("$1\"" + Matcher.quoteReplacement(MASK) + "\"");
    clean = TEXT_MEMBER.matcher(clean).replaceAll("$1" + Matcher.quoteReplacement(MASK));
    return withoutPartsOfUrls(clean);
  }
}
