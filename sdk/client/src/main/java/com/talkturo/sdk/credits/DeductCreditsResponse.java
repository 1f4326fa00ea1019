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

/** The API has deducted the credits. */
@Value.Immutable
public abstract class DeductCreditsResponse implements WithAdditionalProperties {
  static final Table<DeductCreditsResponse, Builder> TABLE =
      Table.of(
          Builder::new,
          Builder::build,
          Builder::putAdditionalProperties,
          Row.optional("transactionId", Kind.id(), Builder::transactionId),
          Row.optional("balance", Kind.decimal(), Builder::balance),
          Row.optional("autoReloadTriggered", Kind.flag(), Builder::autoReloadTriggered));

  DeductCreditsResponse() {}

  /** Starts a response, for tests; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The id of the transaction. */
  public abstract Optional<String> transactionId();

  /** How many credits are left after it. */
  public abstract Optional<BigDecimal> balance();

  /** Whether Talkturo now buys credits, because the balance fell below the threshold. */
  public abstract Optional<Boolean> autoReloadTriggered();

  /**
   * Builds {@link DeductCreditsResponse}: what an answer would hold, for tests of your own code.
   */
  public static final class Builder {
    private final ImmutableDeductCreditsResponse.Builder generated =
        new ImmutableDeductCreditsResponse.Builder();

    Builder() {}

    /** The id of the transaction. */
    public Builder transactionId(String transactionId) {
      generated.transactionId(transactionId);
      return this;
    }

    /** How many credits are left after it. */
    public Builder balance(BigDecimal balance) {
      generated.balance(balance);
      return this;
    }

    /** Whether Talkturo now buys credits, because the balance fell below the threshold. */
    public Builder autoReloadTriggered(boolean autoReloadTriggered) {
      generated.autoReloadTriggered(autoReloadTriggered);
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
    public DeductCreditsResponse build() {
      return generated.build();
    }
  }
}
