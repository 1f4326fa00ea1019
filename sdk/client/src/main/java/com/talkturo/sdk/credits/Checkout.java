package com.talkturo.sdk.credits;

import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A purchase that waits for its payment: the balance changes once Stripe confirms it. */
public final class Checkout extends ApiModel {
  static final Table<Checkout> TABLE = Table.of(Builder::new);

  static final Row<String> CHECKOUT_TOKEN = TABLE.optional("checkoutToken", Kind.secret());
  static final Row<String> SESSION_ID = TABLE.optional("sessionId", Kind.id());
  static final Row<BigDecimal> CREDITS = TABLE.optional("credits", Kind.decimal());
  static final Row<BigDecimal> AMOUNT = TABLE.optional("amount", Kind.decimal());

  Checkout(Builder builder) {
    super(builder);
  }

  /** Starts a checkout, for tests; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /**
   * The client secret of Stripe's embedded checkout, for the browser of whoever pays; left out of
   * {@code toString()}.
   */
  public Optional<String> checkoutToken() {
    return optional(CHECKOUT_TOKEN);
  }

  /** The id of the checkout session at Stripe. */
  public Optional<String> sessionId() {
    return optional(SESSION_ID);
  }

  /** How many credits the purchase brings. */
  public Optional<BigDecimal> credits() {
    return optional(CREDITS);
  }

  /** What they cost, presumably in USD; the currency is not documented by Talkturo. */
  public Optional<BigDecimal> amount() {
    return optional(AMOUNT);
  }

  /** Builds {@link Checkout}: what an answer would hold, for tests of your own code. */
  public static final class Builder extends ModelBuilder<Checkout, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The client secret of Stripe's embedded checkout. */
    public Builder checkoutToken(String checkoutToken) {
      return set(CHECKOUT_TOKEN, checkoutToken);
    }

    /** The id of the checkout session at Stripe. */
    public Builder sessionId(String sessionId) {
      return set(SESSION_ID, sessionId);
    }

    /** How many credits the purchase brings. */
    public Builder credits(BigDecimal credits) {
      return set(CREDITS, credits);
    }

    /** What they cost, presumably in USD; the currency is not documented by Talkturo. */
    public Builder amount(BigDecimal amount) {
      return set(AMOUNT, amount);
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

    /** The checkout. */
    @Override
    public Checkout build() {
      return new Checkout(this);
    }
  }
}
