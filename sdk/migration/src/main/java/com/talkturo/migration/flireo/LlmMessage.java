package com.talkturo.migration.flireo;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A message to a language model; the system prompt of an assistant is one. */
@Value.Immutable
public abstract class LlmMessage implements WithAdditionalProperties {
  static final Table<LlmMessage, Builder> TABLE =
      Table.of(
              Builder::new,
              Builder::build,
              Builder::keep,
              Row.optional("role", Kind.open(MessageRole::of), LlmMessage::role, Builder::role),
              Row.optional("content", Kind.text(), LlmMessage::content, Builder::content))
          .lossless();

  LlmMessage() {}

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

  /** Who speaks. */
  public abstract Optional<MessageRole> role();

  /** What is said. */
  public abstract Optional<String> content();

  /** Builds {@link LlmMessage}. */
  public static final class Builder {
    private final ImmutableLlmMessage.Builder generated = new ImmutableLlmMessage.Builder();

    Builder() {}

    /** Who speaks. */
    public Builder role(MessageRole role) {
      generated.role(role);
      return this;
    }

    /** What is said. */
    public Builder content(String content) {
      generated.content(content);
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
    public LlmMessage build() {
      return generated.build();
    }
  }
}
