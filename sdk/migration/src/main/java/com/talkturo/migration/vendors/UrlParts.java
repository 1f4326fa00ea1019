package com.talkturo.migration.vendors;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * User info and query of the URLs in a text; of a SIP address, the user is shown and the password
 * is not. Takes one pass, however odd the text is.
 */
final class UrlParts {
  /** A URL in JSON may hold escapes, of quotes too. */
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"\\\\]++|\\\\.)++", Pattern.DOTALL);

  private static final Pattern AUTHORITY = Pattern.compile(":\\\\?/\\\\?/([^/?#\\\\]*+)");

  private static final Pattern AUTHORITY_OR_SIP =
      Pattern.compile(AUTHORITY.pattern() + "|\\bsips?:", Pattern.CASE_INSENSITIVE);

  private static final Pattern SIP_PASSWORD =
      Pattern.compile("\\bsips?:[^:@]{0,256}+:([^@]{1,256}+)@", Pattern.CASE_INSENSITIVE);

  /** What follows the colon is no port; the {@code @} may have been cut off. */
  private static final Pattern CUT_SHORT = Pattern.compile("[^:]*+:(?!\\d{0,5}$).*");

  private UrlParts() {}

  /** The positions of their characters. */
  static BitSet in(String text) {
    BitSet parts = new BitSet();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      addUserInfos(text, word.start(), word.end(), parts);
      addQueries(text, word.start(), word.end(), parts);
      Matcher sip = SIP_PASSWORD.matcher(text).region(word.start(), word.end());
      while (sip.find()) {
        parts.set(sip.start(1), sip.end(1));
      }
    }
    return parts;
  }

  private static void addUserInfos(String text, int start, int end, BitSet parts) {
    Matcher authority = AUTHORITY.matcher(text).region(start, end);
    while (authority.find()) {
      int at = authority.group(1).lastIndexOf('@');
      boolean isCutShort =
          at < 0
              && authority.end() == text.length()
              && CUT_SHORT.matcher(authority.group(1)).matches();
      parts.set(
          authority.start(1), isCutShort ? authority.end() : authority.start(1) + Math.max(0, at));
    }
  }

  private static void addQueries(String text, int start, int end, BitSet parts) {
    Matcher authority = AUTHORITY_OR_SIP.matcher(text);
    int from = start;
    while (authority.region(from, end).find()) {
      int query = indexOf('?', text, authority.end(), end);
      from = indexOf('#', text, query, end);
      // What is masked already stays so.
      if (query < from && !text.startsWith(Secrets.MASK, query + 1)) {
        parts.set(query + 1, from);
      }
    }
  }

  /** As of {@link String#indexOf(int, int)}; the end if there is none before. */
  private static int indexOf(char wanted, String text, int from, int end) {
    int i = from;
    while (i < end && text.charAt(i) != wanted) {
      i++;
    }
    return i;
  }
}
