package com.talkturo.migration.flireo;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An assistant as Flireo stores it. Only the id is always there. What the SDK does not model, and
 * what is {@code null} or of an unexpected type, is among the additional properties under its JSON
 * name.
 */
@Value.Immutable
public abstract class FlireoAssistant implements FlireoAssistantFields {
  static final Table<FlireoAssistant, Builder> TABLE =
      Table.of(Builder::new, Builder::build, Builder::keep, rows()).lossless();

  private static final List<String> RESPONSE_ONLY = List.of("id", "created_at", "updated_at");

  FlireoAssistant() {}

  /** Starts an assistant, for tests; {@code id} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The assistant as JSON of Flireo, such as an export, holds it: a plain tree.
   *
   * @throws IllegalArgumentException if it has no {@code id}
   */
  public static FlireoAssistant ofTree(Map<String, ?> tree) {
    return Payloads.read(TABLE, tree);
  }

  /** Starts an assistant that equals this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.settings.from(this);
    builder.id(id());
    createdAt().ifPresent(builder::createdAt);
    updatedAt().ifPresent(builder::updatedAt);
    return builder;
  }

  private static List<Row<FlireoAssistant, Builder, ?>> rows() {
    List<Row<FlireoAssistant, Builder, ?>> rows = new ArrayList<>();
    rows.add(Row.required("id", Kind.id(), FlireoAssistant::id, Builder::id));
    rows.addAll(Payloads.inside(FlireoAssistantSettings.ROWS, (Builder b) -> b.settings));
    rows.add(
        Row.optional("created_at", Kind.time(), FlireoAssistant::createdAt, Builder::createdAt));
    rows.add(
        Row.optional("updated_at", Kind.time(), FlireoAssistant::updatedAt, Builder::updatedAt));
    return rows;
  }

  /** The id, opaque. */
  public abstract String id();

  /** When the assistant was created. */
  public abstract Optional<Instant> createdAt();

  /** When the assistant was last changed. */
  public abstract Optional<Instant> updatedAt();

  /**
   * What a create would have to send to make the same assistant once more: without id, times and
   * whatever else only answers have.
   */
  public final FlireoAssistantSettings toSettings() {
    return Payloads.readWithout(RESPONSE_ONLY, FlireoAssistantSettings.TABLE, toTree());
  }

  /** The assistant as a plain tree, as Flireo would send it; with its secrets. */
  public final Map<String, @Nullable Object> toTree() {
    return Payloads.treeOf(TABLE, this);
  }

  /** Builds {@link FlireoAssistant}: what an answer would hold, for tests of your own code. */
  public static final class Builder {
    private final ImmutableFlireoAssistant.Builder generated =
        new ImmutableFlireoAssistant.Builder();
    private final FlireoAssistantSettings.Builder settings = FlireoAssistantSettings.builder();

    Builder() {}

    /** The id; required. */
    public Builder id(String id) {
      generated.id(id);
      return this;
    }

    /** Sets what can be set. */
    public Builder settings(Consumer<FlireoAssistantSettings.Builder> change) {
      change.accept(settings);
      return this;
    }

    /** When the assistant was created. */
    public Builder createdAt(Instant createdAt) {
      generated.createdAt(createdAt);
      return this;
    }

    /** When the assistant was last changed. */
    public Builder updatedAt(Instant updatedAt) {
      generated.updatedAt(updatedAt);
      return this;
    }

    private Builder keep(String name, @Nullable Object value) {
      settings.keep(name, value);
      return this;
    }

    /**
     * The assistant.
     *
     * @throws IllegalStateException if {@code id} is missing
     */
    public FlireoAssistant build() {
      return generated.from((FlireoAssistantFields) settings.build()).build();
    }
  }
}
