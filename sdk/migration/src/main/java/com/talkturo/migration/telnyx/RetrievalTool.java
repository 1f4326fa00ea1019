package com.talkturo.migration.telnyx;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tool that looks up documents: payload of {@link TelnyxToolType#RETRIEVAL}. */
public final class RetrievalTool extends ApiModel {
  static final Table<RetrievalTool> TABLE = Table.of(Builder::new).lossless();

  static final Row<List<String>> BUCKET_IDS =
      TABLE.required("bucket_ids", Kind.listOf(Kind.text()));
  static final Row<Integer> MAX_NUM_RESULTS = TABLE.optional("max_num_results", Kind.integer());

  RetrievalTool(Builder builder) {
    super(builder);
  }

  /** Starts one; {@code bucketIds} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts one that equals this. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The buckets that hold the documents. */
  public List<String> bucketIds() {
    return value(BUCKET_IDS);
  }

  /** The most results of one lookup. */
  public Optional<Integer> maxNumResults() {
    return optional(MAX_NUM_RESULTS);
  }

  /** Builds {@link RetrievalTool}. */
  public static final class Builder extends ModelBuilder<RetrievalTool, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The buckets that hold the documents; required. */
    public Builder bucketIds(Collection<String> bucketIds) {
      return setAll(BUCKET_IDS, bucketIds);
    }

    /** The most results of one lookup. */
    public Builder maxNumResults(int maxNumResults) {
      return set(MAX_NUM_RESULTS, maxNumResults);
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

    /**
     * The value.
     *
     * @throws IllegalStateException if a required field is missing
     */
    @Override
    public RetrievalTool build() {
      return new RetrievalTool(this);
    }
  }
}
