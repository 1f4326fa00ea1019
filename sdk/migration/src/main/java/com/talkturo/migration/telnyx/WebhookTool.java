package com.talkturo.migration.telnyx;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A tool that calls a URL: payload of {@link TelnyxToolType#WEBHOOK}. */
@Value.Immutable
public abstract class WebhookTool implements WithAdditionalProperties {
  static final Table<WebhookTool, Builder> TABLE =
      Table.of(
              Builder::new,
              Builder::build,
              Builder::keep,
              Row.required("name", Kind.text(), WebhookTool::name, Builder::name),
              Row.required(
                  "description", Kind.text(), WebhookTool::description, Builder::description),
              Row.required("url", Kind.secret(), WebhookTool::url, Builder::url),
              Row.optional(
                  "method", Kind.open(WebhookMethod::of), WebhookTool::method, Builder::method),
              Row.optional(
                  "headers",
                  Kind.listOf(Kind.object(WebhookHeader.TABLE)),
                  WebhookTool::headers,
                  Builder::headers),
              Row.optional(
                  "body_parameters",
                  Kind.mapOf(Kind.tree()),
                  WebhookTool::bodyParameters,
                  Builder::bodyParameters),
              Row.optional(
                  "path_parameters",
                  Kind.mapOf(Kind.tree()),
                  WebhookTool::pathParameters,
                  Builder::pathParameters),
              Row.optional(
                  "query_parameters",
                  Kind.mapOf(Kind.tree()),
                  WebhookTool::queryParameters,
                  Builder::queryParameters))
          .lossless();

  WebhookTool() {}

  /** Starts one; {@code name}, {@code description} and {@code url} are required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts one that equals this. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The name that the language model calls the tool by. */
  public abstract String name();

  /** What the tool does, for the language model. */
  public abstract String description();

  /**
   * The URL that is called; may hold placeholders of {@code path_parameters}. Not shown by {@code
   * toString()}.
   */
  @Value.Redacted
  public abstract String url();

  /** The HTTP method; Telnyx takes {@code POST} if absent. */
  public abstract Optional<WebhookMethod> method();

  /** The headers of the call. */
  public abstract Optional<List<WebhookHeader>> headers();

  /** What the body holds, as JSON Schema of an object. Not shown by {@code toString()}. */
  @Value.Redacted
  public abstract Optional<Map<String, Object>> bodyParameters();

  /**
   * What the placeholders of the path hold, as JSON Schema of an object. Not shown by {@code
   * toString()}.
   */
  @Value.Redacted
  public abstract Optional<Map<String, Object>> pathParameters();

  /** What the query holds, as JSON Schema of an object. Not shown by {@code toString()}. */
  @Value.Redacted
  public abstract Optional<Map<String, Object>> queryParameters();

  /** Builds {@link WebhookTool}. */
  public static final class Builder {
    private final ImmutableWebhookTool.Builder generated = new ImmutableWebhookTool.Builder();

    Builder() {}

    /** The name that the language model calls the tool by; required. */
    public Builder name(String name) {
      generated.name(name);
      return this;
    }

    /** What the tool does, for the language model; required. */
    public Builder description(String description) {
      generated.description(description);
      return this;
    }

    /** The URL that is called; may hold placeholders of {@code path_parameters}; required. */
    public Builder url(String url) {
      generated.url(url);
      return this;
    }

    /** The HTTP method; Telnyx takes {@code POST} if absent. */
    public Builder method(WebhookMethod method) {
      generated.method(method);
      return this;
    }

    /** The headers of the call. */
    public Builder headers(Collection<WebhookHeader> headers) {
      generated.headers(Payloads.copyOf("headers", headers));
      return this;
    }

    /**
     * What the body holds, as JSON Schema of an object.
     *
     * @throws IllegalArgumentException if the tree holds anything but String, finite Number,
     *     Boolean, {@code null}, Map with String keys and Collection
     */
    public Builder bodyParameters(Map<String, ?> bodyParameters) {
      generated.bodyParameters(Payloads.copyOf("body_parameters", bodyParameters));
      return this;
    }

    /**
     * What the placeholders of the path hold, as JSON Schema of an object.
     *
     * @throws IllegalArgumentException if the tree holds anything but String, finite Number,
     *     Boolean, {@code null}, Map with String keys and Collection
     */
    public Builder pathParameters(Map<String, ?> pathParameters) {
      generated.pathParameters(Payloads.copyOf("path_parameters", pathParameters));
      return this;
    }

    /**
     * What the query holds, as JSON Schema of an object.
     *
     * @throws IllegalArgumentException if the tree holds anything but String, finite Number,
     *     Boolean, {@code null}, Map with String keys and Collection
     */
    public Builder queryParameters(Map<String, ?> queryParameters) {
      generated.queryParameters(Payloads.copyOf("query_parameters", queryParameters));
      return this;
    }

    /**
     * A field that the SDK does not model, by its JSON name.
     *
     * @param value a plain tree of Map, Collection, String, finite Number, Boolean and {@code
     *     null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else, or the SDK models the field
     */
    public Builder putAdditionalProperties(String name, @Nullable Object value) {
      Payloads.requireUnmodelled(name, TABLE);
      return keep(name, value);
    }

    private Builder keep(String name, @Nullable Object value) {
      generated.putAdditionalProperties(name, Trees.copyOf(name, value));
      return this;
    }

    /**
     * The value.
     *
     * @throws IllegalStateException if a required field is missing
     */
    public WebhookTool build() {
      return generated.build();
    }
  }
}
