package com.talkturo.sdk.assistants;

import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Collection;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The phone numbers that an assistant can be given. */
@Value.Immutable
public abstract class AssignablePhoneNumbers implements WithAdditionalProperties {
  static final Table<AssignablePhoneNumbers, Builder> TABLE =
      Table.of(
          Builder::new,
          Builder::build,
          Builder::putAdditionalProperties,
          Row.required("numbers", Kind.listOf(Kind.object(PhoneNumber.TABLE)), Builder::numbers));

  AssignablePhoneNumbers() {}

  /** Starts an answer, for tests. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The numbers that are active and either free or already on the assistant. */
  public abstract List<PhoneNumber> numbers();

  /**
   * Builds {@link AssignablePhoneNumbers}: what an answer would hold, for tests of your own code.
   */
  public static final class Builder {
    private final ImmutableAssignablePhoneNumbers.Builder generated =
        new ImmutableAssignablePhoneNumbers.Builder();

    Builder() {}

    /** The numbers that are active and either free or already on the assistant. */
    public Builder numbers(Collection<PhoneNumber> numbers) {
      generated.numbers(numbers);
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

    /** The answer. */
    public AssignablePhoneNumbers build() {
      return generated.build();
    }
  }
}
