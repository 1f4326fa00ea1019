package com.talkturo.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.talkturo.cli.Output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A plan that somebody has looked at: classes and digests, no values.
 *
 * @param title of the environment and account that it was made for
 */
record SavedPlan(String title, Changes.Choice choice, String plan) {
  void write(Path file) {
    ObjectNode node = Json.object().put("made_for", title);
    node.set("options", choice.toJson());
    node.set("plan", Json.read(plan));
    try {
      Files.writeString(file, node.toPrettyString() + "\n");
    } catch (IOException e) {
      throw new RefusedException("the plan cannot be written: " + e);
    }
  }

  static SavedPlan read(Path file) {
    try {
      JsonNode node = Json.read(Files.readString(file));
      if (!node.path("made_for").isTextual() || !node.path("plan").isObject()) {
        throw new RefusedException(file + " is not a plan; make one with talkturo plan --out");
      }
      return new SavedPlan(
          node.get("made_for").asText(),
          Changes.Choice.of(node.path("options")),
          node.get("plan").toString());
    } catch (IOException e) {
      throw new RefusedException("the plan cannot be read: " + e);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(file + " is not a plan: " + e.getMessage());
    }
  }
}
