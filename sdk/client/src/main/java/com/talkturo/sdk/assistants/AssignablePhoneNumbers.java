package com.talkturo.sdk.assistants;

import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The phone numbers that an assistant can be given. */
public final class AssignablePhoneNumbers extends ApiModel {
  static final Table<AssignablePhoneNumbers> TABLE = Table.of(Builder::new);

  static final Row<List<PhoneNumber>> NUMBERS =
      TABLE.required(
          "numbers", Kind.listOf(Kind.object(PhoneNumber.TABLE)), Collections.emptyList());

  AssignablePhoneNumbers(Builder builder) {
    super(builder);
  }

  /** Starts an answer, for tests. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The numbers that are active and either free or already on the assistant. */
  public List<PhoneNumber> numbers() {
    return value(NUMBERS);
  }

  /**
   * Builds {@link AssignablePhoneNumbers}: what an answer would hold, for tests of your own code.
   */
  public static final class Builder extends ModelBuilder<AssignablePhoneNumbers, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The numbers that are active and either free or already on the assistant. */
    public Builder numbers(Collection<PhoneNumber> numbers) {
      return setAll(NUMBERS, numbers);
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

    /** The answer. */
    @Override
    public AssignablePhoneNumbers build() {
      return new AssignablePhoneNumbers(this);
    }
  }
}
