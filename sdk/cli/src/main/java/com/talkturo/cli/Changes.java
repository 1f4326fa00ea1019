package com.talkturo.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.talkturo.cli.Output.Json;
import com.talkturo.provisioning.ApplyOptions;
import com.talkturo.provisioning.Classification;
import com.talkturo.provisioning.OnDrift;
import com.talkturo.provisioning.Plan;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What plan and apply have in common: options, the plan, its text. */
final class Changes {
  /** Those that {@link Choice} holds. */
  static final List<Option> OPTIONS =
      List.of(
          Option.ONLY,
          Option.ON_DRIFT,
          Option.ALLOW_CREATE,
          Option.ALLOW_UNASSIGN,
          Option.RECREATE_MISSING);

  private Changes() {}

  /**
   * The options that decide what a plan holds.
   *
   * @param only the keys; all if empty
   */
  record Choice(
      Set<String> only,
      OnDrift onDrift,
      int allowCreate,
      boolean allowUnassign,
      Set<String> recreateMissing) {
    static Choice of(Arguments arguments) {
      return new Choice(
          arguments.keys(Option.ONLY),
          onDrift(arguments.value(Option.ON_DRIFT).orElse("fail")),
          arguments.number(Option.ALLOW_CREATE, Integer.MAX_VALUE),
          arguments.has(Option.ALLOW_UNASSIGN),
          arguments.keys(Option.RECREATE_MISSING));
    }

    private static OnDrift onDrift(String text) {
      for (OnDrift way : OnDrift.values()) {
        if (way.name().toLowerCase(Locale.ROOT).equals(text)) {
          return way;
        }
      }
      throw new UsageException(
          Option.ON_DRIFT.flag() + " is \"" + text + "\"; allowed are fail, overwrite and keep");
    }

    void set(ApplyOptions options) {
      options
          .onDrift(onDrift)
          .maxCreates(allowCreate)
          .allowUnassign(allowUnassign)
          .recreateMissing(recreateMissing);
    }

    ObjectNode toJson() {
      ObjectNode node = Json.object();
      only.forEach(node.putArray("only")::add);
      node.put("on_drift", onDrift.name().toLowerCase(Locale.ROOT));
      node.put("allow_create", allowCreate);
      node.put("allow_unassign", allowUnassign);
      recreateMissing.forEach(node.putArray("recreate_missing")::add);
      return node;
    }

    static Choice of(JsonNode node) {
      return new Choice(
          texts(node.path("only")),
          onDrift(node.path("on_drift").asText()),
          node.path("allow_create").asInt(),
          node.path("allow_unassign").asBoolean(),
          texts(node.path("recreate_missing")));
    }

    private static Set<String> texts(JsonNode list) {
      Set<String> texts = new LinkedHashSet<>();
      list.forEach(item -> texts.add(item.asText()));
      return texts;
    }
  }

  static Plan plan(Project project, Choice choice) {
    requireKnown(Option.ONLY, choice.only(), project);
    requireKnown(Option.RECREATE_MISSING, choice.recreateMissing(), project);
    project.progress().begin("reading", project.declared().specs().size());
    try {
      Plan plan = project.provisioner().plan(project.declared().specs());
      return choice.only().isEmpty() ? plan : plan.only(choice.only());
    } catch (IllegalArgumentException e) {
      throw new UsageException("--only: " + e.getMessage());
    } finally {
      project.progress().end();
    }
  }

  private static void requireKnown(Option option, Set<String> keys, Project project) {
    Set<String> known = project.declared().specs().keySet();
    for (String key : keys) {
      if (!known.contains(key)) {
        throw new UsageException(
            option.flag() + ": no file declares \"" + key + "\"" + Suggestion.of(key, known));
      }
    }
  }

  static String text(Project project, Plan plan) {
    return project.title() + ": " + worded(plan.toString());
  }

  /** Prompts stay as they are. */
  static String worded(String text) {
    return text.lines()
            .map(line -> line.startsWith("      ") ? line : Wording.of(line))
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  static ObjectNode json(Project project, Plan plan) {
    ObjectNode node = Json.object().put("environment", project.declared().environment());
    node.set("plan", Json.read(plan.toJson()));
    return node;
  }

  /** What a plan says about the state of things, whether or not something is to be sent. */
  static ExitCode codeOf(Plan plan) {
    ExitCode code = plan.refusal().isPresent() ? ExitCode.ERROR : ExitCode.DONE;
    for (Plan.Item item : plan.items()) {
      code = code.and(codeOf(item.classification()));
    }
    return code;
  }

  static ExitCode codeOf(Classification seen) {
    return switch (seen) {
      case UNRESOLVED, CONFLICT -> ExitCode.UNRESOLVED;
      case ERROR, MISSING, DELETED, NOT_STARTED -> ExitCode.ERROR;
      default -> ExitCode.DONE;
    };
  }
}
