package com.talkturo.migration.flireo;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The language model of an assistant at Flireo, with its system prompt and tools. */
public final class LlmConfig extends ApiModel {
  private static final double MAX_TEMPERATURE = 2.0;

  static final Table<LlmConfig> TABLE = Table.of(Builder::new).lossless();

  static final Row<FlireoLlmProvider> PROVIDER =
      TABLE.optional("provider", Kind.open(FlireoLlmProvider::of));
  static final Row<String> MODEL = TABLE.optional("model", Kind.text());
  static final Row<String> VOICE = TABLE.optional("voice", Kind.text());
  static final Row<Boolean> VERTEXAI = TABLE.optional("vertexai", Kind.flag());
  static final Row<String> LOCATION = TABLE.optional("location", Kind.text());
  static final Row<String> ANALYSIS_MODEL = TABLE.optional("analysis_model", Kind.text());
  static final Row<BigDecimal> TEMPERATURE =
      TABLE.optional("temperature", Kind.decimal()).fitting(Payloads.upTo(MAX_TEMPERATURE));
  static final Row<List<LlmMessage>> MESSAGES =
      TABLE.optional("messages", Kind.listOf(Kind.object(LlmMessage.TABLE)));
  static final Row<List<FlireoTool>> TOOLS =
      TABLE.optional("tools", Kind.listOf(Kind.object(FlireoTool.TABLE)));

  LlmConfig(Builder builder) {
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

  /** The vendor of the language model. */
  public Optional<FlireoLlmProvider> provider() {
    return optional(PROVIDER);
  }

  /** The model, such as {@code gpt-4o-mini}. */
  public Optional<String> model() {
    return optional(MODEL);
  }

  /** The voice of a model that goes from speech to speech. */
  public Optional<String> voice() {
    return optional(VOICE);
  }

  /** Whether the model runs on Vertex AI; on the API page only. */
  public Optional<Boolean> vertexai() {
    return optional(VERTEXAI);
  }

  /** The cloud region; on the API page only. */
  public Optional<String> location() {
    return optional(LOCATION);
  }

  /** The model of the analysis after a phone call; on the API page only. */
  public Optional<String> analysisModel() {
    return optional(ANALYSIS_MODEL);
  }

  /** The sampling temperature, 0 to 2; Flireo takes 0.7 if absent. */
  public Optional<BigDecimal> temperature() {
    return optional(TEMPERATURE);
  }

  /** The messages that each conversation starts with; the system prompt is one of them. */
  public Optional<List<LlmMessage>> messages() {
    return optional(MESSAGES);
  }

  /** The tools that the language model may call. */
  public Optional<List<FlireoTool>> tools() {
    return optional(TOOLS);
  }

  /** Builds {@link LlmConfig}. */
  public static final class Builder extends ModelBuilder<LlmConfig, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The vendor of the language model. */
    public Builder provider(FlireoLlmProvider provider) {
      return set(PROVIDER, provider);
    }

    /** The model, such as {@code gpt-4o-mini}. */
    public Builder model(String model) {
      return set(MODEL, model);
    }

    /** The voice of a model that goes from speech to speech. */
    public Builder voice(String voice) {
      return set(VOICE, voice);
    }

    /** Whether the model runs on Vertex AI; on the API page only. */
    public Builder vertexai(boolean vertexai) {
      return set(VERTEXAI, vertexai);
    }

    /** The cloud region; on the API page only. */
    public Builder location(String location) {
      return set(LOCATION, location);
    }

    /** The model of the analysis after a phone call; on the API page only. */
    public Builder analysisModel(String analysisModel) {
      return set(ANALYSIS_MODEL, analysisModel);
    }

    /**
     * The sampling temperature, 0 to 2; Flireo takes 0.7 if absent.
     *
     * @throws IllegalArgumentException if it is not 0 to 2
     */
    public Builder temperature(BigDecimal temperature) {
      return set(TEMPERATURE, Payloads.upTo(MAX_TEMPERATURE, "temperature", temperature));
    }

    /** As {@link #temperature(BigDecimal)}, for a value that a double holds. */
    public Builder temperature(double temperature) {
      return temperature(Payloads.decimal("temperature", temperature));
    }

    /** The messages that each conversation starts with; the system prompt is one of them. */
    public Builder messages(Collection<LlmMessage> messages) {
      return setAll(MESSAGES, messages);
    }

    /** The tools that the language model may call. */
    public Builder tools(Collection<FlireoTool> tools) {
      return setAll(TOOLS, tools);
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
    public LlmConfig build() {
      return new LlmConfig(this);
    }
  }
}
