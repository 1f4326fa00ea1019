package com.talkturo.sdk.credits;

import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The credits of an account, and when Talkturo buys more for it. One credit is 0.50 USD at the base
 * rate (newer documentation).
 */
public final class Credits extends ApiModel {
  static final Table<Credits> TABLE = Table.of(Builder::new);

  static final Row<String> ID = TABLE.optional("id", Kind.id());
  static final Row<String> ACCOUNT_ID = TABLE.optional("account_id", Kind.id());
  static final Row<BigDecimal> CREDITS = TABLE.required("credits", Kind.decimal());
  static final Row<BigDecimal> TOTAL_PURCHASED = TABLE.optional("total_purchased", Kind.decimal());
  static final Row<BigDecimal> TOTAL_USED = TABLE.optional("total_used", Kind.decimal());
  static final Row<Boolean> AUTO_RELOAD_ENABLED =
      TABLE.optional("auto_reload_enabled", Kind.flag());
  static final Row<BigDecimal> AUTO_RELOAD_THRESHOLD =
      TABLE.optional("auto_reload_threshold", Kind.decimal());
  static final Row<BigDecimal> AUTO_RELOAD_AMOUNT_USD =
      TABLE.optional("auto_reload_amount_usd", Kind.decimal());

  Credits(Builder builder) {
    super(builder);
  }

  /** Starts credits, for tests; {@code credits} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The id of the record, which the API makes when somebody first asks for it. */
  public Optional<String> id() {
    return optional(ID);
  }

  /** The account, by its id. */
  public Optional<String> accountId() {
    return optional(ACCOUNT_ID);
  }

  /** The credits that are left, with all digits that the API sends; fractions are usual. */
  public BigDecimal credits() {
    return value(CREDITS);
  }

  /** All credits that the account ever bought. */
  public Optional<BigDecimal> totalPurchased() {
    return optional(TOTAL_PURCHASED);
  }

  /** All credits that the account ever used. */
  public Optional<BigDecimal> totalUsed() {
    return optional(TOTAL_USED);
  }

  /** Whether Talkturo buys credits automatically when they run low. */
  public Optional<Boolean> autoReloadEnabled() {
    return optional(AUTO_RELOAD_ENABLED);
  }

  /** The number of credits below which Talkturo buys more. */
  public Optional<BigDecimal> autoReloadThreshold() {
    return optional(AUTO_RELOAD_THRESHOLD);
  }

  /** For how much it buys each time, in USD. */
  public Optional<BigDecimal> autoReloadAmountUsd() {
    return optional(AUTO_RELOAD_AMOUNT_USD);
  }

  /** Builds {@link Credits}: what an answer would hold, for tests of your own code. */
  public static final class Builder extends ModelBuilder<Credits, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The id of the record, which the API makes when somebody first asks for it. */
    public Builder id(String id) {
      return set(ID, id);
    }

    /** The account, by its id. */
    public Builder accountId(String accountId) {
      return set(ACCOUNT_ID, accountId);
    }

    /** The credits that are left; required. */
    public Builder credits(BigDecimal credits) {
      return set(CREDITS, credits);
    }

    /** All credits that the account ever bought. */
    public Builder totalPurchased(BigDecimal totalPurchased) {
      return set(TOTAL_PURCHASED, totalPurchased);
    }

    /** All credits that the account ever used. */
    public Builder totalUsed(BigDecimal totalUsed) {
      return set(TOTAL_USED, totalUsed);
    }

    /** Whether Talkturo buys credits automatically when they run low. */
    public Builder autoReloadEnabled(boolean autoReloadEnabled) {
      return set(AUTO_RELOAD_ENABLED, autoReloadEnabled);
    }

    /** The number of credits below which Talkturo buys more. */
    public Builder autoReloadThreshold(BigDecimal autoReloadThreshold) {
      return set(AUTO_RELOAD_THRESHOLD, autoReloadThreshold);
    }

    /** For how much it buys each time, in USD. */
    public Builder autoReloadAmountUsd(BigDecimal autoReloadAmountUsd) {
      return set(AUTO_RELOAD_AMOUNT_USD, autoReloadAmountUsd);
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
     * The credits.
     *
     * @throws IllegalStateException if {@code credits} is missing
     */
    @Override
    public Credits build() {
      return new Credits(this);
    }
  }
}
