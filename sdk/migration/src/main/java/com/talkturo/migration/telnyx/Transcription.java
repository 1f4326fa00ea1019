package com.talkturo.migration.telnyx;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How an assistant at Telnyx turns speech into text. Fields that the vendor added later, such as
 * {@code language}, are among the additional properties.
 */
@Value.Immutable
public abstract class Transcription implements WithAdditionalProperties {
  static final Table<Transcription, Builder> TABLE =
      Table.of(
              Builder::new,
              Builder::build,
              Builder::keep,
              Row.optional(
                  "model", Kind.open(TranscriptionModel::of), Transcription::model, Builder::model))
          .lossless();

  Transcription() {}

  /** Starts one; nothing is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts one that equals this. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** The model, such as {@code openai/whisper-large-v3-turbo}. */
  public abstract Optional<TranscriptionModel> model();

  /** Builds {@link Transcription}. */
  public static final class Builder {
    private final ImmutableTranscription.Builder generated = new ImmutableTranscription.Builder();

    Builder() {}

    /** The model, such as {@code openai/whisper-large-v3-turbo}. */
    public Builder model(TranscriptionModel model) {
      generated.model(model);
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

    /** The value. */
    public Transcription build() {
      return generated.build();
    }
  }
}
