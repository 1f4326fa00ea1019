package com.talkturo.sdk.assistants;

import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A phone number of an account.
 *
 * <p>The newer documentation names the fields without types and without an example, so only the id
 * is certain. It spells some of them in camel case.
 */
public final class PhoneNumber extends ApiModel {
  static final Table<PhoneNumber> TABLE = Table.of(Builder::new);

  static final Row<String> ID = TABLE.required("id", Kind.id());
  static final Row<String> PHONE_NUMBER = TABLE.optional("phone_number", Kind.id());
  static final Row<String> STATUS = TABLE.optional("status", Kind.text());
  static final Row<Boolean> IS_TRIAL = TABLE.optional("is_trial", Kind.flag());
  static final Row<String> ASSISTANT_ID = TABLE.optional("assistant_id", Kind.id());
  static final Row<String> PROVIDER = TABLE.optional("provider", Kind.text());
  static final Row<String> ACCOUNT_KEY = TABLE.optional("accountKey", Kind.id()).notShown();
  static final Row<String> ACCOUNT_LABEL = TABLE.optional("accountLabel", Kind.text());
  static final Row<String> ACCOUNT_SID = TABLE.optional("accountSid", Kind.id());

  PhoneNumber(Builder builder) {
    super(builder);
  }

  /** Starts a number, for tests; {@code id} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The id, which {@link AssignPhoneNumbersRequest} takes. */
  public String id() {
    return value(ID);
  }

  /** The number itself, in E.164 form such as {@code +4930123456} as far as is known. */
  public Optional<String> phoneNumber() {
    return optional(PHONE_NUMBER);
  }

  /** The state, such as {@code active}; the values are not documented by Talkturo. */
  public Optional<String> status() {
    return optional(STATUS);
  }

  /** Whether it is a trial number. */
  public Optional<Boolean> isTrial() {
    return optional(IS_TRIAL);
  }

  /** The assistant that has it; empty if it is free. */
  public Optional<String> assistantId() {
    return optional(ASSISTANT_ID);
  }

  /** The carrier. */
  public Optional<String> provider() {
    return optional(PROVIDER);
  }

  /** A key of the account at the carrier; its meaning is not documented by Talkturo. */
  public Optional<String> accountKey() {
    return optional(ACCOUNT_KEY);
  }

  /** The name of the account at the carrier. */
  public Optional<String> accountLabel() {
    return optional(ACCOUNT_LABEL);
  }

  /** The id of the account at the carrier. */
  public Optional<String> accountSid() {
    return optional(ACCOUNT_SID);
  }

  /** Builds {@link PhoneNumber}: what an answer would hold, for tests of your own code. */
  public static final class Builder extends ModelBuilder<PhoneNumber, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The id; required. */
    public Builder id(String id) {
      return set(ID, id);
    }

    /** The number itself, in E.164 form such as {@code +4930123456} as far as is known. */
    public Builder phoneNumber(String phoneNumber) {
      return set(PHONE_NUMBER, phoneNumber);
    }

    /** The state, such as {@code active}; the values are not documented by Talkturo. */
    public Builder status(String status) {
      return set(STATUS, status);
    }

    /** Whether it is a trial number. */
    public Builder isTrial(boolean isTrial) {
      return set(IS_TRIAL, isTrial);
    }

    /** The assistant that has it; empty if it is free. */
    public Builder assistantId(String assistantId) {
      return set(ASSISTANT_ID, assistantId);
    }

    /** The carrier. */
    public Builder provider(String provider) {
      return set(PROVIDER, provider);
    }

    /** A key of the account at the carrier; its meaning is not documented by Talkturo. */
    public Builder accountKey(String accountKey) {
      return set(ACCOUNT_KEY, accountKey);
    }

    /** The name of the account at the carrier. */
    public Builder accountLabel(String accountLabel) {
      return set(ACCOUNT_LABEL, accountLabel);
    }

    /** The id of the account at the carrier. */
    public Builder accountSid(String accountSid) {
      return set(ACCOUNT_SID, accountSid);
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

    /**
     * The number.
     *
     * @throws IllegalStateException if {@code id} is missing
     */
    @Override
    public PhoneNumber build() {
      return new PhoneNumber(this);
    }
  }
}
