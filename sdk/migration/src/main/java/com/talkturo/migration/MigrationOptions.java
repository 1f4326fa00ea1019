package com.talkturo.migration;

import com.talkturo.sdk.assistants.LlmProvider;
import com.talkturo.sdk.assistants.TranscriptorProvider;
import com.talkturo.sdk.assistants.VoiceProvider;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The choices that the way over leaves open. Each has a default, which the report names. Immutable.
 */
public final class MigrationOptions {
  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

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
      if (!KEY.matcher(key).matches()) {
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

    /** What is said first if the source says nothing fixed; left out if not set. */
    public Builder firstMessage(String firstMessage) {
      this.firstMessage = Optional.of(firstMessage);
      return this;
    }

    /** The language model instead of one without counterpart, such as a realtime model, or none. */
    public Builder llm(LlmProvider provider, String model) {
      llm = Optional.of(new Choice<>(provider, model, ""));
      return this;
    }

    /** The voice instead of one without counterpart, or none. */
    public Builder voice(VoiceProvider provider, String voiceModel, String voiceId) {
      voice = Optional.of(new Choice<>(provider, voiceModel, voiceId));
      return this;
    }

    /** The transcription instead of one without counterpart, or none. */
    public Builder transcriptor(TranscriptorProvider provider, String model) {
      transcriptor = Optional.of(new Choice<>(provider, model, ""));
      return this;
    }

    /** What becomes of several system messages; they are joined if not set. */
    public Builder systemMessages(SystemMessages systemMessages) {
      this.systemMessages = systemMessages;
      return this;
    }

    /**
     * A variable of the source and what it is called at Talkturo, both without braces, such as
     * {@code first_name} and {@code contact.first_name}. Others keep their names, and the report
     * says which of them Talkturo does not know.
     */
    public Builder variable(String sourceName, String talkturoName) {
      variables.put(sourceName, talkturoName);
      return this;
    }

    /** The account's custom fields, which prompts may name. */
    public Builder customFields(Collection<String> customFields) {
      this.customFields.addAll(customFields);
      return this;
    }

    /** Whether to fail on any dropped or open row, or a prompt with errors; default no. */
    public Builder strict(boolean strict) {
      this.strict = strict;
      return this;
    }

    /** The options. */
    public MigrationOptions build() {
      return new MigrationOptions(this);
    }
  }
}
