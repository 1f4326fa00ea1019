package com.talkturo.sdk.engine;

import com.talkturo.sdk.json.Model;
import com.talkturo.sdk.json.ModelBuilder;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a request hands itself over: its operation, and what fills it. Users know it as {@code
 * ApiRequest}; only this package calls these methods. Internal to the SDK.
 *
 * @param <T> the type of the answer
 */
public abstract class Outgoing<T> extends Model {
  /** For a request without fields. */
  protected Outgoing() {}

  /** For the SDK's own request types. */
  protected Outgoing(ModelBuilder<?, ?> builder) {
    super(builder);
  }

  /** The operation. */
  protected abstract Endpoint<T> endpoint();

  /** The values of the path's placeholders, in their order. */
  protected List<String> pathValues() {
    return Collections.emptyList();
  }

  /**
   * Adds the query parameters.
   *
   * @param clientsAccountSlug what {@link #accountSlug(Optional, Optional)} falls back to
   */
  protected void addQuery(Query query, Optional<String> clientsAccountSlug) {}

  /**
   * The bytes of the body; null for none.
   *
   * @param clientsAccountSlug what {@link #accountSlug(Optional, Optional)} falls back to
   */
  protected byte @Nullable [] body(Optional<String> clientsAccountSlug) {
    return null;
  }

  /**
   * Texts of the body that no exception may show, even if the server quotes them; those shorter
   * than four characters are ignored.
   */
  protected Collection<String> secrets() {
    return Collections.emptyList();
  }

  /**
   * Takes out of a text of the server what no exception may show; the key is out already. What was
   * JSON must be JSON afterwards.
   */
  protected Optional<UnaryOperator<String>> redaction() {
    return Optional.empty();
  }

  /** What signs this request instead of the client's API key; empty for the key. */
  protected Optional<Credential> credential() {
    return Optional.empty();
  }

  /**
   * The account of a request that needs one: its own, else the client's.
   *
   * @throws IllegalArgumentException if there is neither
   */
  protected static String accountSlug(Optional<String> own, Optional<String> clients) {
    if (own.isPresent()) {
      return own.get();
    }
    if (clients.isPresent()) {
      return clients.get();
    }
    throw new IllegalArgumentException(
        "accountSlug is missing: set it on the request, or for all requests with"
            + " TalkturoClient.builder().accountSlug(...)");
  }
}
