package com.talkturo.sdk.assistants;

import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The API has assigned the phone numbers. It does not send the assistant back. */
public final class AssignPhoneNumbersResponse extends ApiModel {
  static final Table<AssignPhoneNumbersResponse> TABLE = Table.of(Builder::new);

  static final Row<String> MESSAGE = TABLE.optional("message", Kind.text());

  AssignPhoneNumbersResponse(Builder builder) {
    super(builder);
  }

  /** Starts a response, for tests. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a response that equals this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** A text for humans (newer documentation). */
  public Optional<String> message() {
    return optional(MESSAGE);
  }

  /** Builds {@link AssignPhoneNumbersResponse}: what an answer would hold, for your own tests. */
  public static final class Builder extends ModelBuilder<AssignPhoneNumbersResponse, Builder> {
    Builder() {
      super(TABLE);
    }

    /** A text for humans. */
    public Builder message(String message) {
      return set(MESSAGE, message);
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
    public AssignPhoneNumbersResponse build() {
      return new AssignPhoneNumbersResponse(this);
    }
  }
}
