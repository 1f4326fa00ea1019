package com.talkturo.sdk.engine;

import com.talkturo.sdk.json.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Hides API keys in what the server sent: a server may echo them, and no exception may show one.
 * Finds them in every {@link KeySpelling}.
 */
final class KeyMask {
  /** Hides nothing. */
  static final KeyMask NONE = new KeyMask("", Collections.emptyList(), null);

  private static final String MASK = "[API key]";

  /** As many characters of a key as Talkturo's dashboard shows itself. */
  private static final int MAX_SHOWN = 8;

  /** Causes may form a circle. */
  private static final int MAX_CAUSES = 20;

  /** Shorter texts would be found everywhere. */
  private static final int MIN_SECRET = 4;

  private final String mask;
  private final List<String> keys;
  private final @Nullable UnaryOperator<String> redaction;

  KeyMask(String key) {
    this(MASK, Collections.singletonList(key), null);
  }

  private KeyMask(String mask, List<String> keys, @Nullable UnaryOperator<String> redaction) {
    this.mask = mask;
    this.keys = keys;
    this.redaction = redaction;
  }

  /** Hides what a request wants hidden; see {@link Outgoing#secrets()}. */
  static KeyMask of(Outgoing<?> request) {
    List<String> secrets = new ArrayList<>();
    for (String secret : request.secrets()) {
      if (secret.length() >= MIN_SECRET) {
        secrets.add(secret);
      }
    }
    UnaryOperator<String> redaction = request.redaction().orElse(null);
    if (secrets.isEmpty() && redaction == null) {
      return NONE;
    }
    KeyMask ofSecrets = new KeyMask("[not shown]", secrets, redaction);
    return new KeyMask(MASK, Collections.emptyList(), ofSecrets::hide);
  }

  /** A body without the members whose names say that they are secret. */
  byte[] redacted(byte[] json) {
    return redaction == null
        ? json
        : redaction.apply(Trees.text(json)).getBytes(StandardCharsets.UTF_8);
  }

  /** Hides this key and those that are hidden already: a call may use several. */
  KeyMask with(String key) {
    if (key.isEmpty() || keys.contains(key)) {
      return this;
    }
    List<String> all = new ArrayList<>(keys);
    all.add(key);
    return new KeyMask(MASK, all, redaction);
  }

  /** The text without the keys, and without a key that the end of the text cuts short. */
  String hide(String text) {
    BitSet hidden = new BitSet();
    if (!keys.isEmpty()) {
      KeySpelling spelling = new KeySpelling(text);
      for (String key : keys) {
        for (int i = 0; i < text.length(); i++) {
          hidden.set(i, Math.max(i, endOfKey(key, spelling, i)));
        }
      }
    }
    String clean = hidden.isEmpty() ? text : masked(text, hidden);
    return redaction == null ? clean : redaction.apply(clean);
  }

  private String masked(String text, BitSet hidden) {
    StringBuilder clean = new StringBuilder(text.length());
    int shown = 0;
    while (shown < text.length()) {
      int start = hidden.nextSetBit(shown);
      clean.append(text, shown, start < 0 ? text.length() : start);
      if (start < 0) {
        break;
      }
      clean.append(mask);
      shown = hidden.nextClearBit(start);
    }
    return clean.toString();
  }

  /** The failure without the keys: OkHttp quotes what it cannot read, such as a status line. */
  IOException hide(IOException failure) {
    if (!finds(failure)) {
      return failure;
    }
    IOException clean = new IOException(hide(failure.toString()));
    clean.setStackTrace(failure.getStackTrace());
    return clean;
  }

  /** Whether the failure, or what caused it, shows a key. */
  boolean finds(Throwable failure) {
    return finds(failure, 0);
  }

  private boolean finds(@Nullable Throwable failure, int depth) {
    if (failure == null || depth > MAX_CAUSES) {
      return false;
    }
    boolean found = finds(failure.toString()) || finds(failure.getCause(), depth + 1);
    for (Throwable suppressed : failure.getSuppressed()) {
      found = found || finds(suppressed, depth + 1);
    }
    return found;
  }

  boolean finds(String text) {
    return !hide(text).equals(text);
  }

  /** The index behind the longest spelling of the key that begins here, or -1. */
  private static int endOfKey(String key, KeySpelling spelling, int from) {
    BitSet lengths = new BitSet();
    spelling.forEachEnd(from, key.charAt(0), end -> lengths.set(end - from));
    BitSet reached = lengths;
    boolean cutShort = false;
    for (int k = 1; k < key.length() && !reached.isEmpty(); k++) {
      BitSet next = new BitSet();
      for (int length = reached.nextSetBit(0);
          length > 0;
          length = reached.nextSetBit(length + 1)) {
        cutShort = cutShort || (k > MAX_SHOWN && spelling.isCutShort(from + length));
        spelling.forEachEnd(from + length, key.charAt(k), end -> next.set(end - from));
      }
      reached = next;
    }
    if (reached.isEmpty()) {
      return cutShort ? spelling.length() : -1;
    }
    return from + reached.length() - 1;
  }
}
