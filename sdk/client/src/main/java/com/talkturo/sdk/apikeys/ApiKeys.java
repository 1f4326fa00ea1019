package com.talkturo.sdk.apikeys;

import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The API keys of an account. */
public final class ApiKeys extends ApiModel {
  static final Table<ApiKeys> TABLE = Table.of(Builder::new);

  static final Row<List<ApiKey>> API_KEYS =
      TABLE.required("apiKeys", Kind.listOf(Kind.object(ApiKey.TABLE)), Collections.emptyList());

  ApiKeys(Builder builder) {
    super(builder);
  }

  /** Starts an answer, for tests. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The keys, in the order in which the API sends them. */
  public List<ApiKey> apiKeys() {
    return value(API_KEYS);
  }

  /** Builds {@link ApiKeys}: what an answer would hold, for tests of your own code. */
  public static final class Builder extends ModelBuilder<ApiKeys, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The keys, in the order in which the API sends them. */
    public Builder apiKeys(Collection<ApiKey> apiKeys) {
      return setAll(API_KEYS, apiKeys);
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

    /** The answer. */
    @Override
    public ApiKeys build() {
      return new ApiKeys(this);
    }
  }
}
