package com.talkturo.migration.telnyx;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an assistant at Telnyx turns speech into text. Fields that the vendor added later, such as
 * {@code language}, are among the additional properties.
 */
public final class Transcription extends ApiModel {
  static final Table<Transcription> TABLE = Table.of(Builder::new).lossless();

  static final Row<TranscriptionModel> MODEL =
      TABLE.optional("model", Kind.open(TranscriptionModel::of));

  Transcription(Builder builder) {
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

  /** The model, such as {@code openai/whisper-large-v3-turbo}. */
  public Optional<TranscriptionModel> model() {
    return optional(MODEL);
  }

  /** Builds {@link Transcription}. */
  public static final class Builder extends ModelBuilder<Transcription, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The model, such as {@code openai/whisper-large-v3-turbo}. */
    public Builder model(TranscriptionModel model) {
      return set(MODEL, model);
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
    public Transcription build() {
      return new Transcription(this);
    }
  }
}
