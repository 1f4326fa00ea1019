package com.talkturo.sdk.apikeys;

import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Collection;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The API keys of an account. */
@Value.Immutable
public abstract class ApiKeys implements WithAdditionalProperties {
  static final Table<ApiKeys, Builder> TABLE =
      Table.of(
          Builder::new,
          Builder::build,
          Builder::putAdditionalProperties,
          Row.required("apiKeys", Kind.listOf(Kind.object(ApiKey.TABLE)), Builder::apiKeys));

  ApiKeys() {}

  /** Starts an answer, for tests. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The keys, in the order in which the API sends them. */
  public abstract List<ApiKey> apiKeys();

  /** Builds {@link ApiKeys}: what an answer would hold, for tests of your own code. */
  public static final class Builder {
    private final ImmutableApiKeys.Builder generated = new ImmutableApiKeys.Builder();

    Builder() {}

    /** The keys, in the order in which the API sends them. */
    public Builder apiKeys(Collection<ApiKey> apiKeys) {
      generated.apiKeys(apiKeys);
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

    /** The answer. */
    public ApiKeys build() {
      return generated.build();
    }
  }
}
