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

/** A purchase that waits for its payment: the balance changes once Stripe confirms it. */
@Value.Immutable
public abstract class Checkout implements WithAdditionalProperties {
  static final Table<Checkout, Builder> TABLE =
      Table.of(
          Builder::new,
          Builder::build,
          Builder::putAdditionalProperties,
          Row.optional("checkoutToken", Kind.secret(), Builder::checkoutToken),
          Row.optional("sessionId", Kind.id(), Builder::sessionId),
          Row.optional("credits", Kind.decimal(), Builder::credits),
          Row.optional("amount", Kind.decimal(), Builder::amount));

  Checkout() {}

  /** Starts a checkout, for tests; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /**
   * The client secret of Stripe's embedded checkout, for the browser of whoever pays; left out of
   * {@code toString()}.
   */
  @Value.Redacted
  public abstract Optional<String> checkoutToken();

  /** The id of the checkout session at Stripe. */
  public abstract Optional<String> sessionId();

  /** How many credits the purchase brings. */
  public abstract Optional<BigDecimal> credits();

  /** What they cost, presumably in USD; the currency is not documented by Talkturo. */
  public abstract Optional<BigDecimal> amount();

  /** Builds {@link Checkout}: what an answer would hold, for tests of your own code. */
  public static final class Builder {
    private final ImmutableCheckout.Builder generated = new ImmutableCheckout.Builder();

    Builder() {}

    /** The client secret of Stripe's embedded checkout. */
    public Builder checkoutToken(String checkoutToken) {
      generated.checkoutToken(checkoutToken);
      return this;
    }

    /** The id of the checkout session at Stripe. */
    public Builder sessionId(String sessionId) {
      generated.sessionId(sessionId);
      return this;
    }

    /** How many credits the purchase brings. */
    public Builder credits(BigDecimal credits) {
      generated.credits(credits);
      return this;
    }

    /** What they cost, presumably in USD; the currency is not documented by Talkturo. */
    public Builder amount(BigDecimal amount) {
      generated.amount(amount);
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

    /** The checkout. */
    public Checkout build() {
      return generated.build();
    }
  }
}
