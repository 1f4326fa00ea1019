package com.talkturo.sdk.credits;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deducts credits from an account: {@code POST /api/credits}, which deducts despite its path. */
public final class DeductCreditsRequest extends ApiRequest<DeductCreditsResponse>
    implements WithAdditionalProperties {
  static final Table<DeductCreditsRequest> TABLE = Table.ofRequest();

  static final Row<String> ACCOUNT_ID = TABLE.required("accountId", Kind.name());
  static final Row<BigDecimal> AMOUNT = TABLE.required("amount", Kind.decimal());
  static final Row<String> DESCRIPTION = TABLE.optional("description", Kind.text());
  static final Row<Map<String, Object>> METADATA =
      TABLE.absentIf(Collections.emptyMap(), "metadata", Kind.mapOf(Kind.tree())).notShown();

  DeductCreditsRequest(Builder builder) {
    super(builder);
    check();
  }

  /** Starts a request; {@code accountId} and {@code amount} are required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a request that equals this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The account, by its id. */
  public String accountId() {
    return value(ACCOUNT_ID);
  }

  /** How many credits to deduct. */
  public BigDecimal amount() {
    return value(AMOUNT);
  }

  /** What the account pays for. */
  public Optional<String> description() {
    return optional(DESCRIPTION);
  }

  /** Data of your own that goes with the transaction; left out of {@code toString()}. */
  public Map<String, @Nullable Object> metadata() {
    return value(METADATA);
  }

  private void check() {
    Checks.notBlank("accountId", accountId());
    if (amount().signum() <= 0) {
      throw new IllegalArgumentException("amount is " + amount() + "; allowed is more than 0");
    }
    TABLE.check(this);
  }

  @Override
  protected Endpoint<DeductCreditsResponse> endpoint() {
    return CreditsClient.DEDUCT;
  }

  @Override
  protected byte[] body(Optional<String> clientsAccountSlug) {
    return TABLE.toJson(this);
  }

  /** Builds {@link DeductCreditsRequest}. */
  public static final class Builder extends ModelBuilder<DeductCreditsRequest, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The account, by its id, a UUID, which is not the slug: not blank; required. */
    public Builder accountId(String accountId) {
      return set(ACCOUNT_ID, accountId);
    }

    /** How many credits to deduct: more than 0; required. The request sends every digit. */
    public Builder amount(BigDecimal amount) {
      return set(AMOUNT, amount);
    }

    /** What the account pays for. */
    public Builder description(String description) {
      return set(DESCRIPTION, description);
    }

    /**
     * Data of your own that goes with the transaction, added to that of earlier calls.
     *
     * @param metadata a plain tree: its values are Map, Collection, String, finite Number, Boolean
     *     and {@code null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public Builder metadata(Map<String, ? extends @Nullable Object> metadata) {
      return addAll(METADATA, metadata);
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
     * The request.
     *
     * @throws IllegalArgumentException if the account is blank, the amount is not positive, or an
     *     additional property has the name of a modelled field
     * @throws IllegalStateException if {@code accountId} or {@code amount} is missing
     */
    @Override
    public DeductCreditsRequest build() {
      return new DeductCreditsRequest(this);
    }
  }
}
