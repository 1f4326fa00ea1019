package com.talkturo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.ReceivedRequest;
import com.talkturo.sdk.testing.TalkturoServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a server was told to change since this was made; the assistants' names are the keys. */
final class SentRequests {
  private static final String NUMBERS = "/telephony/phone-numbers";

  private final TalkturoServer server;
  private final Map<String, String> keysById = new HashMap<>();
  private final Map<String, List<String>> numbersBefore = new HashMap<>();

  SentRequests(TalkturoServer server) {
    this.server = server;
    readKeys();
    keysById.keySet().forEach(id -> numbersBefore.put(id, server.phoneNumbersOf(id)));
    server.clearRequests();
  }

  private void readKeys() {
    server
        .assistants()
        .forEach(
            assistant ->
                keysById.put(
                    String.valueOf(assistant.get("id")), String.valueOf(assistant.get("name"))));
  }

  /** Values by field by key; of numbers, what is given and taken in all. */
  Map<String, Map<String, String>> byKey() {
    readKeys();
    Map<String, Map<String, String>> sent = new TreeMap<>();
    for (ReceivedRequest request : server.requests()) {
      if (!request.method().equals("GET")) {
        String id = request.path().replaceFirst("/api/assistants/?", "").replace(NUMBERS, "");
        String key = id.isEmpty() ? nameOf(request) : String.valueOf(keysById.get(id));
        fields(request, id).forEach(
            (name, value) -> sent.computeIfAbsent(key, k -> new TreeMap<>()).put(name, value));
      }
    }
    return sent;
  }

  private static String nameOf(ReceivedRequest request) {
    return String.valueOf(request.jsonObject().get("name")).replaceFirst(" \\[tk-.*", "");
  }

  private Map<String, String> fields(ReceivedRequest request, String id) {
    if (request.method().equals("DELETE")) {
      return Map.of("(deleted)", "yes");
    }
    Map<String, @Nullable Object> body = new TreeMap<>(request.jsonObject());
    body.remove("accountSlug");
    if (request.path().endsWith(NUMBERS)) {
      assertThat(body).containsOnlyKeys("phoneNumberIds");
      return Map.of("numbers", change(id, (List<?>) body.get("phoneNumberIds")));
    }
    if (request.method().equals("POST")) {
      assertThat(body).containsOnlyKeys("name");
      return Map.of("name", nameOf(request));
    }
    assertThat(request.method()).isEqualTo("PATCH");
    Map<String, String> fields = new TreeMap<>();
    body.forEach((name, value) -> fields.put(name, String.valueOf(value)));
    return fields;
  }

  private String change(String id, @Nullable List<?> after) {
    List<String> before = numbersBefore.getOrDefault(id, List.of());
    TreeSet<String> given = new TreeSet<>();
    after.forEach(number -> given.add(String.valueOf(number)));
    TreeSet<String> taken = new TreeSet<>(before);
    taken.removeAll(given);
    before.forEach(given::remove);
    StringBuilder change = new StringBuilder();
    given.forEach(number -> change.append("  + ").append(number));
    taken.forEach(number -> change.append("  - ").append(number));
    return change.toString().strip();
  }
}
