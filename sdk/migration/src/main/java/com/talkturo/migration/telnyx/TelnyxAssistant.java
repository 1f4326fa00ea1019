package com.talkturo.migration.telnyx;

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
 * An assistant as Telnyx stores it. Only the id is always there. What the SDK does not model, and
 * what is {@code null} or of an unexpected type, is among the additional properties under its JSON
 * name.
 */
public final class TelnyxAssistant extends TelnyxAssistantFields {
  static final Table<TelnyxAssistant> TABLE =
      Table.of(Builder::new).lossless().startingWith(SHARED);

  static final Row<String> ID = TABLE.required("id", Kind.id()).first();
  static final Row<Instant> CREATED_AT = TABLE.optional("created_at", Kind.time());

  private static final List<String> RESPONSE_ONLY =
      List.of(
          "id",
          "created_at",
          "import_metadata",
          "related_mission_ids",
          "version_id",
          "version_name",
          "version_created_at");

  TelnyxAssistant(Builder builder) {
    super(builder);
  }

  /** Starts an assistant, for tests; {@code id} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The assistant as JSON of Telnyx, such as an export, holds it: a plain tree.
   *
   * @throws IllegalArgumentException if it has no {@code id}
   */
  public static TelnyxAssistant ofTree(Map<String, ?> tree) {
    return Payloads.read(TABLE, tree);
  }

  /** Starts an assistant that equals this one. */
  public Builder toBuilder() {
    Builder builder = into(new Builder());
    builder.settings = into(TelnyxAssistantSettings.builder());
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

  /**
   * What a create would have to send to make the same assistant once more: without id, times and
   * whatever else only answers have.
   */
  public TelnyxAssistantSettings toSettings() {
    return Payloads.readWithout(RESPONSE_ONLY, TelnyxAssistantSettings.TABLE, toTree());
  }

  /** The assistant as a plain tree, as Telnyx would send it; with its secrets. */
  public Map<String, @Nullable Object> toTree() {
    return Payloads.treeOf(TABLE, this);
  }

  /** Builds {@link TelnyxAssistant}: what an answer would hold, for tests of your own code. */
  public static final class Builder extends ModelBuilder<TelnyxAssistant, Builder> {
    /** Absent before anything is set, as in a builder that an answer is read into. */
    private TelnyxAssistantSettings.@Nullable Builder settings;

    Builder() {
      super(TABLE);
    }

    /** The id; required. */
    public Builder id(String id) {
      return set(ID, id);
    }

    /** Sets what can be set. */
    public Builder settings(Consumer<TelnyxAssistantSettings.Builder> change) {
      settings = settings == null ? TelnyxAssistantSettings.builder() : settings;
      change.accept(settings);
      return this;
    }

    /** When the assistant was created. */
    public Builder createdAt(Instant createdAt) {
      return set(CREATED_AT, createdAt);
    }

    /**
     * The assistant.
     *
     * @throws IllegalStateException if {@code id} is missing
     */
    @Override
    public TelnyxAssistant build() {
      if (settings != null) {
        settings.build().allInto(this);
      }
      return new TelnyxAssistant(this);
    }
  }
}
