package com.talkturo.provisioning.files;

import com.talkturo.provisioning.AssistantSpec;
import com.talkturo.provisioning.ManagedField;
import com.talkturo.provisioning.PromptFinding;
import com.talkturo.provisioning.PromptFinding.Severity;
import com.talkturo.provisioning.Prompts;
import com.talkturo.provisioning.files.Yaml.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads all files of an environment. */
final class FolderReader {
  static final String MAIN = "talkturo.yaml";
  static final String ASSISTANTS = "assistants";
  static final String ENVIRONMENTS = "environments";
  private static final String ENDING = ".yaml";
  private static final String KEY_VARIABLE = "TALKTURO_API_KEY";
  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
  private static final Pattern MISNAMED = Pattern.compile("(?i).+\\.(yaml|yml|json)");
  private static final Pattern VARIABLE = Pattern.compile("[A-Z_][A-Z0-9_]*");

  private final Root root;
  private final Function<String, @Nullable String> variables;

  FolderReader(Root root, Function<String, @Nullable String> variables) {
    this.root = root;
    this.variables = variables;
  }

  /**
   * All that was read.
   *
   * @param assistants by key, what the assistants' own files hold
   * @param overrides by key, what the environment's file holds
   * @param texts the texts of the files, by name
   */
  record Folder(
      Declared declared,
      Map<String, Yaml.Fields> assistants,
      Map<String, Yaml.Fields> overrides,
      Map<String, SpecReader.Read> specs,
      Map<String, String> texts) {}

  static List<String> environments(Root root) {
    return root.list(ENVIRONMENTS, ENDING).stream().map(FolderReader::withoutEnding).toList();
  }

  private static String withoutEnding(String name) {
    return name.substring(0, name.length() - ENDING.length());
  }

  static String assistantFile(String key) {
    return ASSISTANTS + "/" + key + ENDING;
  }

  static String environmentFile(String environment) {
    return ENVIRONMENTS + "/" + environment + ENDING;
  }

  Folder read(String environment) {
    return new Reading(environment).folder();
  }

  /** One pass over the files. */
  private final class Reading {
    private final String environment;
    private final Problems problems = new Problems();
    private final Substitution substitution = new Substitution(variables, problems);
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Yaml.Fields> assistants = new TreeMap<>();

    Reading(String environment) {
      this.environment = environment;
    }

    Folder folder() {
      requireEnvironment();
      Section main = section(MAIN, List.of("custom_fields", "strict_prompts", "defaults"));
      Section own =
          section(
              environmentFile(environment),
              List.of("base_url", "account", "api_key_variable", ASSISTANTS));
      Yaml.Fields defaults = main.map("defaults");
      readAssistants();
      root.list(ENVIRONMENTS, "").stream()
          .filter(name -> !name.endsWith(ENDING))
          .forEach(name -> requireNotMeant(ENVIRONMENTS + "/" + name));
      Map<String, Yaml.Fields> overrides = overrides(own.map(ASSISTANTS));
      Map<String, List<Yaml.Fields>> layers = new TreeMap<>();
      assistants.forEach(
          (key, fields) -> {
            List<Yaml.Fields> of = new ArrayList<>(List.of(defaults, fields));
            Optional.ofNullable(overrides.get(key)).ifPresent(of::add);
            layers.put(key, of);
          });
      boolean strict = main.flag("strict_prompts");
      Set<String> customFields = main.texts("custom_fields");
      Map<String, SpecReader.Read> specs = specs(layers);
      specs.values().forEach(read -> checkPrompts(read, customFields, strict));
      requireDistinctNumbers(specs);
      Declared declared =
          new Declared(
              environment,
              own.text("base_url"),
              own.text("account"),
              keyVariable(own),
              customFields,
              strict,
              specsOf(specs),
              root.folder().resolve("state").resolve(environment));
      problems.throwIfAny();
      return new Folder(declared, assistants, overrides, specs, texts);
    }

    private void requireEnvironment() {
      if (!root.exists(MAIN)) {
        throw Problems.one(
            Place.startOf(MAIN),
            "the file does not exist in " + root.folder() + "; name the folder, or run init");
      }
      if (!environments(root).contains(environment)) {
        throw Problems.one(
            Place.startOf(environmentFile(environment)),
            "there is no environment \""
                + environment
                + "\""
                + Nearest.hint(environment, environments(root)));
      }
    }

    private Yaml.Fields file(String name) {
      Optional<String> text = root.text(name, Place.startOf(name), "the file", problems);
      text.ifPresent(read -> texts.put(name, read));
      return YamlReader.read(name, text.orElse(""), problems);
    }

    private Section section(String name, List<String> known) {
      Yaml.Fields fields = file(name);
      fields
          .fields()
          .forEach(
              (field, value) -> {
                if (!known.contains(field)) {
                  problems.add(
                      value.place(), "unknown name \"" + field + "\"" + Nearest.hint(field, known));
                }
              });
      return new Section(fields, substitution, problems);
    }

    private void readAssistants() {
      Set<String> subfolders = Set.copyOf(root.folders(ASSISTANTS));
      for (String name : root.list(ASSISTANTS, "")) {
        String file = ASSISTANTS + "/" + name;
        if (subfolders.contains(name)) {
          problems.add(
              Place.startOf(file), "folders in assistants/ are not read; move its files up");
        } else if (name.endsWith(ENDING)) {
          String key = withoutEnding(name);
          if (KEY.matcher(key).matches()) {
            assistants.put(key, file(file));
          } else {
            problems.add(
                Place.startOf(file),
                "the file's name is the key, and \"" + key + "\" is none; allowed is " + KEY);
          }
        } else {
          requireNotMeant(file);
        }
      }
    }

    /** A file that somebody takes for one of ours. */
    private void requireNotMeant(String file) {
      if (MISNAMED.matcher(file).matches()) {
        problems.add(
            Place.startOf(file), "the file would be ignored; its name must end in " + ENDING);
      }
    }

    private Map<String, Yaml.Fields> overrides(Yaml.Fields section) {
      Map<String, Yaml.Fields> overrides = new HashMap<>();
      section
          .fields()
          .forEach(
              (key, field) -> {
                if (!assistants.containsKey(key)) {
                  problems.add(
                      field.place(),
                      "there is no file "
                          + assistantFile(key)
                          + Nearest.hint(key, assistants.keySet()));
                } else if (field.value() instanceof Yaml.Fields map) {
                  overrides.put(key, map);
                } else {
                  problems.add(
                      field.value().place(),
                      key + " is " + field.value().kind() + "; allowed is a map of fields");
                }
              });
      return overrides;
    }

    private Map<String, SpecReader.Read> specs(Map<String, List<Yaml.Fields>> layers) {
      SpecReader reader = new SpecReader(root, substitution, problems, new HashMap<>());
      Layers merging = new Layers(problems);
      Map<String, SpecReader.Read> specs = new TreeMap<>();
      layers.forEach(
          (key, of) ->
              reader
                  .read(merging.merge(of), Place.startOf(assistantFile(key)))
                  .ifPresent(read -> specs.put(key, read)));
      return specs;
    }

    private static Map<String, AssistantSpec> specsOf(Map<String, SpecReader.Read> specs) {
      Map<String, AssistantSpec> plain = new TreeMap<>();
      specs.forEach((key, read) -> plain.put(key, read.spec()));
      return Collections.unmodifiableMap(plain);
    }

    /** What the engine would refuse, told at its place. */
    private void checkPrompts(SpecReader.Read read, Set<String> customFields, boolean strict) {
      boolean outbound =
          !Boolean.FALSE.equals(read.spec().fields().get(ManagedField.OUTBOUND_ENABLED.jsonName()));
      Severity least = strict ? Severity.WARNING : Severity.ERROR;
      read.texts()
          .forEach(
              (field, source) ->
                  Prompts.check(field, source.text(), customFields, outbound).stream()
                      .filter(finding -> finding.severity().compareTo(least) <= 0)
                      .map(finding -> isHidden(read, field) ? hidden(finding) : finding)
                      .forEach(finding -> source.report(finding, problems)));
    }

    private static boolean isHidden(SpecReader.Read read, ManagedField field) {
      return read.spec().hiddenFields().contains(field.jsonName());
    }

    /** The message would show what a variable holds. */
    private static PromptFinding hidden(PromptFinding finding) {
      return new PromptFinding(
          finding.severity(),
          finding.field(),
          finding.line(),
          finding.column(),
          "braces or a variable are wrong here; the text comes from an environment variable and is"
              + " not shown");
    }

    private void requireDistinctNumbers(Map<String, SpecReader.Read> specs) {
      Map<String, Place> seen = new LinkedHashMap<>();
      specs.forEach(
          (key, read) ->
              read.numbers()
                  .forEach(
                      (number, place) -> {
                        Place other = seen.putIfAbsent(number, place);
                        if (other != null) {
                          boolean isHidden =
                              read.spec().hiddenFields().contains(SpecReader.PLANNED_NUMBERS);
                          problems.add(
                              place,
                              "phone number "
                                  + (isHidden ? "(hidden)" : number)
                                  + " is declared twice, also at "
                                  + other
                                  + "; a number belongs to one assistant");
                        }
                      }));
    }

    /** The value is not shown: somebody may have put the key itself there. */
    private String keyVariable(Section own) {
      String name = own.text("api_key_variable").orElse(KEY_VARIABLE);
      if (!VARIABLE.matcher(name).matches()) {
        problems.add(
            own.placeOf("api_key_variable"),
            "api_key_variable is not the name of an environment variable; allowed are capital"
                + " letters, digits and _, such as "
                + KEY_VARIABLE
                + ", never the key itself");
      }
      return name;
    }
  }

  /** The values of a file's own section. */
  private record Section(Yaml.Fields fields, Substitution substitution, Problems problems) {
    Place placeOf(String name) {
      Field field = fields.fields().get(name);
      return field == null ? fields.place() : field.value().place();
    }

    Optional<String> text(String name) {
      Field field = fields.fields().get(name);
      if (field == null) {
        return Optional.empty();
      }
      if (field.value() instanceof Yaml.Text text) {
        return substitution.fill(text).map(Substitution.Filled::text);
      }
      wrong(name, field, "text");
      return Optional.empty();
    }

    boolean flag(String name) {
      Optional<String> text = text(name);
      if (text.isPresent() && !List.of("true", "false").contains(text.get())) {
        problems.add(placeOf(name), name + " is \"" + text.get() + "\"; allowed is true or false");
      }
      return text.equals(Optional.of("true"));
    }

    Yaml.Fields map(String name) {
      Field field = fields.fields().get(name);
      if (field != null && field.value() instanceof Yaml.Fields map) {
        return map;
      }
      if (field != null) {
        wrong(name, field, "a map");
      }
      return new Yaml.Fields(fields.place(), new Yaml.Span(0, 0), false, Map.of(), true);
    }

    Set<String> texts(String name) {
      Set<String> texts = new TreeSet<>();
      Field field = fields.fields().get(name);
      if (field != null && field.value() instanceof Yaml.Items items) {
        for (Yaml item : items.items()) {
          if (item instanceof Yaml.Text text) {
            substitution.fill(text).ifPresent(filled -> texts.add(filled.text()));
          } else {
            problems.add(item.place(), name + " holds " + item.kind() + "; allowed are texts");
          }
        }
      } else if (field != null) {
        wrong(name, field, "a list of texts");
      }
      return texts;
    }

    private void wrong(String name, Field field, String allowed) {
      problems.add(
          field.value().place(), name + " is " + field.value().kind() + "; allowed is " + allowed);
    }
  }
}
