package com.talkturo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.TalkturoServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What apply sends is what it printed: by key, field, value and phone number, nothing else. */
class ApplySendsThePlanTest {
  private static final List<String> KEYS = List.of("a", "b", "c", "d");
  private static final List<String> FIELDS =
      List.of(
          "temperature",
          "max_tokens",
          "first_message",
          "recording_enabled",
          "provider",
          "model",
          "voice_provider",
          "voice_id",
          "voice_name");

  /** Of a number whose taker failed; that is told. */
  private static final Pattern GIVEN_BACK = Pattern.compile("was given back to key \"(\\w)\"");

  /** Less is sent of a key that fails. */
  private static final Pattern FAILED = Pattern.compile("(?m)^! key \"(\\w)\"");

  private final TalkturoServer server = TalkturoServer.start();

  @TempDir Path path;

  @AfterEach
  void stop() {
    server.close();
  }

  /** Creates, changes, clears, numbers that come, go and pass on, drift of all of it. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 80})
  void whateverIsDeclaredAndChangedOutside(long seed) {
    Random random = new Random(seed);
    server.phoneNumbers().add(Map.of("id", "pn_d4"));
    ProjectFolder folder = ProjectFolder.of(path, server);
    Map<String, List<String>> numbers = numbers(random, KEYS);
    KEYS.forEach(key -> write(folder, random, key, numbers.get(key)));
    folder.run("init");
    for (int i = 0; i < 6; i++) {
      if (i > 0) {
        Map<String, List<String>> others = numbers(random, KEYS);
        KEYS.forEach(key -> write(folder, random, key, others.get(key)));
        changeOutside(random);
      }
      String way = List.of("fail", "overwrite", "keep").get(random.nextInt(3));
      SentRequests sent = new SentRequests(server);

      folder.run("apply", "--yes", "--allow-unassign", "--on-drift", way);

      Map<String, Set<String>> really = sent.byKey();
      Map<String, Set<String>> printed =
          new PrintedPlan(folder.printed(), way, server).byKey(really);
      Set<String> failed = keysIn(FAILED, folder.errors());
      Set<String> givenBack = keysIn(GIVEN_BACK, folder.errors());
      String round = "round " + i + ", " + way + "\n" + folder.printed() + folder.errors();
      for (String key : KEYS) {
        Set<String> sentOfKey = new TreeSet<>(really.getOrDefault(key, Set.of()));
        if (givenBack.contains(key)) {
          sentOfKey.removeIf(change -> change.startsWith("numbers "));
        }
        Set<String> printedOfKey = printed.getOrDefault(key, Set.of());
        assertThat(printedOfKey).as(key + " in " + round).containsAll(sentOfKey);
        if (!failed.contains(key) && !givenBack.contains(key)) {
          assertThat(sentOfKey).as(key + " in " + round).containsAll(printedOfKey);
        }
      }
      assertThat(KEYS).containsAll(really.keySet());
    }
  }

  private static Set<String> keysIn(Pattern pattern, String errors) {
    return pattern
        .matcher(errors)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aDeletionSendsWhatItSaysAndApplyNeverDeletes() {
    ProjectFolder folder = ProjectFolder.of(path, server);
    folder.write("assistants/a.yaml", "name: a\nphoneNumberIds: [pn_a1]\n");
    folder.write("assistants/b.yaml", "name: b\n");
    folder.run("init");
    assertThat(folder.run("apply", "--yes")).isZero();
    SentRequests sent = new SentRequests(server);

    assertThat(folder.run("delete", "a", "--yes")).isZero();
    assertThat(sent.byKey()).isEqualTo(Map.of("a", Set.of("numbers - pn_a1", "(deleted)")));

    SentRequests none = new SentRequests(server);
    assertThat(folder.run("apply", "--yes")).isNotZero();
    assertThat(none.byKey()).isEmpty();
  }

  /** Each number belongs to one of the keys, or to none. */
  private static Map<String, List<String>> numbers(Random random, List<String> keys) {
    Map<String, List<String>> numbers = new HashMap<>();
    keys.forEach(key -> numbers.put(key, new ArrayList<>()));
    for (String id : List.of("pn_a1", "pn_b2", "pn_c3", "pn_d4")) {
      if (random.nextInt(5) > 0) {
        numbers.get(keys.get(random.nextInt(keys.size()))).add(id);
      }
    }
    return numbers;
  }

  private void write(ProjectFolder folder, Random random, String key, List<String> numbers) {
    StringBuilder yaml = new StringBuilder("name: " + key + "\n");
    List<String> cleared = new ArrayList<>();
    for (String field : FIELDS) {
      int choice = random.nextInt(8);
      if (choice == 0 && field.startsWith("voice_")) {
        cleared.add(field);
      } else if (choice > 2) {
        yaml.append(field).append(": ").append(value(field, random)).append('\n');
      }
    }
    if (random.nextBoolean()) {
      yaml.append("extra: {speed: ").append(random.nextInt(3)).append("}\n");
    }
    if (!cleared.isEmpty()) {
      yaml.append("clear: ").append(cleared).append('\n');
    }
    if (random.nextBoolean()) {
      yaml.append("phoneNumberIds: ").append(numbers).append('\n');
    } else if (random.nextInt(4) > 0) {
      yaml.append("phoneNumbers: ")
          .append(numbers.stream().map(id -> "\"" + e164(id) + "\"").toList())
          .append('\n');
    }
    folder.write("assistants/" + key + ".yaml", yaml.toString());
  }

  private String e164(String id) {
    return PrintedPlan.numbersById(server).get(id);
  }

  private static String value(String field, Random random) {
    return switch (field) {
      case "temperature" -> String.format(Locale.ROOT, "0.%d", random.nextInt(10));
      case "max_tokens" -> String.valueOf(1 + random.nextInt(1000));
      case "recording_enabled" -> String.valueOf(random.nextBoolean());
      default -> field + random.nextInt(3);
    };
  }

  private void changeOutside(Random random) {
    List<Map<String, Object>> all = new ArrayList<>();
    server.assistants().forEach(assistant -> all.add(new HashMap<>(assistant)));
    String id = String.valueOf(all.get(random.nextInt(all.size())).get("id"));
    Map<String, @Nullable Object> change = new HashMap<>();
    change.put("max_tokens", 5000 + random.nextInt(100));
    change.put("voice_name", random.nextBoolean() ? null : "outside");
    server.changeAssistant(id, change);
    if (random.nextBoolean()) {
      server.phoneNumbers().assign(id);
    }
  }
}
