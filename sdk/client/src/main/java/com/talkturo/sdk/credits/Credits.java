package com.talkturo.sdk.credits;

import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The credits of an account, and when Talkturo buys more for it. One credit is 0.50 USD at the base
 * rate (newer documentation).
 */
@Value.Immutable
public abstract class Credits implements WithAdditionalProperties {
  static final Table<Credits, Builder> TABLE =
      Table.of(
          Builder::new,
          Builder::build,
          Builder::putAdditionalProperties,
          Row.optional("id", Kind.id(), Builder::id),
          Row.optional("account_id", Kind.id(), Builder::accountId),
          Row.required("credits", Kind.decimal(), Builder::credits),
          Row.optional("total_purchased", Kind.decimal(), Builder::totalPurchased),
          Row.optional("total_used", Kind.decimal(), Builder::totalUsed),
          Row.optional("auto_reload_enabled", Kind.flag(), Builder::autoReloadEnabled),
          Row.optional("auto_reload_threshold", Kind.decimal(), Builder::autoReloadThreshold),
          Row.optional("auto_reload_amount_usd", Kind.decimal(), Builder::autoReloadAmountUsd));

  Credits() {}

  /** Starts credits, for tests; {@code credits} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The id of the record, which the API makes when somebody first asks for it. */
  public abstract Optional<String> id();

  /** The account, by its id. */
  public abstract Optional<String> accountId();

  /** The credits that are left, with all digits that the API sends; fractions are usual. */
  public abstract BigDecimal credits();

  /** All credits that the account ever bought. */
  public abstract Optional<BigDecimal> totalPurchased();

  /** All credits that the account ever used. */
  public abstract Optional<BigDecimal> totalUsed();

  /** Whether Talkturo buys credits automatically when they run low. */
  public abstract Optional<Boolean> autoReloadEnabled();

  /** The number of credits below which Talkturo buys more. */
  public abstract Optional<BigDecimal> autoReloadThreshold();

  /** For how much it buys each time, in USD. */
  public abstract Optional<BigDecimal> autoReloadAmountUsd();

  /** Builds {@link Credits}: what an answer would hold, for tests of your own code. */
  public static final class Builder {
    private final ImmutableCredits.Builder generated = new ImmutableCredits.Builder();

    Builder() {}

    /** The id of the record, which the API makes when somebody first asks for it. */
    public Builder id(String id) {
      generated.id(id);
      return this;
    }

    /** The account, by its id. */
    public Builder accountId(String accountId) {
      generated.accountId(accountId);
      return this;
    }

    /** The credits that are left; required. */
    public Builder credits(BigDecimal credits) {
      generated.credits(credits);
      return this;
    }

    /** All credits that the account ever bought. */
    public Builder totalPurchased(BigDecimal totalPurchased) {
      generated.totalPurchased(totalPurchased);
      return this;
    }

    /** All credits that the account ever used. */
    public Builder totalUsed(BigDecimal totalUsed) {
      generated.totalUsed(totalUsed);
      return this;
    }

    /** Whether Talkturo buys credits automatically when they run low. */
    public Builder autoReloadEnabled(boolean autoReloadEnabled) {
      generated.autoReloadEnabled(autoReloadEnabled);
      return this;
    }

    /** The number of credits below which Talkturo buys more. */
    public Builder autoReloadThreshold(BigDecimal autoReloadThreshold) {
      generated.autoReloadThreshold(autoReloadThreshold);
      return this;
    }

    /** For how much it buys each time, in USD. */
    public Builder autoReloadAmountUsd(BigDecimal autoReloadAmountUsd) {
      generated.autoReloadAmountUsd(autoReloadAmountUsd);
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
     * The credits.
     *
     * @throws IllegalStateException if {@code credits} is missing
     */
    public Credits build() {
      return generated.build();
    }
  }
}
