package com.talkturo.sdk.assistants;

import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The assistant is gone. */
@Value.Immutable
public abstract class DeleteAssistantResponse implements WithAdditionalProperties {
  static final Table<DeleteAssistantResponse, Builder> TABLE =
      Table.of(
          Builder::new,
          Builder::build,
          Builder::putAdditionalProperties,
          Row.optional("message", Kind.text(), Builder::message));

  DeleteAssistantResponse() {}

  /** Starts a response, for tests. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** A text for humans, as the API sends it. */
  public abstract Optional<String> message();

  /**
   * Whether the API answered 404 to a repeat: an attempt whose outcome is not known came before it,
   * and has probably deleted the assistant.
   */
  @Value.Default
  public boolean alreadyGone() {
    return false;
  }

  /**
   * Builds {@link DeleteAssistantResponse}: what an answer would hold, for tests of your own code.
   */
  public static final class Builder {
    private final ImmutableDeleteAssistantResponse.Builder generated =
        new ImmutableDeleteAssistantResponse.Builder();

    Builder() {}

    /** A text for humans, as the API sends it. */
    public Builder message(String message) {
      generated.message(message);
      return this;
    }

    /** Whether the API answered 404 to a repeat; the default is {@code false}. */
    public Builder alreadyGone(boolean alreadyGone) {
      generated.alreadyGone(alreadyGone);
      return this;
    }

    /**
     * A field that the SDK does not model, by its JSON name.
     *
     * @param value a plain tree of Map, Collection, String, finite Number, Boolean and {@code
     *     null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public Builder putAdditionalProperties(String name, @Nullable Object value) {
      generated.putAdditionalProperties(name, Trees.copyOf(name, value));
      return this;
    }

    /** The response. */
    public DeleteAssistantResponse build() {
      return generated.build();
    }
  }
}
