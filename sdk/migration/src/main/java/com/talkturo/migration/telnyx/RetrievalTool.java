package com.talkturo.migration.telnyx;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A tool that looks up documents: payload of {@link TelnyxToolType#RETRIEVAL}. */
@Value.Immutable
public abstract class RetrievalTool implements WithAdditionalProperties {
  static final Table<RetrievalTool, Builder> TABLE =
      Table.of(
              Builder::new,
              Builder::build,
              Builder::keep,
              Row.required(
                  "bucket_ids",
                  Kind.listOf(Kind.text()),
                  RetrievalTool::bucketIds,
                  Builder::bucketIds),
              Row.optional(
                  "max_num_results",
                  Kind.integer(),
                  RetrievalTool::maxNumResults,
                  Builder::maxNumResults))
          .lossless();

  RetrievalTool() {}

  /** Starts one; {@code bucketIds} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts one that equals this. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The buckets that hold the documents. */
  public abstract List<String> bucketIds();

  /** The most results of one lookup. */
  public abstract Optional<Integer> maxNumResults();

  /** Builds {@link RetrievalTool}. */
  public static final class Builder {
    private final ImmutableRetrievalTool.Builder generated = new ImmutableRetrievalTool.Builder();

    Builder() {}

    /** The buckets that hold the documents; required. */
    public Builder bucketIds(Collection<String> bucketIds) {
      generated.bucketIds(Payloads.copyOf("bucket_ids", bucketIds));
      return this;
    }

    /** The most results of one lookup. */
    public Builder maxNumResults(int maxNumResults) {
      generated.maxNumResults(maxNumResults);
      return this;
    }

    /**
     * A field that the SDK does not model, by its JSON name.
     *
     * @param value a plain tree of Map, Collection, String, finite Number, Boolean and {@code
     *     null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else, or the SDK models the field
     */
    public Builder putAdditionalProperties(String name, @Nullable Object value) {
      Payloads.requireUnmodelled(name, TABLE);
      return keep(name, value);
    }

    private Builder keep(String name, @Nullable Object value) {
      generated.putAdditionalProperties(name, Trees.copyOf(name, value));
      return this;
    }

    /**
     * The value.
     *
     * @throws IllegalStateException if a required field is missing
     */
    public RetrievalTool build() {
      return generated.build();
    }
  }
}
