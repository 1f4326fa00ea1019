package com.talkturo.sdk.assistants;

import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The API has assigned the phone numbers. It does not send the assistant back. */
@Value.Immutable
public abstract class AssignPhoneNumbersResponse implements WithAdditionalProperties {
  static final Table<AssignPhoneNumbersResponse, Builder> TABLE =
      Table.of(
          Builder::new,
          Builder::build,
          Builder::putAdditionalProperties,
          Row.optional("message", Kind.text(), Builder::message));

  AssignPhoneNumbersResponse() {}

  /** Starts a response, for tests. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a response that equals this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** A text for humans (newer documentation). */
  public abstract Optional<String> message();

  /** Builds {@link AssignPhoneNumbersResponse}: what an answer would hold, for your own tests. */
  public static final class Builder {
    private final ImmutableAssignPhoneNumbersResponse.Builder generated =
        new ImmutableAssignPhoneNumbersResponse.Builder();

    Builder() {}

    /** A text for humans. */
    public Builder message(String message) {
      generated.message(message);
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
    public AssignPhoneNumbersResponse build() {
      return generated.build();
    }
  }
}
