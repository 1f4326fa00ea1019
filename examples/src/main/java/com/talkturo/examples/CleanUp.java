package com.talkturo.examples;

import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.assistants.AssistantsClient;
import com.talkturo.sdk.errors.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;

/**
 * Deletes assistants for good, each after a question. On your account, give their ids as arguments.
 */
public final class CleanUp {
  private CleanUp() {}

  public static void main(String[] args) {
    Scanner answers = new Scanner(System.in, StandardCharsets.UTF_8);
    try (Playground playground = Playground.open()) {
      AssistantsClient assistants = playground.client().assistants();
      List<String> ids = List.of(args);
      if (playground.server().isPresent()) {
        Assistant original = assistants.create(r -> r.name("Front desk"));
        Assistant copy = assistants.clone(original.id());
        ids = List.of(original.id(), copy.id(), "asst_none");
      }
      for (String id : ids) {
        delete(assistants, id, answers);
      }
    }
  }

  private static void delete(AssistantsClient assistants, String id, Scanner answers) {
    try {
      Assistant assistant = assistants.get(id);
      System.out.println(
          "Delete " + assistant.name().orElse("(no name)") + " (" + id + ") for good? yes/no");
      if (!answers.hasNextLine() || !answers.nextLine().strip().equals("yes")) {
        System.out.println("Kept " + id + ".");
        return;
      }
      boolean alreadyGone = assistants.delete(id).alreadyGone();
      System.out.println(
          alreadyGone ? "Gone: " + id + ", by an attempt before." : "Deleted " + id + ".");
    } catch (NotFoundException e) {
      System.out.println("There is no " + id + ".");
    }
  }
}
