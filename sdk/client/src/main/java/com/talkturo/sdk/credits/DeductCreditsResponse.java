package com.talkturo.sdk.credits;

import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The API has deducted the credits. */
public final class DeductCreditsResponse extends ApiModel {
  static final Table<DeductCreditsResponse> TABLE = Table.of(Builder::new);

  static final Row<String> TRANSACTION_ID = TABLE.optional("transactionId", Kind.id());
  static final Row<BigDecimal> BALANCE = TABLE.optional("balance", Kind.decimal());
  static final Row<Boolean> AUTO_RELOAD_TRIGGERED =
      TABLE.optional("autoReloadTriggered", Kind.flag());

  DeductCreditsResponse(Builder builder) {
    super(builder);
  }

  /** Starts a response, for tests; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The id of the transaction. */
  public Optional<String> transactionId() {
    return optional(TRANSACTION_ID);
  }

  /** How many credits are left after it. */
  public Optional<BigDecimal> balance() {
    return optional(BALANCE);
  }

  /** Whether Talkturo now buys credits, because the balance fell below the threshold. */
  public Optional<Boolean> autoReloadTriggered() {
    return optional(AUTO_RELOAD_TRIGGERED);
  }

  /**
   * Builds {@link DeductCreditsResponse}: what an answer would hold, for tests of your own code.
   */
  public static final class Builder extends ModelBuilder<DeductCreditsResponse, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The id of the transaction. */
    public Builder transactionId(String transactionId) {
      return set(TRANSACTION_ID, transactionId);
    }

    /** How many credits are left after it. */
    public Builder balance(BigDecimal balance) {
      return set(BALANCE, balance);
    }

    /** Whether Talkturo now buys credits, because the balance fell below the threshold. */
    public Builder autoReloadTriggered(boolean autoReloadTriggered) {
      return set(AUTO_RELOAD_TRIGGERED, autoReloadTriggered);
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
    public DeductCreditsResponse build() {
      return new DeductCreditsResponse(this);
    }
  }
}
