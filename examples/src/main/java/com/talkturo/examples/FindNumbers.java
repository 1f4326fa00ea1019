package com.talkturo.examples;

import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.assistants.AssistantsClient;
import com.talkturo.sdk.assistants.PhoneNumber;
import com.talkturo.sdk.testing.TalkturoServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists the phone numbers that an assistant can be given, and assigns one by the number itself: the
 * API wants its id. On your account, give the assistant's id and the number as arguments.
 */
public final class FindNumbers {
  private FindNumbers() {}

  public static void main(String[] args) {
    try (Playground playground = Playground.open()) {
      AssistantsClient assistants = playground.client().assistants();
      String assistantId;
      String wanted;
      if (playground.server().isPresent()) {
        TalkturoServer server = playground.server().get();
        server.phoneNumbers().add(Map.of("id", "pn_berlin", "phone_number", "+4930123456"));
        Assistant assistant = assistants.create(r -> r.name("Front desk"));
        assistantId = assistant.id();
        wanted = "+4930123456";
      } else if (args.length == 2) {
        assistantId = args[0];
        wanted = args[1];
      } else {
        System.out.println("Arguments: the assistant's id, and a number such as +4930123456.");
        return;
      }

      List<PhoneNumber> numbers = assistants.assignablePhoneNumbers(assistantId).numbers();
      for (PhoneNumber number : numbers) {
        System.out.printf(
            "%-16s %-12s %s%n",
            number.phoneNumber().orElse("(no number)"),
            number.id(),
            number.assistantId().map(id -> "on " + id).orElse("free"));
      }
      Optional<PhoneNumber> found =
          numbers.stream()
              .filter(number -> number.phoneNumber().equals(Optional.of(wanted)))
              .findFirst();
      if (found.isEmpty()) {
        System.out.println(wanted + " is not among them.");
        return;
      }
      // Replaces the numbers that the assistant has: add their ids to keep them.
      assistants.assignPhoneNumbers(assistantId, found.get().id());
      System.out.println("Assigned " + wanted + " to " + assistantId + ".");
    }
  }
}
