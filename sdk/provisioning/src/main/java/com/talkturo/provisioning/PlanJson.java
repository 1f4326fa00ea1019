package com.talkturo.provisioning;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plans and reports for programs: never a value of a field. */
final class PlanJson {
  private PlanJson() {}

  static String write(Plan plan) {
    ObjectNode node = StoreJson.object().put("requests", plan.requests());
    plan.refusal().ifPresent(why -> node.put("refusal", why));
    ObjectNode keys = node.putObject("keys");
    for (Plan.Item item : plan.items()) {
      ObjectNode key = keys.putObject(item.key());
      key.put("class", item.classification().name()).put("digest", item.digest());
      key.put("requests", item.requests());
      item.assistantId().ifPresent(id -> key.put("assistant_id", id));
      item.problem().ifPresent(problem -> key.put("problem", problem.getMessage()));
      putChanges(key, item.changes());
      if (!item.plan().sentAlong().isEmpty()) {
        item.plan().sentAlong().forEach(key.putArray("sent_along")::add);
      }
      if (!item.promptFindings().isEmpty()) {
        ArrayNode findings = key.putArray("prompt_findings");
        item.promptFindings().forEach(finding -> findings.add(finding.toString()));
      }
    }
    return StoreJson.write(node);
  }

  private static void putChanges(ObjectNode key, List<FieldChange> changes) {
    ObjectNode fields = key.putObject("fields");
    changes.forEach(
        change -> {
          ObjectNode field = fields.putObject(change.field());
          field.put("class", change.classification().name());
          if (!change.note().isEmpty()) {
            field.put("note", change.note());
          }
        });
  }

  static String write(Report report) {
    ObjectNode node = StoreJson.object().put("requests", report.requests());
    node.put("millis", report.duration().toMillis());
    report.stopped().ifPresent(why -> node.put("stopped", why));
    if (!report.unroutedNumbers().isEmpty()) {
      report.unroutedNumbers().forEach(node.putArray("unrouted_numbers")::add);
    }
    ObjectNode keys = node.putObject("keys");
    for (Provisioned result : report.results()) {
      ObjectNode key = keys.putObject(result.key());
      key.put("class", result.classification().name()).put("requests", result.requests());
      result.assistantId().ifPresent(id -> key.put("assistant_id", id));
      result
          .failure()
          .ifPresent(
              failure ->
                  key.put("failure", failure.getMessage())
                      .put("failure_type", failure.getClass().getSimpleName()));
      putChanges(key, result.changes());
    }
    return StoreJson.write(node);
  }

  static Map<String, String> digests(String json) {
    ObjectNode node;
    try {
      node = StoreJson.read(json, "the plan");
    } catch (StateStoreException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    if (!node.path("keys").isObject()) {
      throw new IllegalArgumentException("the plan has no \"keys\"");
    }
    Map<String, String> digests = new TreeMap<>();
    node.path("keys")
        .properties()
        .forEach(key -> digests.put(key.getKey(), key.getValue().path("digest").asText()));
    return digests;
  }
}
