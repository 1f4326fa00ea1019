package com.talkturo.migration.flireo;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message to a language model; the system prompt of an assistant is one. */
public final class LlmMessage extends ApiModel {
  static final Table<LlmMessage> TABLE = Table.of(Builder::new).lossless();

  static final Row<MessageRole> ROLE = TABLE.optional("role", Kind.open(MessageRole::of));
  static final Row<String> CONTENT = TABLE.optional("content", Kind.text());

  LlmMessage(Builder builder) {
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

  /** Who speaks. */
  public Optional<MessageRole> role() {
    return optional(ROLE);
  }

  /** What is said. */
  public Optional<String> content() {
    return optional(CONTENT);
  }

  /** Builds {@link LlmMessage}. */
  public static final class Builder extends ModelBuilder<LlmMessage, Builder> {
    Builder() {
      super(TABLE);
    }

    /** Who speaks. */
    public Builder role(MessageRole role) {
      return set(ROLE, role);
    }

    /** What is said. */
    public Builder content(String content) {
      return set(CONTENT, content);
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
    public LlmMessage build() {
      return new LlmMessage(this);
    }
  }
}
