package com.talkturo.sdk.credits;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.AllowNulls;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Deducts credits from an account: {@code POST /api/credits}, which deducts despite its path. */
@Value.Immutable
public abstract class DeductCreditsRequest extends ApiRequest<DeductCreditsResponse>
    implements WithAdditionalProperties {
  static final Table<DeductCreditsRequest, Void> TABLE =
      Table.ofRequest(
          Row.always("accountId", Kind.name(), DeductCreditsRequest::accountId),
          Row.always("amount", Kind.decimal(), DeductCreditsRequest::amount),
          Row.ifPresent("description", Kind.text(), DeductCreditsRequest::description),
          Row.ifPresent(
              "metadata",
              Kind.mapOf(Kind.tree()),
              request ->
                  request.metadata().isEmpty()
                      ? Optional.empty()
                      : Optional.of(request.metadata())));

  DeductCreditsRequest() {}

  /** Starts a request; {@code accountId} and {@code amount} are required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The account, by its id. */
  public abstract String accountId();

  /** How many credits to deduct. */
  public abstract BigDecimal amount();

  /** What the account pays for. */
  public abstract Optional<String> description();

  /** Data of your own that goes with the transaction; left out of {@code toString()}. */
  @AllowNulls
  @Value.Redacted
  public abstract Map<String, @Nullable Object> metadata();

  @Value.Check
  void check() {
    Checks.notBlank("accountId", accountId());
    if (amount().signum() <= 0) {
      throw new IllegalArgumentException("amount is " + amount() + "; allowed is more than 0");
    }
    TABLE.check(this);
  }

  @Override
  protected final Endpoint<DeductCreditsResponse> endpoint() {
    return CreditsClient.DEDUCT;
  }

  @Override
  protected final byte[] body(Optional<String> clientsAccountSlug) {
    return TABLE.toJson(this);
  }

  /** Builds {@link DeductCreditsRequest}. */
  public static final class Builder {
    private final ImmutableDeductCreditsRequest.Builder generated =
        new ImmutableDeductCreditsRequest.Builder();

    Builder() {}

    /** The account, by its id, a UUID, which is not the slug: not blank; required. */
    public Builder accountId(String accountId) {
      generated.accountId(accountId);
      return this;
    }

    /** How many credits to deduct: more than 0; required. The request sends every digit. */
    public Builder amount(BigDecimal amount) {
      generated.amount(amount);
      return this;
    }

    /** What the account pays for. */
    public Builder description(String description) {
      generated.description(description);
      return this;
    }

    /**
     * Data of your own that goes with the transaction, added to that of earlier calls.
     *
     * @param metadata a plain tree: its values are Map, Collection, String, finite Number, Boolean
     *     and {@code null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public Builder metadata(Map<String, ? extends @Nullable Object> metadata) {
      metadata.forEach((name, value) -> generated.putMetadata(name, Trees.copyOf(name, value)));
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
     * The request.
     *
     * @throws IllegalArgumentException if the account is blank, the amount is not positive, or an
     *     additional property has the name of a modelled field
     * @throws IllegalStateException if {@code accountId} or {@code amount} is missing
     */
    public DeductCreditsRequest build() {
      return generated.build();
    }
  }
}
