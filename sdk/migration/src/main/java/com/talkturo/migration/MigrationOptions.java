package com.talkturo.migration;

import com.talkturo.sdk.assistants.LlmProvider;
import com.talkturo.sdk.assistants.TranscriptorProvider;
import com.talkturo.sdk.assistants.VoiceProvider;
import com.talkturo.sdk.json.Checks;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The choices that a migration leaves open. Each has a default, which the report names. Immutable.
 */
public final class MigrationOptions {
  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

  private static final Pattern NAME =
      Pattern.compile("(?!\\s)[^{}]+(?<!\\s)", Pattern.UNICODE_CHARACTER_CLASS);

  final Optional<String> key;
  final Optional<Boolean> recordingEnabled;
  final Optional<Boolean> inboundEnabled;
  final Optional<Boolean> outboundEnabled;
  final Optional<String> firstMessage;
  final Optional<Choice<LlmProvider>> llm;
  final Optional<Choice<VoiceProvider>> voice;
  final Optional<Choice<TranscriptorProvider>> transcriptor;
  final SystemMessages systemMessages;
  final Map<String, String> variables;
  final Set<String> customFields;
  final boolean strict;

  private MigrationOptions(Builder builder) {
    key = builder.key;
    recordingEnabled = builder.recordingEnabled;
    inboundEnabled = builder.inboundEnabled;
    outboundEnabled = builder.outboundEnabled;
    firstMessage = builder.firstMessage;
    llm = builder.llm;
    voice = builder.voice;
    transcriptor = builder.transcriptor;
    systemMessages = builder.systemMessages;
    variables = Map.copyOf(builder.variables);
    customFields = Set.copyOf(builder.customFields);
    strict = builder.strict;
  }

  /** What to take where the source's vendor has no counterpart. */
  record Choice<P>(P provider, String model, String id) {}

  /** Starts options; every one has a default. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link MigrationOptions}. */
  public static final class Builder {
    private Optional<String> key = Optional.empty();
    private Optional<Boolean> recordingEnabled = Optional.empty();
    private Optional<Boolean> inboundEnabled = Optional.empty();
    private Optional<Boolean> outboundEnabled = Optional.empty();
    private Optional<String> firstMessage = Optional.empty();
    private Optional<Choice<LlmProvider>> llm = Optional.empty();
    private Optional<Choice<VoiceProvider>> voice = Optional.empty();
    private Optional<Choice<TranscriptorProvider>> transcriptor = Optional.empty();
    private SystemMessages systemMessages = SystemMessages.JOIN;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Set<String> customFields = new LinkedHashSet<>();
    private boolean strict;

    private Builder() {}

    /**
     * The key, which names the files; made of the source's name if not set.
     *
     * @throws IllegalArgumentException if it is not {@code [a-z0-9][a-z0-9._-]{0,99}}
     */
    public Builder key(String key) {
      if (!KEY.matcher(required("key", key)).matches()) {
        throw new IllegalArgumentException(
            "key is \"" + key + "\"; allowed is " + KEY.pattern() + ", such as front-desk");
      }
      this.key = Optional.of(key);
      return this;
    }

    /** Whether phone calls are recorded; off if not set, whatever the source does. */
    public Builder recordingEnabled(boolean recordingEnabled) {
      this.recordingEnabled = Optional.of(recordingEnabled);
      return this;
    }

    /** Whether the assistant may receive phone calls; off if not set. */
    public Builder inboundEnabled(boolean inboundEnabled) {
      this.inboundEnabled = Optional.of(inboundEnabled);
      return this;
    }

    /** Whether the assistant may place phone calls; off if not set. */
    public Builder outboundEnabled(boolean outboundEnabled) {
      this.outboundEnabled = Optional.of(outboundEnabled);
      return this;
    }

    /**
     * What is said first if the source says nothing fixed; left out if not set. A text of the
     * source stays.
     *
     * @throws IllegalArgumentException if it is blank or no Unicode text
     */
    public Builder firstMessage(String firstMessage) {
      this.firstMessage = Optional.of(text("firstMessage", firstMessage));
      return this;
    }

    /**
     * The language model if the source has none, or one without counterpart, such as a realtime
     * model; left out if not set. One with a counterpart stays.
     *
     * @throws IllegalArgumentException if the model is blank or no Unicode text
     */
    public Builder llm(LlmProvider provider, String model) {
      llm = Optional.of(new Choice<>(required("provider", provider), text("model", model), ""));
      return this;
    }

    /**
     * The voice if the source has none, or one without counterpart; left out if not set. One with a
     * counterpart stays.
     *
     * @throws IllegalArgumentException if model or id is blank or no Unicode text
     */
    public Builder voice(VoiceProvider provider, String voiceModel, String voiceId) {
      voice =
          Optional.of(
              new Choice<>(
                  required("provider", provider),
                  text("voiceModel", voiceModel),
                  text("voiceId", voiceId)));
      return this;
    }

    /**
     * The transcription if the source has none, or one without counterpart; left out if not set.
     * One with a counterpart stays.
     *
     * @throws IllegalArgumentException if the model is blank or no Unicode text
     */
    public Builder transcriptor(TranscriptorProvider provider, String model) {
      transcriptor =
          Optional.of(new Choice<>(required("provider", provider), text("model", model), ""));
      return this;
    }

    /** What becomes of several system messages at Flireo; they are joined if not set. */
    public Builder systemMessages(SystemMessages systemMessages) {
      this.systemMessages = required("systemMessages", systemMessages);
      return this;
    }

    /**
     * A variable of the source and what it is called at Talkturo, both without braces, such as
     * {@code first_name} and {@code contact.first_name}. Others keep their names, and the report
     * says which of them Talkturo does not know.
     *
     * @throws IllegalArgumentException if a name is blank, or has braces or spaces around it
     */
    public Builder variable(String sourceName, String talkturoName) {
      variables.put(name("sourceName", sourceName), name("talkturoName", talkturoName));
      return this;
    }

    /**
     * The account's custom fields, which prompts may name: their keys, such as {@code tier}, or in
     * full such as {@code contact.custom.tier}. Adds to those that are set.
     */
    public Builder customFields(Collection<String> customFields) {
      customFields.forEach(field -> this.customFields.add(required("customFields", field)));
      return this;
    }

    /** Whether to fail on any dropped or open row, or a prompt with errors; default no. */
    public Builder strict(boolean strict) {
      this.strict = strict;
      return this;
    }

    private static <T> T required(String option, T value) {
      return Objects.requireNonNull(value, option);
    }

    private static String text(String option, String value) {
      Checks.notBlank(option, required(option, value));
      if (!Checks.isUnicode(value)) {
        throw new IllegalArgumentException(
            option + " holds half of a surrogate pair; allowed is any Unicode text");
      }
      return value;
    }

    private static String name(String option, String value) {
      if (!NAME.matcher(text(option, value)).matches()) {
        throw new IllegalArgumentException(
            option
                + " is \""
                + value
                + "\"; allowed is a name without braces, and without spaces around it");
      }
      return value;
    }

    /** The options. */
    public MigrationOptions build() {
      return new MigrationOptions(this);
    }
  }
}
