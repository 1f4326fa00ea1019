package com.talkturo.sdk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.sdk.assistants.AssignPhoneNumbersRequest;
import com.talkturo.sdk.assistants.GetAssistantRequest;
import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.json.Decoder;
import com.talkturo.sdk.json.Model;
import com.talkturo.sdk.json.Table;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;

/**
 * Whatever a body holds, reading it gives a value or a TalkturoException, soon. The seed is printed
 * with a failure; {@code -Dfuzz.seed} repeats the run.
 */
class AnswerFuzzTest {
  private static final int BODIES = Integer.getInteger("fuzz.bodies", 120_000);
  private static final int BATCH = 1_000;
  private static final long SEED = Long.getLong("fuzz.seed", 20250101L);
  private static final long MAX_MILLIS_PER_BODY = 20_000;

  private static final MediaType JSON = MediaType.get("application/json");

  private static final List<Endpoint<?>> ENDPOINTS =
      List.of(
          endpoint(GetAssistantRequest.builder().assistantId("a").build()),
          endpoint(
              AssignPhoneNumbersRequest.builder()
                  .assistantId("a")
                  .phoneNumberIds(List.of("p"))
                  .build()),
          endpoint(ApiRequest.builder("GET", "/api/x").envelope("assistant").returning(Map.class)));

  /** What a mutation puts in place of a piece. */
  private static final List<String> SPLINTERS =
      List.of(
          "null",
          "true",
          "false",
          "[]",
          "{}",
          "\"\"",
          "\" \"",
          "0",
          "-0",
          "-1",
          "1e999999999",
          "1e-999999999",
          "-1e2147483648",
          "1E400",
          "0.1e-400",
          "9223372036854775808",
          "123456789012345678901234567890",
          "0.1000000000000000055511151231257827",
          "1024.0",
          "NaN",
          "Infinity",
          "\"1e999999999\"",
          "\"NaN\"",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "\"\\",
          "\\u12",
          "{\"id\":1}",
          "{\"id\":{}}",
          "{\"id\":[]}",
          "\"id\":\"x\",",
          "\"success\":false,",
          "\"success\":\"false\",",
          "\"assistant\":",
          "\"assistant\":[",
          "\"assistant\":{\"id\":\"b\"},",
          "\"error\":",
          "\"details\":",
          "\"message\":",
          "\"2025-13-45T99:00:00Z\"",
          "\"+999999999-12-31T23:59:59-18:00\"",
          "\"-999999999-01-01T00:00:00+18:00\"",
          ",",
          ":",
          "}",
          "]",
          "{",
          "[",
          "\ufeff",
          "/* */",
          "'",
          "\u0000",
          "\t",
          "\r\n");

  private static Endpoint<?> endpoint(Outgoing<?> request) {
    return request.endpoint();
  }

  private static List<byte[]> fixtures() throws Exception {
    List<byte[]> bodies = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/fixtures"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        bodies.add(Files.readAllBytes(file));
      }
    }
    return bodies;
  }

  /** A value, or a TalkturoException; anything else is the failure of this test. */
  private static void read(Endpoint<?> endpoint, int status, byte[] body) {
    CallState state = CallStates.of(endpoint, Duration.ofSeconds(60), 2);
    state.beginAttempt();
    Response response =
        new Response.Builder()
            .request(
                new Request.Builder()
                    .url("http://127.0.0.1/")
                    .header("Authorization", "Bearer key_of_the_fuzzer")
                    .build())
            .protocol(Protocol.HTTP_1_1)
            .code(status)
            .message("")
            .body(ResponseBody.create(body, JSON))
            .build();
    ResponseReader reader = new ResponseReader(64L * 1024 * 1024);
    long start = System.nanoTime();
    try {
      assertThat(reader.read(endpoint, response, state).toString()).isNotNull();
    } catch (TalkturoException expected) {
      assertThat(expected.getMessage()).isNotNull();
    }
    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
        .as("milliseconds")
        .isLessThan(MAX_MILLIS_PER_BODY);
  }

  private static byte[] mutated(byte[] original, List<byte[]> fixtures, Random random) {
    byte[] body = original;
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      body = mutatedOnce(body, fixtures, random);
    }
    return body;
  }

  private static byte[] mutatedOnce(byte[] body, List<byte[]> fixtures, Random random) {
    int at = random.nextInt(body.length + 1);
    int to = Math.min(body.length, at + random.nextInt(20));
    switch (random.nextInt(9)) {
      case 0:
        return Arrays.copyOf(body, at);
      case 1:
        return Arrays.copyOfRange(body, at, body.length);
      case 2:
        byte[] flipped = body.clone();
        if (at < body.length) {
          flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
      case 3:
        byte[] noise = new byte[1 + random.nextInt(4)];
        random.nextBytes(noise);
        return replaced(body, at, to, noise);
      case 4:
        return swappedValue(body, random);
      case 5:
        byte[] other = fixtures.get(random.nextInt(fixtures.size()));
        return replaced(
            body, at, body.length, Arrays.copyOfRange(other, other.length / 2, other.length));
      case 6:
        return replaced(body, at, at, Arrays.copyOfRange(body, at, to));
      case 7:
        int depth = 1 + random.nextInt(500);
        return replaced(body, at, to, utf8((random.nextBoolean() ? "[" : "{\"a\":").repeat(depth)));
      default:
        return replaced(body, at, to, utf8(SPLINTERS.get(random.nextInt(SPLINTERS.size()))));
    }
  }

  /** The value of a random member becomes one of another type. */
  private static byte[] swappedValue(byte[] body, Random random) {
    int from = random.nextInt(body.length + 1);
    while (from < body.length && body[from] != ':') {
      from++;
    }
    int to = from;
    while (to < body.length && body[to] != ',' && body[to] != '}') {
      to++;
    }
    byte[] value = utf8(SPLINTERS.get(random.nextInt(SPLINTERS.size())));
    return replaced(body, Math.min(from + 1, to), to, value);
  }

  private static byte[] replaced(byte[] body, int from, int to, byte[] piece) {
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    result.write(body, 0, from);
    result.writeBytes(piece);
    result.write(body, to, body.length - to);
    return result.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void mutatedBodiesGiveAValueOrATalkturoException() throws Exception {
    List<byte[]> fixtures = fixtures();
    assertThat(fixtures).isNotEmpty();
    int[] statuses = {200, 200, 200, 201, 400, 500};
    long start = System.nanoTime();
    IntStream.range(0, BODIES / BATCH)
        .parallel()
        .forEach(
            batch -> {
              Random random = new Random(SEED + batch);
              for (int i = 0; i < BATCH; i++) {
                byte[] body =
                    mutated(fixtures.get(random.nextInt(fixtures.size())), fixtures, random);
                Endpoint<?> endpoint = ENDPOINTS.get(random.nextInt(ENDPOINTS.size()));
                int status = statuses[random.nextInt(statuses.length)];
                try {
                  read(endpoint, status, body);
                } catch (Throwable e) {
                  throw new AssertionError(
                      "seed "
                          + (SEED + batch)
                          + ", body "
                          + i
                          + ", "
                          + endpoint
                          + ", status "
                          + status
                          + ": "
                          + new String(body, StandardCharsets.UTF_8),
                      e);
                }
              }
            });
    System.out.printf(
        "fuzzer: %d mutated bodies of %d fixtures in %d ms%n",
        BODIES, fixtures.size(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
  }

  /** At 4 MiB, as the soak profile has it, some of them are near the limit of 10 MiB. */
  private static final int LARGE = Integer.getInteger("fuzz.large", 1024 * 1024);

  /** Large bodies, each the worst of its kind. */
  private static Map<String, Supplier<String>> monsters() {
    return Map.ofEntries(
        monster("open arrays", () -> "[".repeat(LARGE)),
        monster("open arrays in a member", () -> "{\"id\":\"x\",\"a\":" + "[".repeat(LARGE)),
        monster("open objects", () -> "{\"a\":".repeat(LARGE / 5)),
        monster(
            "closed arrays",
            () -> "{\"a\":" + "[".repeat(LARGE / 2) + "]".repeat(LARGE / 2) + ",\"id\":\"x\"}"),
        monster("open wrappers", () -> "{\"assistant\":".repeat(LARGE / 13)),
        monster("digits", () -> "{\"id\":" + "7".repeat(LARGE) + "}"),
        monster("digits kept", () -> "{\"id\":\"x\",\"a\":" + "7".repeat(LARGE) + "}"),
        monster(
            "digits in max_tokens",
            () -> "{\"id\":\"x\",\"max_tokens\":" + "7".repeat(LARGE) + "}"),
        monster("fraction", () -> "{\"id\":\"x\",\"temperature\":0." + "7".repeat(LARGE) + "}"),
        monster(
            "spelled digits", () -> "{\"id\":\"x\",\"max_tokens\":\"" + "7".repeat(LARGE) + "\"}"),
        monster("exponent", () -> "{\"id\":\"x\",\"a\":1e" + "9".repeat(LARGE) + "}"),
        monster(
            "many numbers",
            () -> "{\"id\":\"x\",\"a\":[" + "1e999999999,".repeat(LARGE / 12) + "0]}"),
        monster("long name", () -> "{\"" + "n".repeat(LARGE) + "\":1,\"id\":\"x\"}"),
        monster("many names", AnswerFuzzTest::manyNames),
        monster("colliding names", AnswerFuzzTest::collidingNames),
        monster("one name often", () -> "{" + "\"id\":\"x\",".repeat(LARGE / 9) + "\"id\":\"x\"}"),
        monster(
            "wrapper often",
            () -> "{" + "\"assistant\":{\"id\":\"x\"},".repeat(LARGE / 24) + "\"a\":1}"),
        monster("long text", () -> "{\"id\":\"" + "x".repeat(LARGE) + "\"}"),
        monster("long time", () -> "{\"id\":\"x\",\"created_at\":\"" + "2".repeat(LARGE) + "\"}"),
        monster("blanks", () -> " ".repeat(LARGE)),
        monster(
            "escapes in an error",
            () -> "{\"success\":false,\"error\":\"" + "\\\\".repeat(LARGE / 2) + "\"}"),
        monster(
            "half keys in an error",
            () ->
                "{\"success\":false,\"error\":\"" + "key_of_the_fuzze".repeat(LARGE / 16) + "\"}"),
        monster(
            "details", () -> "{\"success\":false,\"details\":[" + "1,".repeat(LARGE / 2) + "1]}"));
  }

  private static Map.Entry<String, Supplier<String>> monster(String name, Supplier<String> body) {
    return Map.entry(name, body);
  }

  private static String manyNames() {
    StringBuilder names = new StringBuilder("{");
    for (int i = 0; i < 500_000; i++) {
      names.append("\"n").append(i).append("\":1,");
    }
    names.append("\"id\":\"x\"}");
    return names.toString();
  }

  private static String collidingNames() {
    StringBuilder colliding = new StringBuilder("{");
    for (int i = 0; i < 1 << 16; i++) {
      for (int bit = 0; bit < 16; bit++) {
        colliding.append(bit == 0 ? "\"" : "").append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      colliding.append("\":1,");
    }
    colliding.append("\"id\":\"x\"}");
    return colliding.toString();
  }

  @Test
  void monstrousBodiesGiveAValueOrATalkturoException() {
    monsters()
        .forEach(
            (name, body) -> {
              byte[] bytes = utf8(body.get());
              for (Endpoint<?> endpoint : ENDPOINTS) {
                long start = System.nanoTime();
                try {
                  read(endpoint, 200, bytes);
                } catch (Throwable e) {
                  throw new AssertionError(name + ", " + endpoint, e);
                }
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                if (Boolean.getBoolean("faults.table")) {
                  System.out.printf("monster: %-26s %-60s %5d ms%n", name, endpoint, millis);
                }
              }
            });
  }

  /** The proof that the fuzzer can fail. */
  @Test
  void anythingElseIsNoticed() {
    Table<Model> table =
        Table.of(
            () -> {
              throw new StackOverflowError();
            });
    Endpoint<?> broken = Endpoint.repeatable("GET", "/api/x", Decoder.object(table));
    assertThatThrownBy(() -> read(broken, 200, utf8("{\"a\":1}")))
        .isInstanceOf(StackOverflowError.class);
  }
}
