package com.talkturo.sdk.engine;

import java.util.Collection;
import java.util.Optional;

/** The query parameters of a request, in the order in which they are added. Internal to the SDK. */
public final class Query {
  private final StringBuilder text = new StringBuilder();

  /** Without parameters. */
  public Query() {}

  /**
   * Adds a parameter, percent-encoded; a name may be added several times.
   *
   * @param value text, or what reads as its own text: a number, a flag, an {@code Instant}, an open
   *     value
   * @throws IllegalArgumentException if name or value holds half of a surrogate pair
   */
  public Query add(String name, Object value) {
    text.append(text.length() == 0 ? '?' : '&');
    UrlText.appendEncoded(text, "query parameter", name);
    text.append('=');
    UrlText.appendEncoded(text, name, value.toString());
    return this;
  }

  /** Adds a parameter if there is a value. */
  public Query add(String name, Optional<?> value) {
    return value.isPresent() ? add(name, (Object) value.get()) : this;
  }

  /** Adds a parameter once for each value. */
  public Query addEach(String name, Collection<?> values) {
    values.forEach(value -> add(name, value));
    return this;
  }

  /** Adds what another query has. */
  public Query addAll(Query other) {
    if (other.text.length() > 0) {
      text.append(text.length() == 0 ? '?' : '&').append(other.text, 1, other.text.length());
    }
    return this;
  }

  /** With the question mark; empty without parameters. */
  @Override
  public String toString() {
    return text.toString();
  }
}
