package com.talkturo.migration.flireo;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A tool of an assistant at Flireo. Tools of other shapes, such as {@code {type, function,
 * server}}, are kept in the additional properties and written back as they were.
 */
@Value.Immutable
public abstract class FlireoTool implements WithAdditionalProperties {
  static final Table<FlireoTool, Builder> TABLE =
      Table.of(
              Builder::new,
              Builder::build,
              Builder::keep,
              Row.optional("name", Kind.text(), FlireoTool::name, Builder::name),
              Row.optional(
                  "description", Kind.text(), FlireoTool::description, Builder::description),
              Row.optional("url", Kind.secret(), FlireoTool::url, Builder::url),
              Row.optional("async", Kind.flag(), FlireoTool::async, Builder::async),
              Row.optional(
                  "parameters",
                  Kind.mapOf(Kind.tree()),
                  FlireoTool::parameters,
                  Builder::parameters))
          .lossless();

  FlireoTool() {}

  /** Starts one; nothing is required. */
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
  public abstract Optional<String> name();

  /** What the tool does, for the language model. */
  public abstract Optional<String> description();

  /** The URL that is called. Not shown by {@code toString()}. */
  @Value.Redacted
  public abstract Optional<String> url();

  /** Whether the phone call goes on without the answer. */
  public abstract Optional<Boolean> async();

  /** The parameters as JSON Schema of an object. Not shown by {@code toString()}. */
  @Value.Redacted
  public abstract Optional<Map<String, Object>> parameters();

  /** Builds {@link FlireoTool}. */
  public static final class Builder {
    private final ImmutableFlireoTool.Builder generated = new ImmutableFlireoTool.Builder();

    Builder() {}

    /** The name that the language model calls the tool by. */
    public Builder name(String name) {
      generated.name(name);
      return this;
    }

    /** What the tool does, for the language model. */
    public Builder description(String description) {
      generated.description(description);
      return this;
    }

    /** The URL that is called. */
    public Builder url(String url) {
      generated.url(url);
      return this;
    }

    /** Whether the phone call goes on without the answer. */
    public Builder async(boolean async) {
      generated.async(async);
      return this;
    }

    /**
     * The parameters as JSON Schema of an object.
     *
     * @throws IllegalArgumentException if the tree holds anything but String, finite Number,
     *     Boolean, {@code null}, Map with String keys and Collection
     */
    public Builder parameters(Map<String, ?> parameters) {
      generated.parameters(Payloads.copyOf("parameters", parameters));
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

    /** The value. */
    public FlireoTool build() {
      return generated.build();
    }
  }
}
