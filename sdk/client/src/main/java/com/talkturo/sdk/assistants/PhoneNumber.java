package com.talkturo.sdk.assistants;

import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A phone number of an account.
 *
 * <p>The newer documentation names the fields without types and without an example, so only the id
 * is certain. It spells some of them in camel case.
 */
@Value.Immutable
public abstract class PhoneNumber implements WithAdditionalProperties {
  static final Table<PhoneNumber, Builder> TABLE =
      Table.of(
          Builder::new,
          Builder::build,
          Builder::putAdditionalProperties,
          Row.required("id", Kind.id(), Builder::id),
          Row.optional("phone_number", Kind.id(), Builder::phoneNumber),
          Row.optional("status", Kind.text(), Builder::status),
          Row.optional("is_trial", Kind.flag(), Builder::isTrial),
          Row.optional("assistant_id", Kind.id(), Builder::assistantId),
          Row.optional("provider", Kind.text(), Builder::provider),
          Row.optional("accountKey", Kind.id(), Builder::accountKey),
          Row.optional("accountLabel", Kind.text(), Builder::accountLabel),
          Row.optional("accountSid", Kind.id(), Builder::accountSid));

  PhoneNumber() {}

  /** Starts a number, for tests; {@code id} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The id, which {@link AssignPhoneNumbersRequest} takes. */
  public abstract String id();

  /** The number itself, in E.164 form such as {@code +4930123456} as far as is known. */
  public abstract Optional<String> phoneNumber();

  /** The state, such as {@code active}; the values are not documented by Talkturo. */
  public abstract Optional<String> status();

  /** Whether it is a trial number. */
  public abstract Optional<Boolean> isTrial();

  /** The assistant that has it; empty if it is free. */
  public abstract Optional<String> assistantId();

  /** The carrier. */
  public abstract Optional<String> provider();

  /** A key of the account at the carrier; its meaning is not documented by Talkturo. */
  @Value.Redacted
  public abstract Optional<String> accountKey();

  /** The name of the account at the carrier. */
  public abstract Optional<String> accountLabel();

  /** The id of the account at the carrier. */
  public abstract Optional<String> accountSid();

  /** Builds {@link PhoneNumber}: what an answer would hold, for tests of your own code. */
  public static final class Builder {
    private final ImmutablePhoneNumber.Builder generated = new ImmutablePhoneNumber.Builder();

    Builder() {}

    /** The id; required. */
    public Builder id(String id) {
      generated.id(id);
      return this;
    }

    /** The number itself, in E.164 form such as {@code +4930123456} as far as is known. */
    public Builder phoneNumber(String phoneNumber) {
      generated.phoneNumber(phoneNumber);
      return this;
    }

    /** The state, such as {@code active}; the values are not documented by Talkturo. */
    public Builder status(String status) {
      generated.status(status);
      return this;
    }

    /** Whether it is a trial number. */
    public Builder isTrial(boolean isTrial) {
      generated.isTrial(isTrial);
      return this;
    }

    /** The assistant that has it; empty if it is free. */
    public Builder assistantId(String assistantId) {
      generated.assistantId(assistantId);
      return this;
    }

    /** The carrier. */
    public Builder provider(String provider) {
      generated.provider(provider);
      return this;
    }

    /** A key of the account at the carrier; its meaning is not documented by Talkturo. */
    public Builder accountKey(String accountKey) {
      generated.accountKey(accountKey);
      return this;
    }

    /** The name of the account at the carrier. */
    public Builder accountLabel(String accountLabel) {
      generated.accountLabel(accountLabel);
      return this;
    }

    /** The id of the account at the carrier. */
    public Builder accountSid(String accountSid) {
      generated.accountSid(accountSid);
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

    /**
     * The number.
     *
     * @throws IllegalStateException if {@code id} is missing
     */
    public PhoneNumber build() {
      return generated.build();
    }
  }
}
