package com.talkturo.sdk.http;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.engine.Outgoing;
import com.talkturo.sdk.engine.PathTemplate;
import com.talkturo.sdk.engine.Query;
import com.talkturo.sdk.json.CallersTypes;
import com.talkturo.sdk.json.Decoder;
import com.talkturo.sdk.json.ModelBuilder;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request to the API: what every request type is, and what {@code TalkturoClient.exchange}
 * takes. Use {@link #builder(String, String)} for an endpoint that the SDK does not model yet:
 *
 * <pre>{@code
 * ApiRequest<Contact> request =
 *     ApiRequest.builder("GET", "/api/crm/contacts/{contactId}")
 *         .path("contactId", contactId)
 *         .envelope("contact")
 *         .returning(Contact.class);
 * Contact contact = talkturo.exchange(request).body();
 * }</pre>
 *
 * <p>Talkturo's documents contradict each other about contacts, companies, campaigns and the search
 * for phone numbers: method, shape and credential differ, so the SDK does not model them. Try which
 * one works for you; {@link Pages} walks their lists.
 *
 * @param <T> the type of the answer
 */
public abstract class ApiRequest<T> extends Outgoing<T> {
  ApiRequest() {}

  /** For the SDK's own request types. */
  protected ApiRequest(ModelBuilder<?, ?> builder) {
    super(builder);
  }

  /**
   * Starts a request to an endpoint that the SDK does not model.
   *
   * @param method {@code GET}, {@code POST}, {@code PUT}, {@code PATCH} or {@code DELETE}
   * @param pathTemplate as in Talkturo's reference, starting with {@code /api/}, with {@code
   *     {placeholders}} for ids: they keep ids out of metrics, logs and messages
   * @throws IllegalArgumentException if method or path template is none of these
   */
  public static Builder builder(String method, String pathTemplate) {
    return new Builder(method, pathTemplate);
  }

  /** Builds a request by hand; see {@link ApiRequest#builder(String, String)}. */
  public static final class Builder {
    private static final List<String> METHODS =
        Collections.unmodifiableList(Arrays.asList("GET", "POST", "PUT", "PATCH", "DELETE"));
    private static final List<String> REPEATABLE_METHODS =
        Collections.unmodifiableList(Arrays.asList("GET", "PUT", "DELETE"));

    private final String method;
    private final PathTemplate pathTemplate;
    private final Map<String, String> path = new LinkedHashMap<>();
    private final Query query = new Query();
    private @Nullable Object body;
    private Optional<String> envelope = Optional.empty();
    private boolean repeatable;

    private Builder(String method, String pathTemplate) {
      this.method = method.toUpperCase(Locale.ROOT);
      this.pathTemplate = PathTemplate.ofApi(Objects.requireNonNull(pathTemplate, "pathTemplate"));
      if (!METHODS.contains(this.method)) {
        throw new IllegalArgumentException("method is \"" + method + "\"; allowed are " + METHODS);
      }
      this.repeatable = REPEATABLE_METHODS.contains(this.method);
    }

    /**
     * The value of a placeholder: one path segment, which the SDK percent-encodes; not blank,
     * neither {@code .} nor {@code ..}.
     */
    public Builder path(String placeholder, String value) {
      path.put(placeholder, Objects.requireNonNull(value, placeholder));
      return this;
    }

    /**
     * Adds a query parameter, which the SDK percent-encodes; a name may be added several times.
     *
     * @throws IllegalArgumentException if name or value holds half of a surrogate pair
     */
    public Builder query(String name, String value) {
      query.add(name, Objects.requireNonNull(value, name));
      return this;
    }

    /** Adds a whole number as a query parameter. */
    public Builder query(String name, long value) {
      query.add(name, value);
      return this;
    }

    /** Adds {@code true} or {@code false} as a query parameter. */
    public Builder query(String name, boolean value) {
      query.add(name, value);
      return this;
    }

    /** Adds a query parameter once for each value. */
    public Builder query(String name, Collection<String> values) {
      query.addEach(name, values);
      return this;
    }

    /**
     * The body: anything that jackson-databind can write, such as a Map or a type of your own.
     * Without one, the request has no body. The SDK does not add {@code accountSlug}.
     */
    public Builder body(Object value) {
      this.body = Objects.requireNonNull(value, "body");
      return this;
    }

    /** Reads the answer from this member of the envelope if it is there, such as "assistant". */
    public Builder envelope(String key) {
      this.envelope = Optional.of(key);
      return this;
    }

    /**
     * Whether the client may send the request again after the API may have processed it. The
     * default is {@code true} for GET, PUT and DELETE and {@code false} for POST and PATCH.
     */
    public Builder repeatable(boolean harmless) {
      this.repeatable = harmless;
      return this;
    }

    /**
     * The request.
     *
     * @param type the type that jackson-databind reads the answer into, such as {@code Map.class}
     *     or one of your own; {@code Void.class} if only {@code success} matters: the body may be
     *     empty, but what there is must be JSON
     * @throws IllegalArgumentException if a placeholder has no value, a value has no placeholder or
     *     cannot be a path segment, the body cannot be written, or a GET request has one
     */
    @SuppressWarnings("unchecked") // Void is the type of nothing.
    public <T> ApiRequest<T> returning(Class<T> type) {
      return reading(
          type == Void.class
              ? (Decoder<T>) Decoder.nothing()
              : Decoder.ofType(type, envelope.orElse(null)));
    }

    /**
     * The request, for an answer that is a list; otherwise like {@link #returning(Class)}.
     *
     * @param type the type that jackson-databind reads each element into
     * @throws IllegalArgumentException as {@link #returning(Class)} does
     */
    public <T> ApiRequest<List<T>> returningListOf(Class<T> type) {
      return reading(Decoder.listOfType(type, envelope.orElse(null)));
    }

    private <T> ApiRequest<T> reading(Decoder<T> decoder) {
      Endpoint<T> endpoint = Endpoint.of(method, pathTemplate, decoder, repeatable);
      List<String> values = pathTemplate.valuesOf(path);
      if (method.equals("GET") && body != null) {
        throw new IllegalArgumentException("a GET request has no body");
      }
      return new ByHand<>(
          endpoint,
          values,
          new Query().addAll(query),
          body == null ? null : CallersTypes.toJson(body));
    }
  }

  private static final class ByHand<T> extends ApiRequest<T> {
    private final Endpoint<T> endpoint;
    private final List<String> pathValues;
    private final Query query;
    private final byte @Nullable [] body;

    ByHand(Endpoint<T> endpoint, List<String> pathValues, Query query, byte @Nullable [] body) {
      this.endpoint = endpoint;
      this.pathValues = pathValues;
      this.query = query;
      this.body = body;
    }

    @Override
    protected Endpoint<T> endpoint() {
      return endpoint;
    }

    @Override
    protected List<String> pathValues() {
      return pathValues;
    }

    @Override
    protected void addQuery(Query into, Optional<String> clientsAccountSlug) {
      into.addAll(query);
    }

    @Override
    protected byte @Nullable [] body(Optional<String> clientsAccountSlug) {
      return body;
    }

    /** The operation; ids and the body are left out. */
    @Override
    public String toString() {
      return "ApiRequest{" + endpoint + "}";
    }
  }
}
