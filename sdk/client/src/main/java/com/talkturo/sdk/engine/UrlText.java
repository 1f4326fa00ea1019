package com.talkturo.sdk.engine;

import com.talkturo.sdk.json.Checks;
import java.nio.charset.StandardCharsets;

/** Values as URL text that cannot be anything but one path segment or one query value. */
final class UrlText {
  private static final String HEX = "0123456789ABCDEF";

  private UrlText() {}

  static void append(StringBuilder path, String name, String value) {
    Checks.pathParameter(name, value);
    appendEncoded(path, name, value);
  }

  /** Whether the segment is written as it is: it has no special meaning, and nothing to escape. */
  static boolean isPlain(String segment) {
    for (int i = 0; i < segment.length(); i++) {
      if (!isUnreserved(segment.charAt(i))) {
        return false;
      }
    }
    return !segment.isEmpty() && !Checks.climbs(segment);
  }

  /** RFC 3986: the unreserved characters stay, every other byte of the UTF-8 form is escaped. */
  static void appendEncoded(StringBuilder url, String name, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!isUnreserved(c)) {
        appendEscaped(url, name, value, i);
        return;
      }
      url.append(c);
    }
  }

  private static void appendEscaped(StringBuilder url, String name, String value, int from) {
    if (!Checks.isUnicode(value)) {
      throw new IllegalArgumentException(
          name + " holds half of a surrogate pair; allowed is any Unicode text");
    }
    for (byte b : value.substring(from).getBytes(StandardCharsets.UTF_8)) {
      int octet = b & 0xff;
      if (octet < 0x80 && isUnreserved((char) octet)) {
        url.append((char) octet);
      } else {
        url.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 0xf));
      }
    }
  }

  private static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }
}
