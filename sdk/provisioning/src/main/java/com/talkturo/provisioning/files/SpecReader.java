package com.talkturo.provisioning.files;

import com.talkturo.provisioning.AssistantSpec;
import com.talkturo.provisioning.ManagedField;
import com.talkturo.provisioning.files.Substitution.Filled;
import com.talkturo.provisioning.files.Yaml.Field;
import com.talkturo.sdk.assistants.TemplateId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads merged fields as a spec: scalars by the kind of their field. */
final class SpecReader {
  static final String TEMPLATE = "templateId";
  static final String NUMBER_IDS = "phoneNumberIds";
  static final String NUMBERS = "phoneNumbers";
  static final String REVISION = "revision";
  static final String EXTRA = "extra";

  /** The name that plans give to both ways to declare numbers. */
  static final String PLANNED_NUMBERS = "numbers";

  private static final List<String> KNOWN = known();

  private final Root root;
  private final Substitution substitution;
  private final Problems problems;
  private final Map<String, String> promptFiles;

  /**
   * @param promptFiles what was read so far, by name
   */
  SpecReader(
      Root root, Substitution substitution, Problems problems, Map<String, String> promptFiles) {
    this.root = root;
    this.substitution = substitution;
    this.problems = problems;
    this.promptFiles = promptFiles;
  }

  private static List<String> known() {
    List<String> known = new ArrayList<>();
    Arrays.stream(ManagedField.values()).map(ManagedField::jsonName).forEach(known::add);
    known.addAll(List.of(TEMPLATE, NUMBER_IDS, NUMBERS, REVISION, EXTRA, Layers.CLEAR));
    return List.copyOf(known);
  }

  /**
   * A spec and where its parts stand.
   *
   * @param texts by field, for the check of prompts
   * @param numbers by id or E.164 form
   * @param fields as merged, before substitution
   */
  record Read(
      AssistantSpec spec,
      Map<ManagedField, PromptSource> texts,
      Map<String, Place> numbers,
      Map<String, Field> fields) {}

  /** Empty if the fields do not make a spec; what is wrong went to the problems. */
  Optional<Read> read(Map<String, Field> fields, Place start) {
    AssistantSpec.Builder spec = AssistantSpec.builder();
    Map<ManagedField, PromptSource> texts = new LinkedHashMap<>();
    Map<String, Place> numbers = new LinkedHashMap<>();
    fields.forEach(
        (name, field) -> {
          Optional<ManagedField> managed = ManagedField.of(name);
          if (managed.isPresent()) {
            managed(spec, managed.get(), field, texts);
            return;
          }
          switch (name) {
            case TEMPLATE ->
                scalar(name, field.value())
                    .ifPresent(v -> set(spec, name, field, v, templateOf(v.text())));
            case REVISION -> revision(spec, field);
            case NUMBER_IDS ->
                numbers(spec, name, field, numbers, (b, list) -> b.phoneNumberIds(list));
            case NUMBERS -> numbers(spec, name, field, numbers, (b, list) -> b.phoneNumbers(list));
            case EXTRA -> extra(spec, field);
            case Layers.CLEAR -> clear(spec, field);
            default ->
                problems.add(
                    field.place(),
                    "unknown field \""
                        + name
                        + "\""
                        + Nearest.hint(name, KNOWN)
                        + " A field that the SDK does not model goes under extra:");
          }
        });
    try {
      return Optional.of(new Read(spec.build(), texts, numbers, fields));
    } catch (IllegalArgumentException e) {
      // Each field was checked at its own place; this is about their sum.
      problems.add(start, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Applies a change if it makes a valid spec by itself; whether it does. */
  private boolean set(
      AssistantSpec.Builder spec,
      String name,
      Field field,
      Filled value,
      Consumer<AssistantSpec.Builder> change) {
    try {
      AssistantSpec.Builder alone = AssistantSpec.builder();
      change.accept(alone);
      alone.build();
      change.accept(spec);
      if (value.isHidden()) {
        spec.hide(name);
      }
      return true;
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      problems.add(field.value().place(), value.isHidden() ? hidden(name, message) : message);
      return false;
    }
  }

  /** A message "NAME is VALUE; allowed is ..." may spell the value in another way. */
  private static String hidden(String name, String message) {
    int allowed = message.lastIndexOf("; allowed");
    return name
        + " is (hidden)"
        + (allowed < 0 ? ", which is not valid" : message.substring(allowed));
  }

  private static Consumer<AssistantSpec.Builder> templateOf(String text) {
    return b -> b.templateId(TemplateId.of(text));
  }

  private void managed(
      AssistantSpec.Builder spec,
      ManagedField managed,
      Field field,
      Map<ManagedField, PromptSource> texts) {
    String name = managed.jsonName();
    if (managed.kind() == ManagedField.Kind.TEXT && field.value() instanceof Yaml.Fields map) {
      promptFile(name, map)
          .ifPresent(
              source -> {
                texts.put(managed, source);
                set(
                    spec,
                    name,
                    field,
                    new Filled(source.text(), false),
                    b -> b.set(managed, source.text()));
                spec.label(name, source.place().file());
              });
      return;
    }
    Optional<Filled> filled = scalar(name, field.value());
    if (filled.isEmpty()) {
      return;
    }
    Filled value = filled.get();
    typed(managed, value)
        .ifPresentOrElse(
            typed -> set(spec, name, field, value, b -> b.set(managed, typed)),
            () ->
                problems.add(
                    field.value().place(),
                    name + " is " + value.shown() + "; allowed is " + allowed(managed.kind())));
    if (managed.kind() == ManagedField.Kind.TEXT && field.value() instanceof Yaml.Text text) {
      texts.put(managed, PromptSource.of(text, value));
    }
  }

  private static String allowed(ManagedField.Kind kind) {
    return switch (kind) {
      case TEXT -> "text";
      case DECIMAL -> "a number";
      case INTEGER -> "a whole number";
      case FLAG -> "true or false";
    };
  }

  private static Optional<Object> typed(ManagedField field, Filled value) {
    String text = value.text();
    return switch (field.kind()) {
      case TEXT -> Optional.of(text);
      case FLAG ->
          text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
              ? Optional.of(Boolean.valueOf(text))
              : Optional.empty();
      case DECIMAL -> decimal(text).map(BigDecimal::doubleValue);
      case INTEGER -> decimal(text).flatMap(SpecReader::whole);
    };
  }

  private static Optional<BigDecimal> decimal(String text) {
    try {
      return Optional.of(new BigDecimal(text.trim()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> whole(BigDecimal number) {
    try {
      return Optional.of(number.intValueExact());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private Optional<Filled> scalar(String name, Yaml value) {
    if (value instanceof Yaml.Text text) {
      return substitution.fill(text);
    }
    problems.add(
        value.place(), name + " is " + value.kind() + "; allowed is one value" + fileHint(name));
    return Optional.empty();
  }

  private static String fileHint(String name) {
    boolean isText =
        ManagedField.of(name).filter(f -> f.kind() == ManagedField.Kind.TEXT).isPresent();
    return isText ? ", or {file: prompts/name.md}" : "";
  }

  private Optional<PromptSource> promptFile(String name, Yaml.Fields map) {
    Field file = map.fields().get("file");
    for (Map.Entry<String, Field> other : map.fields().entrySet()) {
      if (!other.getKey().equals("file")) {
        problems.add(
            other.getValue().place(),
            "unknown name \"" + other.getKey() + "\" in " + name + "; allowed is file");
      }
    }
    if (file == null) {
      if (map.fields().isEmpty()) {
        problems.add(map.place(), name + " is an empty map; allowed is text" + fileHint(name));
      }
      return Optional.empty();
    }
    Optional<Filled> path = scalar("file", file.value());
    if (path.isEmpty()) {
      return Optional.empty();
    }
    String known = promptFiles.get(path.get().text());
    Optional<String> text =
        known != null
            ? Optional.of(known)
            : root.text(path.get().text(), file.value().place(), "the prompt file", problems)
                .map(SpecReader::withoutFinalNewline);
    text.ifPresent(read -> promptFiles.put(path.get().text(), read));
    return text.map(read -> PromptSource.ofFile(path.get().text(), read));
  }

  /** Windows' line ends are those of a checkout, not of the prompt. */
  private static String withoutFinalNewline(String text) {
    String lines = text.replace("\r\n", "\n");
    return lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
  }

  private void revision(AssistantSpec.Builder spec, Field field) {
    scalar(REVISION, field.value())
        .ifPresent(
            value -> {
              try {
                spec.revision(Long.parseLong(value.text().trim()));
              } catch (NumberFormatException e) {
                problems.add(
                    field.value().place(),
                    REVISION + " is " + value.shown() + "; allowed is a whole number");
              }
            });
  }

  private void numbers(
      AssistantSpec.Builder spec,
      String name,
      Field field,
      Map<String, Place> places,
      BiConsumer<AssistantSpec.Builder, List<String>> set) {
    Optional<List<Yaml.Text>> items = texts(name, field.value());
    if (items.isEmpty()) {
      return;
    }
    List<String> numbers = new ArrayList<>();
    for (Yaml.Text item : items.get()) {
      Optional<Filled> value = substitution.fill(item);
      if (value.isEmpty()) {
        continue;
      }
      boolean isValid =
          set(
              spec,
              PLANNED_NUMBERS,
              new Field(item.place(), item.span(), item),
              value.get(),
              b -> set.accept(b, List.of(value.get().text())));
      if (isValid) {
        numbers.add(value.get().text());
      }
      if (places.putIfAbsent(value.get().text(), item.place()) != null) {
        problems.add(item.place(), name + " holds " + value.get().shown() + " twice");
      }
    }
    set.accept(spec, numbers);
  }

  private Optional<List<Yaml.Text>> texts(String name, Yaml value) {
    if (!(value instanceof Yaml.Items items)) {
      problems.add(value.place(), name + " is " + value.kind() + "; allowed is a list");
      return Optional.empty();
    }
    List<Yaml.Text> texts = new ArrayList<>();
    for (Yaml item : items.items()) {
      if (item instanceof Yaml.Text text) {
        texts.add(text);
      } else {
        problems.add(item.place(), name + " holds " + item.kind() + "; allowed are scalars");
      }
    }
    return Optional.of(texts);
  }

  private void clear(AssistantSpec.Builder spec, Field field) {
    texts(Layers.CLEAR, field.value())
        .ifPresent(
            items ->
                new TreeSet<>(items.stream().map(Yaml.Text::text).toList())
                    .forEach(name -> clear(spec, field, name)));
  }

  private void clear(AssistantSpec.Builder spec, Field field, String name) {
    List<String> fields = KNOWN.subList(0, ManagedField.values().length);
    Optional<String> near = Nearest.of(name, fields).filter(n -> !fields.contains(name));
    if (near.isPresent()) {
      problems.add(
          field.value().place(),
          "clear holds \"" + name + "\"; did you mean \"" + near.get() + "\"?");
      return;
    }
    set(spec, name, field, new Filled("", false), b -> b.clear(name));
  }

  private void extra(AssistantSpec.Builder spec, Field field) {
    if (!(field.value() instanceof Yaml.Fields map)) {
      problems.add(
          field.value().place(), "extra is " + field.value().kind() + "; allowed is a map");
      return;
    }
    ExtraReader values = new ExtraReader(substitution, problems);
    map.fields()
        .forEach(
            (name, member) ->
                values
                    .read(name, member.value())
                    .ifPresent(
                        value ->
                            set(
                                spec,
                                name,
                                member,
                                new Filled("", value.isHidden()),
                                b -> b.extra(name, value.tree()))));
  }
}
