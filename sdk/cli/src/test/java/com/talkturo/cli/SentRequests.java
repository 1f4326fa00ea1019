package com.talkturo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.ReceivedRequest;
import com.talkturo.sdk.testing.TalkturoServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** By key, such as {@code temperature = 0.2} or {@code numbers + pn_a1}. */
  Map<String, Set<String>> byKey() {
    readKeys();
    Map<String, Set<String>> sent = new TreeMap<>();
    for (ReceivedRequest request : server.requests()) {
      if (!request.method().equals("GET")) {
        String id = request.path().replaceFirst("/api/assistants/?", "").replace(NUMBERS, "");
        String key = id.isEmpty() ? nameOf(request) : String.valueOf(keysById.get(id));
        sent.computeIfAbsent(key, k -> new TreeSet<>()).addAll(changes(request, id));
      }
    }
    return sent;
  }

  private static String nameOf(ReceivedRequest request) {
    return String.valueOf(request.jsonObject().get("name")).replaceFirst(" \\[tk-.*", "");
  }

  private Set<String> changes(ReceivedRequest request, String id) {
    if (request.method().equals("DELETE")) {
      return Set.of("(deleted)");
    }
    Map<String, @Nullable Object> body = new TreeMap<>(request.jsonObject());
    body.remove("accountSlug");
    if (request.path().endsWith(NUMBERS)) {
      assertThat(body).containsOnlyKeys("phoneNumberIds");
      return numbers(id, (List<?>) body.get("phoneNumberIds"));
    }
    if (request.method().equals("POST")) {
      assertThat(body).containsOnlyKeys("name");
      return Set.of("name = " + nameOf(request));
    }
    assertThat(request.method()).isEqualTo("PATCH");
    Set<String> changes = new TreeSet<>();
    body.forEach(
        (name, value) ->
            changes.add(name + " = " + String.valueOf(value).replaceFirst("\\.0$", "")));
    return changes;
  }

  private Set<String> numbers(String id, @Nullable List<?> after) {
    List<String> before = numbersBefore.getOrDefault(id, List.of());
    Set<String> changes = new TreeSet<>();
    for (Object number : after) {
      if (!before.contains(number)) {
        changes.add("numbers + " + number);
      }
    }
    for (String number : before) {
      if (!after.contains(number)) {
        changes.add("numbers - " + number);
      }
    }
    return changes;
  }
}
