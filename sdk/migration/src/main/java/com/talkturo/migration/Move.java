package com.talkturo.migration;

import com.talkturo.provisioning.AssistantSpec;
import com.talkturo.provisioning.ManagedField;
import com.talkturo.provisioning.PromptFinding;
import com.talkturo.provisioning.Prompts;
import com.talkturo.sdk.assistants.TemplateId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One assistant on its way: the leaves of the source, of which each is told once what became of it,
 * and the spec as it grows. What no rule of the vendor took is dropped with the vendor's advice.
 */
final class Move {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^{}]++)}}");

  private static final Pattern POSITION = Pattern.compile("(\\d{1,9})(?:/|$)");

  private final Map<String, @Nullable Object> leaves;
  private final Advice advice;
  private final Map<String, ReportRow> rows = new LinkedHashMap<>();
  private final List<DefaultRow> defaults = new ArrayList<>();
  private final Map<ManagedField, Object> fields = new LinkedHashMap<>();
  final MigrationOptions options;

  Move(Map<String, @Nullable Object> source, Advice advice, MigrationOptions options) {
    this.leaves = Leaves.of(source);
    this.advice = advice;
    this.options = options;
  }

  /** The text at a pointer; empty if there is none, or something else. */
  Optional<String> text(String pointer) {
    return leaves.get(pointer) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  @Nullable Object leaf(String pointer) {
    return leaves.get(pointer);
  }

  /** The positions in a list that hold anything, in their order. */
  List<Integer> positions(String list) {
    Set<Integer> positions = new LinkedHashSet<>();
    for (String pointer : leaves.keySet()) {
      Matcher position = POSITION.matcher(pointer);
      if (pointer.startsWith(list + "/")
          && position.region(list.length() + 1, pointer.length()).lookingAt()) {
        positions.add(Integer.valueOf(position.group(1)));
      }
    }
    return List.copyOf(positions);
  }

  /** The field takes the leaf as it is, if it may. */
  void carry(String pointer, ManagedField field) {
    Object leaf = leaves.get(pointer);
    boolean isBlank = leaf instanceof String text && text.isBlank();
    if (leaf != null && !isBlank && set(field, leaf)) {
      Object taken = Objects.requireNonNull(spec().fields().get(field.jsonName()));
      if (isSame(leaf, taken)) {
        carried(pointer, field);
      } else {
        converted(pointer, String.valueOf(taken), "rounded", field);
      }
    } else if (leaf != null) {
      refused(pointer, field);
    }
  }

  /** The field does not take what stands there. */
  void refused(String pointer, ManagedField field) {
    open(pointer, field + " does not take this value; set one that it takes");
  }

  private static boolean isSame(Object leaf, Object taken) {
    return (leaf instanceof Number && taken instanceof Number)
        ? new BigDecimal(leaf.toString()).compareTo(new BigDecimal(taken.toString())) == 0
        : leaf.equals(taken);
  }

  /** The field has the leaf as it was. */
  void carried(String pointer, ManagedField... targets) {
    row(pointer, Outcome.CARRIED, names(targets), "", "");
  }

  /** Fields have the leaf in another form. */
  void converted(String pointer, String target, String note, ManagedField... targets) {
    row(pointer, Outcome.CONVERTED, names(targets), target, note);
  }

  void open(String pointer, String note) {
    row(pointer, Outcome.NEEDS_YOU, List.of(), "", note);
  }

  void dropped(String pointer, String note) {
    row(pointer, Outcome.DROPPED, List.of(), "", note);
  }

  private static List<String> names(ManagedField... fields) {
    return Arrays.stream(fields).map(ManagedField::jsonName).toList();
  }

  private void row(
      String pointer, Outcome outcome, List<String> targets, String target, String note) {
    if (!leaves.containsKey(pointer)) {
      return;
    }
    Optional<Advice.Line> line = advice.of(pointer);
    ReportRow row =
        new ReportRow(
            pointer,
            outcome,
            line.map(Advice.Line::touchesLawOrMoney).orElse(false),
            Shown.leaf(
                pointer, leaves.get(pointer), line.map(Advice.Line::isDocumented).orElse(false)),
            targets,
            target,
            note);
    if (rows.put(pointer, row) != null) {
      throw new IllegalStateException(pointer + " was told of twice");
    }
  }

  /** Sets a field if the value is one that Talkturo takes. */
  boolean set(ManagedField field, Object value) {
    if (value instanceof String text && !Shown.isUnicode(text)) {
      return false;
    }
    try {
      AssistantSpec.builder().set(field, value).build();
    } catch (IllegalArgumentException refused) {
      return false;
    }
    fields.put(field, value);
    return true;
  }

  /**
   * Fields that belong together take parts of the leaf, or what the caller chose in its place: all
   * of them or, if a part is blank, none.
   */
  void take(String pointer, Map<ManagedField, String> parts, String note) {
    Map<ManagedField, String> ordered = new EnumMap<>(parts);
    if (!ordered.values().stream().allMatch(part -> !part.isBlank() && Shown.isUnicode(part))) {
      open(pointer, "a part of it is blank or no text; set " + join(ordered.keySet()));
      return;
    }
    fields.putAll(ordered);
    row(
        pointer,
        Outcome.CONVERTED,
        ordered.keySet().stream().map(ManagedField::jsonName).toList(),
        Shown.plain(join(ordered.values())),
        note);
  }

  /** Fields that the source says nothing of take what the caller chose. */
  void choose(String option, Map<ManagedField, String> parts) {
    Map<ManagedField, String> ordered = new EnumMap<>(parts);
    if (ordered.keySet().stream().noneMatch(fields::containsKey)) {
      fields.putAll(ordered);
      defaulted(option, join(ordered.values()), "the source has none; you chose this");
    }
  }

  private static String join(Collection<?> parts) {
    return parts.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** A text with the caller's names of variables. */
  String renamed(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            variable -> {
              String name = options.variables.get(variable.group(1).strip());
              return Matcher.quoteReplacement(name == null ? variable.group() : "{{" + name + "}}");
            });
  }

  /** A text whose variables have other names in the spec; whether the field has it now. */
  boolean carryPrompt(String pointer, ManagedField field) {
    Optional<String> text = text(pointer);
    if (text.isEmpty()) {
      return false;
    }
    String renamed = renamed(text.get());
    boolean isSet = set(field, renamed);
    if (!isSet) {
      refused(pointer, field);
    } else if (renamed.equals(text.get())) {
      carried(pointer, field);
    } else {
      converted(pointer, Shown.text(renamed), "variables renamed", field);
    }
    return isSet;
  }

  /** What is off until the caller chooses, so that nothing records or answers by accident. */
  void flag(ManagedField field, Optional<Boolean> choice) {
    fields.put(field, choice.orElse(false));
    if (choice.isEmpty()) {
      defaulted(field.jsonName(), "false", "off until you choose");
    }
  }

  void defaulted(String subject, String value, String note) {
    defaults.add(new DefaultRow(subject, value, note));
  }

  AssistantSpec spec() {
    AssistantSpec.Builder spec = AssistantSpec.builder().templateId(TemplateId.CUSTOM);
    fields.forEach(spec::set);
    return spec.build();
  }

  MigrationReport report(String vendor, String sourceId, String key) {
    leaves.forEach(this::tellOfTheRest);
    for (ManagedField field : ManagedField.values()) {
      if (!fields.containsKey(field)) {
        defaulted(field.jsonName(), "", "nothing to carry over; left to Talkturo");
      }
    }
    defaults.add(
        0,
        new DefaultRow("templateId", TemplateId.CUSTOM.value(), "the source knows no templates"));
    return new MigrationReport(
        vendor, sourceId, key, new ArrayList<>(rows.values()), defaults, findings());
  }

  private void tellOfTheRest(String pointer, @Nullable Object leaf) {
    if (rows.containsKey(pointer)) {
      return;
    }
    Optional<Advice.Line> line = advice.of(pointer);
    if (line.isPresent() && line.get().isIdentity()) {
      row(pointer, Outcome.IDENTITY, List.of(), "", line.get().text());
    } else if (Leaves.isEmpty(leaf) && !line.map(Advice.Line::emptyMeansSomething).orElse(false)) {
      row(pointer, Outcome.CONVERTED, List.of(), "left out", "nothing is set at the source");
    } else {
      dropped(
          pointer,
          line.map(Advice.Line::text)
              .orElse("not documented by the vendor's page; look what it does"));
    }
  }

  private List<PromptFinding> findings() {
    boolean outbound = Boolean.TRUE.equals(fields.get(ManagedField.OUTBOUND_ENABLED));
    List<PromptFinding> findings = new ArrayList<>();
    for (ManagedField field : List.of(ManagedField.FIRST_MESSAGE, ManagedField.SYSTEM_PROMPT)) {
      if (fields.get(field) instanceof String text) {
        findings.addAll(Prompts.check(field, text, options.customFields, outbound));
      }
    }
    return findings;
  }
}
