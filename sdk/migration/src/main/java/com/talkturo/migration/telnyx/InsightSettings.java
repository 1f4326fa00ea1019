package com.talkturo.migration.telnyx;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The insights that Telnyx draws from conversations. */
public final class InsightSettings extends ApiModel {
  static final Table<InsightSettings> TABLE = Table.of(Builder::new).lossless();

  static final Row<String> INSIGHT_GROUP_ID = TABLE.optional("insight_group_id", Kind.text());

  InsightSettings(Builder builder) {
    super(builder);
  }

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts one that equals this. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** The id of the group of insights. */
  public Optional<String> insightGroupId() {
    return optional(INSIGHT_GROUP_ID);
  }

  /** Builds {@link InsightSettings}. */
  public static final class Builder extends ModelBuilder<InsightSettings, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The id of the group of insights. */
    public Builder insightGroupId(String insightGroupId) {
      return set(INSIGHT_GROUP_ID, insightGroupId);
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

    /** The value. */
    @Override
    public InsightSettings build() {
      return new InsightSettings(this);
    }
  }
}
