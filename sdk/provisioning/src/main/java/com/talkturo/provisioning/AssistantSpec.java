package com.talkturo.provisioning;

import com.talkturo.sdk.assistants.TemplateId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An assistant as it should be. Only what is declared is managed: a field that is left out keeps
 * the value it has, whoever set it.
 *
 * <pre>{@code
 * AssistantSpec spec =
 *     AssistantSpec.builder()
 *         .name("Front desk")
 *         .templateId(TemplateId.INBOUND_SUPPORT)
 *         .systemPrompt(prompt)
 *         .temperature(0.2)
 *         .phoneNumberIds("pn_a1")
 *         .build();
 * }</pre>
 *
 * <p>Immutable.
 */
public final class AssistantSpec {
  private final Optional<TemplateId> templateId;
  private final Map<String, @Nullable Object> fields;
  private final @Nullable Set<String> phoneNumberIds;
  private final @Nullable Set<String> phoneNumbers;
  private final Optional<Long> revision;
  private final Set<String> hiddenFields;
  private final Map<String, String> labels;

  AssistantSpec(AssistantSpecBuilder<?> builder) {
    this.templateId = builder.templateId;
    this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(builder.fields));
    this.phoneNumberIds = frozen(builder.phoneNumberIds);
    this.phoneNumbers = frozen(builder.phoneNumbers);
    this.revision = builder.revision;
    this.hiddenFields = Collections.unmodifiableSet(new TreeSet<>(builder.hiddenFields));
    this.labels = Collections.unmodifiableMap(new TreeMap<>(builder.labels));
  }

  private static @Nullable Set<String> frozen(@Nullable Set<String> texts) {
    return texts == null ? null : Collections.unmodifiableSet(new TreeSet<>(texts));
  }

  /** Starts a spec; nothing is required, but a create needs a name. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a spec that equals this one. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.templateId = templateId;
    builder.fields.putAll(fields);
    builder.phoneNumberIds = phoneNumberIds == null ? null : new TreeSet<>(phoneNumberIds);
    builder.phoneNumbers = phoneNumbers == null ? null : new TreeSet<>(phoneNumbers);
    builder.revision = revision;
    builder.hiddenFields.addAll(hiddenFields);
    builder.labels.putAll(labels);
    return builder;
  }

  /** The template that a create starts from. */
  public Optional<TemplateId> templateId() {
    return templateId;
  }

  /**
   * The declared fields by JSON name, in the order declared: String, Double, Integer, Boolean, and
   * plain trees for fields that the SDK does not model; {@code null} for those to be cleared.
   */
  public Map<String, @Nullable Object> fields() {
    return fields;
  }

  /** The display name, if declared. */
  public Optional<String> name() {
    return Optional.ofNullable((String) fields.get(ManagedField.NAME.jsonName()));
  }

  /** The ids of the phone numbers; absent if they are not declared by id. */
  public Optional<Set<String>> phoneNumberIds() {
    return Optional.ofNullable(phoneNumberIds);
  }

  /** The phone numbers in E.164 form; absent if they are not declared so. */
  public Optional<Set<String>> phoneNumbers() {
    return Optional.ofNullable(phoneNumbers);
  }

  /** Whether phone numbers are declared at all, be it that there should be none. */
  public boolean managesPhoneNumbers() {
    return phoneNumberIds != null || phoneNumbers != null;
  }

  /** The revision: a spec with a lower one than that applied last is refused. */
  public Optional<Long> revision() {
    return revision;
  }

  /** The fields whose values no plan shows. */
  public Set<String> hiddenFields() {
    return hiddenFields;
  }

  /** What plans show beside the name of a field, such as the file it comes from. */
  public Map<String, String> labels() {
    return labels;
  }

  Set<String> declaredIds() {
    return phoneNumberIds == null ? Set.of() : phoneNumberIds;
  }

  Set<String> declaredNumbers() {
    return phoneNumbers == null ? Set.of() : phoneNumbers;
  }

  /** Everything that makes a difference to the API, as one text; the revision is not part of it. */
  String canonical() {
    return Values.exact(new LinkedHashMap<>(fields))
        + templateId.map(TemplateId::value)
        + (phoneNumberIds == null ? null : List.copyOf(phoneNumberIds))
        + (phoneNumbers == null ? null : List.copyOf(phoneNumbers));
  }

  /** Equal if everything declared is. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AssistantSpec spec
        && canonical().equals(spec.canonical())
        && revision.equals(spec.revision)
        && hiddenFields.equals(spec.hiddenFields)
        && labels.equals(spec.labels);
  }

  @Override
  public int hashCode() {
    return Objects.hash(canonical(), revision);
  }

  /** The name and which fields are declared; other values are left out. */
  @Override
  public String toString() {
    return "AssistantSpec{name=" + name().orElse("") + ", fields=" + fields.keySet() + "}";
  }

  /** Builds {@link AssistantSpec}; values are checked in {@link #build()}. */
  public static final class Builder extends AssistantSpecBuilder<Builder> {
    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /**
     * The spec.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public AssistantSpec build() {
      check();
      return new AssistantSpec(this);
    }
  }
}
