package com.talkturo.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.talkturo.cli.Output.Json;
import com.talkturo.provisioning.AssistantSpec;
import com.talkturo.provisioning.ManagedField;
import com.talkturo.provisioning.PromptFinding;
import com.talkturo.provisioning.Prompts;
import com.talkturo.provisioning.files.AssistantFiles;
import com.talkturo.provisioning.files.Declared;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Files and prompts, without the API. */
final class CheckCommand {
  private CheckCommand() {}

  static ExitCode run(Arguments arguments, Output output) {
    AssistantFiles files = Project.files(arguments, output);
    List<String> environments =
        arguments.has(Option.ENV) || files.environments().isEmpty()
            ? List.of(Project.environment(files, arguments))
            : files.environments();
    ArrayNode results = Json.object().putArray("environments");
    for (String environment : environments) {
      Declared declared = Project.read(files, environment);
      Set<String> findings = findings(declared);
      ObjectNode result = results.addObject().put("environment", environment);
      declared.specs().keySet().forEach(result.putArray("keys")::add);
      findings.forEach(result.putArray("prompt_findings")::add);
      if (!output.isJson()) {
        StringBuilder text = new StringBuilder();
        findings.forEach(finding -> text.append(finding).append('\n'));
        text.append(environment).append(": ");
        text.append(Output.count(declared.specs().size(), "assistant")).append(", all valid\n");
        output.result(text.toString());
      }
    }
    if (output.isJson()) {
      output.result(Json.object().set("environments", results));
    }
    return ExitCode.DONE;
  }

  private static Set<String> findings(Declared declared) {
    Set<String> findings = new LinkedHashSet<>();
    declared
        .specs()
        .forEach(
            (key, spec) ->
                spec.fields()
                    .forEach(
                        (name, value) -> {
                          if (value instanceof String text && !spec.hiddenFields().contains(name)) {
                            ManagedField.of(name)
                                .map(field -> found(declared, spec, field, text))
                                .orElse(List.of())
                                .forEach(
                                    finding ->
                                        findings.add(where(key, spec, name) + shown(finding)));
                          }
                        }));
    return findings;
  }

  private static List<PromptFinding> found(
      Declared declared, AssistantSpec spec, ManagedField field, String text) {
    Object outbound = spec.fields().get(ManagedField.OUTBOUND_ENABLED.jsonName());
    return new ArrayList<>(
        Prompts.check(field, text, declared.customFields(), !Boolean.FALSE.equals(outbound)));
  }

  private static String where(String key, AssistantSpec spec, String field) {
    String file = spec.labels().get(field);
    return (file == null ? key + " " + field : file) + ":";
  }

  private static String shown(PromptFinding finding) {
    return new PromptFinding(
            finding.severity(), "", finding.line(), finding.column(), finding.message())
        .toString();
  }
}
