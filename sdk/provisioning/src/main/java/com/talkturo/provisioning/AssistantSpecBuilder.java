package com.talkturo.provisioning;

import com.talkturo.sdk.assistants.LlmProvider;
import com.talkturo.sdk.assistants.TemplateId;
import com.talkturo.sdk.assistants.TranscriptorProvider;
import com.talkturo.sdk.assistants.UpdateAssistantRequest;
import com.talkturo.sdk.assistants.VoiceProvider;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The setters of {@link AssistantSpec.Builder}.
 *
 * @param <B> the builder itself
 */
public abstract sealed class AssistantSpecBuilder<B> permits AssistantSpec.Builder {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  /** What a spec declares that no update holds. */
  private static final Set<String> NO_FIELDS =
      new TreeSet<>(Set.of("templateId", "phoneNumberIds", "phoneNumbers", "revision"));

  Optional<TemplateId> templateId = Optional.empty();
  final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
  @Nullable Set<String> phoneNumberIds;
  @Nullable Set<String> phoneNumbers;
  Optional<Long> revision = Optional.empty();
  final Set<String> hiddenFields = new TreeSet<>();
  final Map<String, String> labels = new TreeMap<>();

  AssistantSpecBuilder() {}

  abstract B self();

  /**
   * The template that a create starts from; the API takes {@code custom} if absent. A template is
   * applied at creation only: another one later is an error.
   */
  public B templateId(TemplateId templateId) {
    this.templateId = Optional.of(templateId);
    return self();
  }

  /** The display name; not blank. */
  public B name(String name) {
    return put(ManagedField.NAME, name);
  }

  /** The vendor of the language model; sent together with {@link #model}. */
  public B provider(LlmProvider provider) {
    return put(ManagedField.PROVIDER, provider.value());
  }

  /** The language model, such as {@code gpt-4o-mini}; sent together with {@link #provider}. */
  public B model(String model) {
    return put(ManagedField.MODEL, model);
  }

  /** The sampling temperature of the language model: 0.0 to 2.0. */
  public B temperature(double temperature) {
    return put(ManagedField.TEMPERATURE, temperature);
  }

  /** The most tokens that one answer of the language model may have: at least 1. */
  public B maxTokens(int maxTokens) {
    return put(ManagedField.MAX_TOKENS, maxTokens);
  }

  /** What the assistant says first; may hold variables, see {@link Prompts}. */
  public B firstMessage(String firstMessage) {
    return put(ManagedField.FIRST_MESSAGE, firstMessage);
  }

  /** Instructions and persona; may hold variables, see {@link Prompts}. */
  public B systemPrompt(String systemPrompt) {
    return put(ManagedField.SYSTEM_PROMPT, systemPrompt);
  }

  /** The vendor of the voice; sent together with the other {@code voice} fields. */
  public B voiceProvider(VoiceProvider voiceProvider) {
    return put(ManagedField.VOICE_PROVIDER, voiceProvider.value());
  }

  /** The voice model; sent together with the other {@code voice} fields. */
  public B voiceModel(String voiceModel) {
    return put(ManagedField.VOICE_MODEL, voiceModel);
  }

  /** The id of the voice at its vendor; sent together with the other {@code voice} fields. */
  public B voiceId(String voiceId) {
    return put(ManagedField.VOICE_ID, voiceId);
  }

  /** The name of the voice for humans; sent together with the other {@code voice} fields. */
  public B voiceName(String voiceName) {
    return put(ManagedField.VOICE_NAME, voiceName);
  }

  /** The vendor of the transcription; sent together with the other {@code transcriptor} fields. */
  public B transcriptorProvider(TranscriptorProvider transcriptorProvider) {
    return put(ManagedField.TRANSCRIPTOR_PROVIDER, transcriptorProvider.value());
  }

  /** The transcription model; sent together with the other {@code transcriptor} fields. */
  public B transcriptorModel(String transcriptorModel) {
    return put(ManagedField.TRANSCRIPTOR_MODEL, transcriptorModel);
  }

  /** The language of the transcription, such as {@code de}; sent with its group. */
  public B transcriptorLanguage(String transcriptorLanguage) {
    return put(ManagedField.TRANSCRIPTOR_LANGUAGE, transcriptorLanguage);
  }

  /** Whether calls are recorded. */
  public B recordingEnabled(boolean recordingEnabled) {
    return put(ManagedField.RECORDING_ENABLED, recordingEnabled);
  }

  /** Whether the assistant may receive calls. */
  public B inboundEnabled(boolean inboundEnabled) {
    return put(ManagedField.INBOUND_ENABLED, inboundEnabled);
  }

  /** Whether the assistant may place calls. */
  public B outboundEnabled(boolean outboundEnabled) {
    return put(ManagedField.OUTBOUND_ENABLED, outboundEnabled);
  }

  /**
   * A field by its modelled form, for values that come from a file: a String for text, a Number, or
   * a Boolean.
   *
   * @throws IllegalArgumentException if the value is of another kind than the field
   */
  public B set(ManagedField field, Object value) {
    boolean fits =
        switch (field.kind()) {
          case TEXT -> value instanceof String;
          case FLAG -> value instanceof Boolean;
          case DECIMAL -> value instanceof Number;
          case INTEGER ->
              value instanceof Number number && number.doubleValue() == number.intValue();
        };
    if (!fits) {
      throw new IllegalArgumentException(
          field + " is " + value + "; allowed is a value of kind " + field.kind());
    }
    return put(
        field,
        switch (field.kind()) {
          case DECIMAL -> ((Number) value).doubleValue();
          case INTEGER -> ((Number) value).intValue();
          case TEXT, FLAG -> value;
        });
  }

  /**
   * A field that the SDK does not model, by its JSON name.
   *
   * @param value a plain tree of Map, List, String, Number and Boolean
   * @throws IllegalArgumentException if the SDK models the field
   */
  public B extra(String jsonName, Object value) {
    if (ManagedField.of(jsonName).isPresent()) {
      throw new IllegalArgumentException(
          "extra holds " + jsonName + ", which has a method of its own; allowed is any other name");
    }
    return put(jsonName, value);
  }

  /**
   * Fields to send as {@code null}, by JSON name. What that does is not documented by Talkturo;
   * nothing else is ever sent as {@code null}.
   */
  public B clear(String... jsonNames) {
    Arrays.asList(jsonNames).forEach(name -> fields.put(name, null));
    return self();
  }

  /**
   * The ids of exactly those phone numbers that the assistant should have; none if empty. Replaces
   * what was set before. Left out, and {@link #phoneNumbers} too, numbers are not managed.
   */
  public B phoneNumberIds(String... ids) {
    return phoneNumberIds(Arrays.asList(ids));
  }

  /** The ids of exactly those phone numbers; see {@link #phoneNumberIds(String...)}. */
  public B phoneNumberIds(Collection<String> ids) {
    phoneNumberIds = new TreeSet<>(ids);
    return self();
  }

  /**
   * Exactly those phone numbers that the assistant should have, in E.164 form such as {@code
   * +4930123456}, beside those declared by id; none if both are empty. The API resolves them, which
   * costs a request, and may not be open to API keys: then an apply fails and says so.
   */
  public B phoneNumbers(String... numbers) {
    return phoneNumbers(Arrays.asList(numbers));
  }

  /** Exactly those phone numbers, in E.164 form; see {@link #phoneNumbers(String...)}. */
  public B phoneNumbers(Collection<String> numbers) {
    phoneNumbers = new TreeSet<>(numbers);
    return self();
  }

  /**
   * A number that grows with each release: a spec with a lower one than that applied last is
   * refused, so that instances of two releases do not undo each other.
   */
  public B revision(long revision) {
    this.revision = Optional.of(revision);
    return self();
  }

  /** Fields, by JSON name, whose values no plan and no report shows. */
  public B hide(String... jsonNames) {
    hiddenFields.addAll(Arrays.asList(jsonNames));
    return self();
  }

  /** What plans show beside the name of a field, such as the file that it comes from. */
  public B label(String jsonName, String label) {
    labels.put(jsonName, label);
    return self();
  }

  private B put(ManagedField field, Object value) {
    return put(field.jsonName(), value);
  }

  private B put(String jsonName, Object value) {
    fields.put(jsonName, Objects.requireNonNull(value, jsonName));
    return self();
  }

  /** The client's own checks of an update apply, so that there is one set of rules. */
  final void check() {
    String name = (String) fields.get(ManagedField.NAME.jsonName());
    if (fields.containsKey(ManagedField.NAME.jsonName()) && (name == null || name.isBlank())) {
      throw new IllegalArgumentException(
          "name is " + (name == null ? "cleared" : "blank") + "; allowed is any other text");
    }
    if (fields.keySet().stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "the name of a field to clear, or under extra, is blank; allowed is any other text");
    }
    for (String reserved : NO_FIELDS) {
      if (fields.containsKey(reserved)) {
        throw new IllegalArgumentException(
            reserved + " can neither be extra nor be cleared; it is declared by itself");
      }
    }
    UpdateAssistantRequest.Builder update =
        UpdateAssistantRequest.builder().assistantId("checked-before-any-id-is-known");
    fields.forEach((field, value) -> ManagedField.addTo(update, field, value));
    Map<String, @Nullable Object> copies = update.build().additionalProperties();
    fields.replaceAll((field, value) -> copies.containsKey(field) ? copies.get(field) : value);
    for (String id : phoneNumberIds == null ? Set.<String>of() : phoneNumberIds) {
      if (id.isBlank()) {
        throw new IllegalArgumentException(
            "phoneNumberIds holds a blank id; allowed is any text that is not blank");
      }
    }
    for (String number : phoneNumbers == null ? Set.<String>of() : phoneNumbers) {
      if (!E164.matcher(number).matches()) {
        throw new IllegalArgumentException(
            "phoneNumbers holds \"" + number + "\"; allowed is E.164 such as +4930123456");
      }
    }
  }
}
