package com.talkturo.sdk.assistants;

import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The assistant is gone. */
public final class DeleteAssistantResponse extends ApiModel {
  static final Table<DeleteAssistantResponse> TABLE = Table.of(Builder::new);

  static final Row<Boolean> ALREADY_GONE = TABLE.outside("alreadyGone", false);
  static final Row<String> MESSAGE = TABLE.optional("message", Kind.text());

  DeleteAssistantResponse(Builder builder) {
    super(builder);
  }

  /** Starts a response, for tests. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** A text for humans, as the API sends it. */
  public Optional<String> message() {
    return optional(MESSAGE);
  }

  /**
   * Whether the API answered 404 to a repeat: an attempt whose outcome is not known came before it,
   * and has probably deleted the assistant.
   */
  public boolean alreadyGone() {
    return value(ALREADY_GONE);
  }

  /**
   * Builds {@link DeleteAssistantResponse}: what an answer would hold, for tests of your own code.
   */
  public static final class Builder extends ModelBuilder<DeleteAssistantResponse, Builder> {
    Builder() {
      super(TABLE);
    }

    /** A text for humans, as the API sends it. */
    public Builder message(String message) {
      return set(MESSAGE, message);
    }

    /** Whether the API answered 404 to a repeat; the default is {@code false}. */
    public Builder alreadyGone(boolean alreadyGone) {
      return set(ALREADY_GONE, alreadyGone);
    }

    /**
     * A field that the SDK does not model, by its JSON name.
     *
     * @param value a plain tree of Map, Collection, String, finite Number, Boolean and {@code
     *     null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public Builder putAdditionalProperties(String name, @Nullable Object value) {
      return keep(name, value);
    }

    /** The response. */
    @Override
    public DeleteAssistantResponse build() {
      return new DeleteAssistantResponse(this);
    }
  }
}
