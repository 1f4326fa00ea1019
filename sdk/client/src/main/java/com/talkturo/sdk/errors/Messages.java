package com.talkturo.sdk.errors;

/** Text from outside, made fit for a message that may end up in a log. */
final class Messages {
  private static final int MAX_CHARS = 500;

  private Messages() {}

  /** One bounded line: a server must not be able to forge log lines or flood them. */
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), MAX_CHARS) + 1);
    for (int i = 0; i < text.length() && i < MAX_CHARS; i++) {
      char c = text.charAt(i);
      boolean breaksLine = Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
      line.append(breaksLine ? ' ' : c);
    }
    return text.length() > MAX_CHARS ? line.append('…').toString() : line.toString();
  }

  static String requestId(RawResponse response) {
    return response.requestId().isPresent()
        ? " (request id " + oneLine(response.requestId().get()) + ")"
        : "";
  }
}
