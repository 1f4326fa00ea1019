package com.talkturo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.ReceivedRequest;
import com.talkturo.sdk.testing.TalkturoServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What apply sends is what it printed: by key and field, nothing else. */
class ApplySendsThePlanTest {
  private static final List<String> FIELDS =
      List.of(
          "temperature", "max_tokens", "first_message", "recording_enabled", "outbound_enabled");
  private static final Pattern KEY = Pattern.compile("[+~!] (\\S+).*");
  private static final Pattern FIELD = Pattern.compile(" {4}(\\w+) .*");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void byKeyAndField(long seed, @TempDir Path path) {
    Random random = new Random(seed);
    try (TalkturoServer server = TalkturoServer.start()) {
      ProjectFolder folder = ProjectFolder.of(path, server);
      List<String> keys = List.of("a", "b", "c", "d");
      keys.forEach(key -> write(folder, random, key));
      folder.run("init");
      for (int round = 0; round < 4; round++) {
        if (round > 0) {
          keys.stream()
              .filter(key -> random.nextBoolean())
              .forEach(key -> write(folder, random, key));
          List<Map<String, Object>> all = assistants(server);
          String changed = String.valueOf(all.get(random.nextInt(all.size())).get("id"));
          server.changeAssistant(changed, Map.of("max_tokens", 5000 + round));
        }
        Map<String, String> namesById = namesById(server);
        server.clearRequests();

        folder.run("apply", "--yes", "--on-drift", random.nextBoolean() ? "overwrite" : "fail");

        assertThat(sent(server, namesById)).isEqualTo(printed(folder.printed()));
      }
    }
  }

  private static void write(ProjectFolder folder, Random random, String key) {
    StringBuilder yaml = new StringBuilder("name: " + key + "\n");
    for (String field : FIELDS) {
      if (random.nextBoolean()) {
        yaml.append(field).append(": ");
        yaml.append(
            switch (field) {
              case "temperature" -> String.format(Locale.ROOT, "0.%d", random.nextInt(10));
              case "max_tokens" -> String.valueOf(1 + random.nextInt(1000));
              case "first_message" -> "Hello " + random.nextInt(100);
              default -> String.valueOf(random.nextBoolean());
            });
        yaml.append('\n');
      }
    }
    folder.write("assistants/" + key + ".yaml", yaml.toString());
  }

  private static List<Map<String, Object>> assistants(TalkturoServer server) {
    List<Map<String, Object>> all = new ArrayList<>();
    server.assistants().forEach(assistant -> all.add(new TreeMap<>(assistant)));
    return all;
  }

  /** The key is the name, too. */
  private static Map<String, String> namesById(TalkturoServer server) {
    Map<String, String> names = new TreeMap<>();
    assistants(server)
        .forEach(a -> names.put(String.valueOf(a.get("id")), String.valueOf(a.get("name"))));
    return names;
  }

  private static Map<String, Set<String>> sent(
      TalkturoServer server, Map<String, String> namesById) {
    Map<String, String> names = new TreeMap<>(namesById);
    names.putAll(namesById(server));
    Map<String, Set<String>> sent = new TreeMap<>();
    for (ReceivedRequest request : server.requests()) {
      if (request.method().equals("PATCH")) {
        String id = request.path().substring(request.path().lastIndexOf('/') + 1);
        Set<String> fields = new TreeSet<>(request.jsonObject().keySet());
        fields.remove("accountSlug");
        sent.computeIfAbsent(String.valueOf(names.get(id)), key -> new TreeSet<>()).addAll(fields);
      } else {
        assertThat(request.method()).isIn("GET", "POST");
      }
      if (request.method().equals("POST")) {
        String name = String.valueOf(request.jsonObject().get("name")).replaceAll(" \\[tk-.*", "");
        assertThat(request.jsonObject()).containsOnlyKeys("accountSlug", "name");
        sent.computeIfAbsent(name, key -> new TreeSet<>()).add("name");
      }
    }
    return sent;
  }

  /** Fields of keys that are to be written; those of problems are only shown. */
  private static Map<String, Set<String>> printed(String plan) {
    Map<String, Set<String>> printed = new TreeMap<>();
    String key = "";
    boolean isOverwritten = plan.contains("will be overwritten");
    for (String line : plan.lines().toList()) {
      Matcher head = KEY.matcher(line);
      Matcher field = FIELD.matcher(line);
      if (head.matches()) {
        key = line.startsWith("!") && !isOverwritten ? "" : head.group(1);
      } else if (field.matches() && !key.isEmpty() && !line.contains("left as it is")) {
        printed.computeIfAbsent(key, k -> new TreeSet<>()).add(field.group(1));
      } else if (!line.startsWith("    ")) {
        key = "";
      }
    }
    return printed;
  }
}
