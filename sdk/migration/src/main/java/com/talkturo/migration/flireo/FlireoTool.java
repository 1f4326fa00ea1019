package com.talkturo.migration.flireo;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tool of an assistant at Flireo. Tools of other shapes, such as {@code {type, function,
 * server}}, are kept in the additional properties and written back as they were.
 */
public final class FlireoTool extends ApiModel {
  static final Table<FlireoTool> TABLE = Table.of(Builder::new).lossless();

  static final Row<String> NAME = TABLE.optional("name", Kind.text());
  static final Row<String> DESCRIPTION = TABLE.optional("description", Kind.text());
  static final Row<String> URL = TABLE.optional("url", Kind.secret());
  static final Row<Boolean> ASYNC = TABLE.optional("async", Kind.flag());
  static final Row<Map<String, Object>> PARAMETERS =
      TABLE.optional("parameters", Kind.mapOf(Kind.tree())).notShown();

  FlireoTool(Builder builder) {
    super(builder);
  }

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts one that equals this. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The name that the language model calls the tool by. */
  public Optional<String> name() {
    return optional(NAME);
  }

  /** What the tool does, for the language model. */
  public Optional<String> description() {
    return optional(DESCRIPTION);
  }

  /** The URL that is called. Not shown by {@code toString()}. */
  public Optional<String> url() {
    return optional(URL);
  }

  /** Whether the phone call goes on without the answer. */
  public Optional<Boolean> async() {
    return optional(ASYNC);
  }

  /** The parameters as JSON Schema of an object. Not shown by {@code toString()}. */
  public Optional<Map<String, Object>> parameters() {
    return optional(PARAMETERS);
  }

  /** Builds {@link FlireoTool}. */
  public static final class Builder extends ModelBuilder<FlireoTool, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The name that the language model calls the tool by. */
    public Builder name(String name) {
      return set(NAME, name);
    }

    /** What the tool does, for the language model. */
    public Builder description(String description) {
      return set(DESCRIPTION, description);
    }

    /** The URL that is called. */
    public Builder url(String url) {
      return set(URL, url);
    }

    /** Whether the phone call goes on without the answer. */
    public Builder async(boolean async) {
      return set(ASYNC, async);
    }

    /**
     * The parameters as JSON Schema of an object.
     *
     * @throws IllegalArgumentException if the tree holds anything but String, finite Number,
     *     Boolean, {@code null}, Map with String keys and Collection
     */
    public Builder parameters(Map<String, ?> parameters) {
      return set(PARAMETERS, Payloads.copyOf("parameters", parameters));
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

    /** The value. */
    @Override
    public FlireoTool build() {
      return new FlireoTool(this);
    }
  }
}
