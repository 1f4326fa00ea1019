package com.talkturo.sdk.errors;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** An answer as it came over the wire, for the exceptions that are about an answer. */
@Value.Immutable
public abstract class RawResponse implements Serializable {
  private static final long serialVersionUID = 1;

  RawResponse() {}

  /** Starts an answer; {@code statusCode} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** The HTTP status. */
  public abstract int statusCode();

  /** The response headers by lower-case name, each with its values in the order received. */
  @Value.Redacted
  public abstract Map<String, List<String>> headers();

  /** The id that the API or a proxy gave the request; not documented by Talkturo. */
  public abstract Optional<String> requestId();

  /** The body as UTF-8 text, at most its first 64 KiB; empty if there was none. */
  @Value.Default
  @Value.Redacted
  public String body() {
    return "";
  }

  /** Builds {@link RawResponse}. */
  public static final class Builder extends ImmutableRawResponse.Builder {
    Builder() {}
  }
}
