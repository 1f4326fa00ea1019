package com.talkturo.migration.flireo;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An assistant as Flireo stores it. Only the id is always there. What the SDK does not model, and
 * what is {@code null} or of an unexpected type, is among the additional properties under its JSON
 * name.
 */
public final class FlireoAssistant extends FlireoAssistantFields {
  static final Table<FlireoAssistant> TABLE =
      Table.of(Builder::new).lossless().startingWith(SHARED);

  static final Row<String> ID = TABLE.required("id", Kind.id()).first();
  static final Row<Instant> CREATED_AT = TABLE.optional("created_at", Kind.time());
  static final Row<Instant> UPDATED_AT = TABLE.optional("updated_at", Kind.time());

  private static final List<String> RESPONSE_ONLY = List.of("id", "created_at", "updated_at");

  FlireoAssistant(Builder builder) {
    super(builder);
  }

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
  public Builder toBuilder() {
    Builder builder = into(new Builder());
    builder.settings = into(FlireoAssistantSettings.builder());
    return builder;
  }

  /** The id, opaque. */
  public String id() {
    return value(ID);
  }

  /** When the assistant was created. */
  public Optional<Instant> createdAt() {
    return optional(CREATED_AT);
  }

  /** When the assistant was last changed. */
  public Optional<Instant> updatedAt() {
    return optional(UPDATED_AT);
  }

  /**
   * What a create would have to send to make the same assistant once more: without id, times and
   * whatever else only answers have.
   */
  public FlireoAssistantSettings toSettings() {
    return Payloads.readWithout(RESPONSE_ONLY, FlireoAssistantSettings.TABLE, toTree());
  }

  /** The assistant as a plain tree, as Flireo would send it; with its secrets. */
  public Map<String, @Nullable Object> toTree() {
    return Payloads.treeOf(TABLE, this);
  }

  /** Builds {@link FlireoAssistant}: what an answer would hold, for tests of your own code. */
  public static final class Builder extends ModelBuilder<FlireoAssistant, Builder> {
    /** Absent before anything is set, as in a builder that an answer is read into. */
    private FlireoAssistantSettings.@Nullable Builder settings;

    Builder() {
      super(TABLE);
    }

    /** The id; required. */
    public Builder id(String id) {
      return set(ID, id);
    }

    /** Sets what can be set. */
    public Builder settings(Consumer<FlireoAssistantSettings.Builder> change) {
      settings = settings == null ? FlireoAssistantSettings.builder() : settings;
      change.accept(settings);
      return this;
    }

    /** When the assistant was created. */
    public Builder createdAt(Instant createdAt) {
      return set(CREATED_AT, createdAt);
    }

    /** When the assistant was last changed. */
    public Builder updatedAt(Instant updatedAt) {
      return set(UPDATED_AT, updatedAt);
    }

    /**
     * The assistant.
     *
     * @throws IllegalStateException if {@code id} is missing
     */
    @Override
    public FlireoAssistant build() {
      if (settings != null) {
        settings.build().allInto(this);
      }
      return new FlireoAssistant(this);
    }
  }
}
