package com.talkturo.sdk.apikeys;

import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The API accepts the API key. */
public final class TestApiKeyResponse extends ApiModel {
  static final Table<TestApiKeyResponse> TABLE = Table.of(Builder::new);

  static final Row<String> MESSAGE = TABLE.optional("message", Kind.text());

  TestApiKeyResponse(Builder builder) {
    super(builder);
  }

  /** Starts a response, for tests. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** A text for humans, as the API sends it. */
  public Optional<String> message() {
    return optional(MESSAGE);
  }

  /** Builds {@link TestApiKeyResponse}: what an answer would hold, for tests of your own code. */
  public static final class Builder extends ModelBuilder<TestApiKeyResponse, Builder> {
    Builder() {
      super(TABLE);
    }

    /** A text for humans, as the API sends it. */
    public Builder message(String message) {
      return set(MESSAGE, message);
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
    public TestApiKeyResponse build() {
      return new TestApiKeyResponse(this);
    }
  }
}
