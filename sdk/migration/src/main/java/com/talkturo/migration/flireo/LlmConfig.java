package com.talkturo.migration.flireo;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The language model of an assistant at Flireo, with its system prompt and tools. */
@Value.Immutable
public abstract class LlmConfig implements WithAdditionalProperties {
  static final Table<LlmConfig, Builder> TABLE =
      Table.of(
              Builder::new,
              Builder::build,
              Builder::keep,
              Row.optional(
                  "provider",
                  Kind.open(FlireoLlmProvider::of),
                  LlmConfig::provider,
                  Builder::provider),
              Row.optional("model", Kind.text(), LlmConfig::model, Builder::model),
              Row.optional("voice", Kind.text(), LlmConfig::voice, Builder::voice),
              Row.optional("vertexai", Kind.flag(), LlmConfig::vertexai, Builder::vertexai),
              Row.optional("location", Kind.text(), LlmConfig::location, Builder::location),
              Row.optional(
                  "analysis_model", Kind.text(), LlmConfig::analysisModel, Builder::analysisModel),
              Row.optional(
                  "temperature",
                  Kind.decimal(),
                  LlmConfig::temperature,
                  (Builder b, BigDecimal v) -> b.temperature(v)),
              Row.optional(
                  "messages",
                  Kind.listOf(Kind.object(LlmMessage.TABLE)),
                  LlmConfig::messages,
                  Builder::messages),
              Row.optional(
                  "tools",
                  Kind.listOf(Kind.object(FlireoTool.TABLE)),
                  LlmConfig::tools,
                  Builder::tools))
          .lossless();

  LlmConfig() {}

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

  /** The vendor of the language model. */
  public abstract Optional<FlireoLlmProvider> provider();

  /** The model, such as {@code gpt-4o-mini}. */
  public abstract Optional<String> model();

  /** The voice of a model that goes from speech to speech. */
  public abstract Optional<String> voice();

  /** Whether the model runs on Vertex AI; on the API page only. */
  public abstract Optional<Boolean> vertexai();

  /** The cloud region; on the API page only. */
  public abstract Optional<String> location();

  /** The model of the analysis after a phone call; on the API page only. */
  public abstract Optional<String> analysisModel();

  /** The sampling temperature, 0 to 2; Flireo takes 0.7 if absent. */
  public abstract Optional<BigDecimal> temperature();

  /** The messages that each conversation starts with; the system prompt is one of them. */
  public abstract Optional<List<LlmMessage>> messages();

  /** The tools that the language model may call. */
  public abstract Optional<List<FlireoTool>> tools();

  /** Builds {@link LlmConfig}. */
  public static final class Builder {
    private final ImmutableLlmConfig.Builder generated = new ImmutableLlmConfig.Builder();

    Builder() {}

    /** The vendor of the language model. */
    public Builder provider(FlireoLlmProvider provider) {
      generated.provider(provider);
      return this;
    }

    /** The model, such as {@code gpt-4o-mini}. */
    public Builder model(String model) {
      generated.model(model);
      return this;
    }

    /** The voice of a model that goes from speech to speech. */
    public Builder voice(String voice) {
      generated.voice(voice);
      return this;
    }

    /** Whether the model runs on Vertex AI; on the API page only. */
    public Builder vertexai(boolean vertexai) {
      generated.vertexai(vertexai);
      return this;
    }

    /** The cloud region; on the API page only. */
    public Builder location(String location) {
      generated.location(location);
      return this;
    }

    /** The model of the analysis after a phone call; on the API page only. */
    public Builder analysisModel(String analysisModel) {
      generated.analysisModel(analysisModel);
      return this;
    }

    /**
     * The sampling temperature, 0 to 2; Flireo takes 0.7 if absent.
     *
     * @throws IllegalArgumentException if it is not 0 to 2
     */
    public Builder temperature(BigDecimal temperature) {
      generated.temperature(Payloads.upTo(2.0, "temperature", temperature));
      return this;
    }

    /** As {@link #temperature(BigDecimal)}, for a value that a double holds. */
    public Builder temperature(double temperature) {
      return temperature(Payloads.decimal("temperature", temperature));
    }

    /** The messages that each conversation starts with; the system prompt is one of them. */
    public Builder messages(Collection<LlmMessage> messages) {
      generated.messages(Payloads.copyOf("messages", messages));
      return this;
    }

    /** The tools that the language model may call. */
    public Builder tools(Collection<FlireoTool> tools) {
      generated.tools(Payloads.copyOf("tools", tools));
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
    public LlmConfig build() {
      return generated.build();
    }
  }
}
