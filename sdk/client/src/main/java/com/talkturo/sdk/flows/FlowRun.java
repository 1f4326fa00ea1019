package com.talkturo.sdk.flows;

import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run of a flow: one that has started, or one that has succeeded if the request waited for it.
 */
public final class FlowRun extends ApiModel {
  static final Table<FlowRun> TABLE = Table.of(Builder::new);

  static final Row<String> RUN_ID = TABLE.optional("run_id", Kind.id());
  static final Row<Map<String, Object>> OUTPUT =
      TABLE.absentIf(Collections.emptyMap(), "output", Kind.mapOf(Kind.tree())).notShown();

  FlowRun(Builder builder) {
    super(builder);
  }

  /** Starts a run, for tests; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The id of the run. */
  public Optional<String> runId() {
    return optional(RUN_ID);
  }

  /**
   * The output of the run if the request waited for it; empty otherwise, and left out of {@code
   * toString()}.
   */
  public Map<String, @Nullable Object> output() {
    return value(OUTPUT);
  }

  /** Builds {@link FlowRun}: what an answer would hold, for tests of your own code. */
  public static final class Builder extends ModelBuilder<FlowRun, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The id of the run. */
    public Builder runId(String runId) {
      return set(RUN_ID, runId);
    }

    /**
     * The output of the run, added to what earlier calls set.
     *
     * @param output a plain tree: its values are Map, Collection, String, finite Number, Boolean
     *     and {@code null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public Builder output(Map<String, ? extends @Nullable Object> output) {
      return addAll(OUTPUT, output);
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

    /** The run. */
    @Override
    public FlowRun build() {
      return new FlowRun(this);
    }
  }
}
