package com.talkturo.sdk.flows;

import com.talkturo.sdk.json.AllowNulls;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A run of a flow: one that has started, or one that has succeeded if the request waited for it.
 */
@Value.Immutable
public abstract class FlowRun implements WithAdditionalProperties {
  static final Table<FlowRun, Builder> TABLE =
      Table.of(
          Builder::new,
          Builder::build,
          Builder::putAdditionalProperties,
          Row.optional("run_id", Kind.id(), Builder::runId),
          Row.optional("output", Kind.mapOf(Kind.tree()), Builder::output));

  FlowRun() {}

  /** Starts a run, for tests; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The id of the run. */
  public abstract Optional<String> runId();

  /**
   * The output of the run if the request waited for it; empty otherwise, and left out of {@code
   * toString()}.
   */
  @AllowNulls
  @Value.Redacted
  public abstract Map<String, @Nullable Object> output();

  /** Builds {@link FlowRun}: what an answer would hold, for tests of your own code. */
  public static final class Builder {
    private final ImmutableFlowRun.Builder generated = new ImmutableFlowRun.Builder();

    Builder() {}

    /** The id of the run. */
    public Builder runId(String runId) {
      generated.runId(runId);
      return this;
    }

    /**
     * The output of the run, added to what earlier calls set.
     *
     * @param output a plain tree: its values are Map, Collection, String, finite Number, Boolean
     *     and {@code null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public Builder output(Map<String, ? extends @Nullable Object> output) {
      output.forEach((name, value) -> generated.putOutput(name, Trees.copyOf(name, value)));
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

    /** The run. */
    public FlowRun build() {
      return generated.build();
    }
  }
}
