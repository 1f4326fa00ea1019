package com.talkturo.migration.telnyx;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tool that calls a URL: payload of {@link TelnyxToolType#WEBHOOK}. */
public final class WebhookTool extends ApiModel {
  static final Table<WebhookTool> TABLE = Table.of(Builder::new).lossless();

  static final Row<String> NAME = TABLE.required("name", Kind.text());
  static final Row<String> DESCRIPTION = TABLE.required("description", Kind.text());
  static final Row<String> URL = TABLE.required("url", Kind.secret());
  static final Row<WebhookMethod> METHOD = TABLE.optional("method", Kind.open(WebhookMethod::of));
  static final Row<List<WebhookHeader>> HEADERS =
      TABLE.optional("headers", Kind.listOf(Kind.object(WebhookHeader.TABLE)));
  static final Row<Map<String, Object>> BODY_PARAMETERS =
      TABLE.optional("body_parameters", Kind.mapOf(Kind.tree())).notShown();
  static final Row<Map<String, Object>> PATH_PARAMETERS =
      TABLE.optional("path_parameters", Kind.mapOf(Kind.tree())).notShown();
  static final Row<Map<String, Object>> QUERY_PARAMETERS =
      TABLE.optional("query_parameters", Kind.mapOf(Kind.tree())).notShown();

  WebhookTool(Builder builder) {
    super(builder);
  }

  /** Starts one; {@code name}, {@code description} and {@code url} are required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts one that equals this. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The name that the language model calls the tool by. */
  public String name() {
    return value(NAME);
  }

  /** What the tool does, for the language model. */
  public String description() {
    return value(DESCRIPTION);
  }

  /**
   * The URL that is called; may hold placeholders of {@code path_parameters}. Not shown by {@code
   * toString()}.
   */
  public String url() {
    return value(URL);
  }

  /** The HTTP method; Telnyx takes {@code POST} if absent. */
  public Optional<WebhookMethod> method() {
    return optional(METHOD);
  }

  /** The headers of the call. */
  public Optional<List<WebhookHeader>> headers() {
    return optional(HEADERS);
  }

  /** What the body holds, as JSON Schema of an object. Not shown by {@code toString()}. */
  public Optional<Map<String, Object>> bodyParameters() {
    return optional(BODY_PARAMETERS);
  }

  /**
   * What the placeholders of the path hold, as JSON Schema of an object. Not shown by {@code
   * toString()}.
   */
  public Optional<Map<String, Object>> pathParameters() {
    return optional(PATH_PARAMETERS);
  }

  /** What the query holds, as JSON Schema of an object. Not shown by {@code toString()}. */
  public Optional<Map<String, Object>> queryParameters() {
    return optional(QUERY_PARAMETERS);
  }

  /** Builds {@link WebhookTool}. */
  public static final class Builder extends ModelBuilder<WebhookTool, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The name that the language model calls the tool by; required. */
    public Builder name(String name) {
      return set(NAME, name);
    }

    /** What the tool does, for the language model; required. */
    public Builder description(String description) {
      return set(DESCRIPTION, description);
    }

    /** The URL that is called; may hold placeholders of {@code path_parameters}; required. */
    public Builder url(String url) {
      return set(URL, url);
    }

    /** The HTTP method; Telnyx takes {@code POST} if absent. */
    public Builder method(WebhookMethod method) {
      return set(METHOD, method);
    }

    /** The headers of the call. */
    public Builder headers(Collection<WebhookHeader> headers) {
      return setAll(HEADERS, headers);
    }

    /**
     * What the body holds, as JSON Schema of an object.
     *
     * @throws IllegalArgumentException if the tree holds anything but String, finite Number,
     *     Boolean, {@code null}, Map with String keys and Collection
     */
    public Builder bodyParameters(Map<String, ?> bodyParameters) {
      return set(BODY_PARAMETERS, Payloads.copyOf("body_parameters", bodyParameters));
    }

    /**
     * What the placeholders of the path hold, as JSON Schema of an object.
     *
     * @throws IllegalArgumentException if the tree holds anything but String, finite Number,
     *     Boolean, {@code null}, Map with String keys and Collection
     */
    public Builder pathParameters(Map<String, ?> pathParameters) {
      return set(PATH_PARAMETERS, Payloads.copyOf("path_parameters", pathParameters));
    }

    /**
     * What the query holds, as JSON Schema of an object.
     *
     * @throws IllegalArgumentException if the tree holds anything but String, finite Number,
     *     Boolean, {@code null}, Map with String keys and Collection
     */
    public Builder queryParameters(Map<String, ?> queryParameters) {
      return set(QUERY_PARAMETERS, Payloads.copyOf("query_parameters", queryParameters));
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

    /**
     * The value.
     *
     * @throws IllegalStateException if a required field is missing
     */
    @Override
    public WebhookTool build() {
      return new WebhookTool(this);
    }
  }
}
