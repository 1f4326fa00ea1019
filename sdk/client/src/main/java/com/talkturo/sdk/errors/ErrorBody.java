package com.talkturo.sdk.errors;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What the API said about a failure, as far as it could be read. */
@Value.Immutable
public abstract class ErrorBody implements Serializable {
  private static final long serialVersionUID = 1;

  ErrorBody() {}

  /** Starts an error body; everything is optional. */
  public static Builder builder() {
    return new Builder();
  }

  /** The API's own words. */
  public abstract Optional<String> text();

  /** Further members of the error, such as one text per invalid field. */
  @Value.Redacted
  public abstract Map<String, Object> details();

  /** How long the API asks to wait before the next request. */
  public abstract Optional<Duration> retryAfter();

  /** Builds {@link ErrorBody}. */
  public static final class Builder extends ImmutableErrorBody.Builder {
    Builder() {}
  }
}
