package com.talkturo.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.talkturo.calls.Answers;
import com.talkturo.calls.Operation;
import com.talkturo.calls.RawServer;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.UpdateAssistantRequest;
import com.talkturo.sdk.errors.TalkturoException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever goes into a request comes out of the server's JSON parser unchanged, or is refused
 * before anything is sent. Random inputs are seeded; {@code -Dhostile.seed} repeats a run.
 */
class HostileInputTest {
  private static final int ROUNDS = Integer.getInteger("hostile.rounds", 1_000);
  private static final long SEED = Long.getLong("hostile.seed", 20250101L);

  private static final ObjectMapper SERVER =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /** Built at run time: as constants they would be mangled by the compiler's UTF-8. */
  private static final List<String> HALF_PAIRS =
      List.of(
          String.valueOf((char) 0xD800),
          String.valueOf((char) 0xDC00),
          "a" + (char) 0xD83D,
          (char) 0xDE00 + "z",
          "" + (char) 0xD83D + (char) 0xD83D + (char) 0xDE00,
          "" + (char) 0xDE00 + (char) 0xD83D,
          "x".repeat(9_999) + (char) 0xD800);

  private static final List<String> PIECES =
      List.of(
          "..",
          ".",
          "/",
          "\\",
          "%2e%2e",
          "%00",
          "?x=1",
          "#f",
          "\u0000",
          "\r\n",
          "\t",
          "\u007f",
          "\u0085",
          "\u2028",
          "\u2029",
          "\u200f",
          "\u202e",
          "\ufeff",
          "\ufffd",
          "\uffff",
          "\"",
          "'",
          "{{contact.first_name}}",
          "</script>",
          "ä",
          "日本語",
          "😀",
          "e\u0301",
          " ",
          "+",
          "&",
          "=",
          ";",
          ":",
          "@",
          "null",
          "true",
          "0",
          "\\u0041",
          "\\",
          "a");

  private RawServer server;
  private final BlockingQueue<RawServer.Received> received = new LinkedBlockingQueue<>();
  private TalkturoClient client;

  @BeforeEach
  void start() throws Exception {
    server = new RawServer();
    server.script(
        c -> {
          received.add(c.process());
          c.write(Answers.ok());
        });
    client = options().build();
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
  }

  private TalkturoClient.Builder options() {
    return TalkturoClient.builder().apiKey("key_hostile").accountSlug("team").baseUrl(server.url());
  }

  private RawServer.Received next() throws InterruptedException {
    RawServer.Received request = received.poll(10, TimeUnit.SECONDS);
    assertThat(request).as("the request that arrived").isNotNull();
    return request;
  }

  private JsonNode nextBody() throws Exception {
    return SERVER.readTree(next().body());
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(20) == 0 ? random.nextInt(9_000) : random.nextInt(12);
    for (int i = 0; i < length; i++) {
      int point = random.nextInt(3) == 0 ? random.nextInt(0x110000) : random.nextInt(0x180);
      if (random.nextInt(4) == 0) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      } else if (point < 0xD800 || point > 0xDFFF) {
        text.appendCodePoint(point);
      }
    }
    return text.toString();
  }

  /** Not blank, and neither "." nor "..". */
  private static String randomId(Random random) {
    String text = randomText(random);
    return text.trim().isEmpty() || text.equals(".") || text.equals("..") ? "x" + text : text;
  }

  private static Object randomTree(Random random, int depth) {
    switch (random.nextInt(depth > 5 ? 8 : 10)) {
      case 0:
        return random.nextInt();
      case 1:
        return random.nextLong();
      case 2:
        return new BigInteger(200, random);
      case 3:
        return new BigDecimal(new BigInteger(100, random), random.nextInt(600) - 300);
      case 4:
        return finite(random);
      case 5:
        return random.nextBoolean();
      case 6:
      case 7:
        return randomText(random);
      case 8:
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(random.nextInt(8) == 0 ? null : randomTree(random, depth + 1));
        }
        return list;
      default:
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          map.put(
              randomText(random), random.nextInt(8) == 0 ? null : randomTree(random, depth + 1));
        }
        return map;
    }
  }

  private static double finite(Random random) {
    double value = Double.longBitsToDouble(random.nextLong());
    return Double.isNaN(value) || Double.isInfinite(value) ? 0.5 : value;
  }

  /** The same tree as the server must read it: numbers by value, everything else as it is. */
  private static void assertSame(JsonNode actual, Object expected) {
    if (expected == null) {
      assertThat(actual.isNull()).isTrue();
    } else if (expected instanceof Map<?, ?> map) {
      assertThat(actual.isObject()).isTrue();
      assertThat(actual.size()).isEqualTo(map.size());
      map.forEach((name, value) -> assertSame(actual.get((String) name), value));
    } else if (expected instanceof List<?> list) {
      assertThat(actual.isArray()).isTrue();
      assertThat(actual.size()).isEqualTo(list.size());
      for (int i = 0; i < list.size(); i++) {
        assertSame(actual.get(i), list.get(i));
      }
    } else if (expected instanceof Number) {
      assertThat(actual.decimalValue()).isEqualByComparingTo(new BigDecimal(expected.toString()));
    } else if (expected instanceof Boolean) {
      assertThat(actual).isEqualTo(JsonNodeFactory.instance.booleanNode((Boolean) expected));
    } else {
      assertThat(actual.textValue()).isEqualTo(expected);
    }
  }

  @Test
  void whateverGoesIntoARequestComesOutOfTheServersParser() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      Random random = new Random(SEED + i);
      String id = randomId(random);
      String name = randomId(random);
      String prompt = randomText(random);
      String extra = "x_" + randomText(random);
      Object tree = randomTree(random, 0);
      UpdateAssistantRequest request =
          UpdateAssistantRequest.builder()
              .assistantId(id)
              .accountSlug(name)
              .name(name)
              .systemPrompt(prompt)
              .firstMessage(prompt)
              .putAdditionalProperties(extra, tree)
              .build();
      try {
        client.assistants().update(request);
        RawServer.Received arrived = next();
        JsonNode body = SERVER.readTree(arrived.body());
        assertThat(segment(arrived.target(), "/api/assistants/")).isEqualTo(id);
        assertThat(body.size()).isEqualTo(5);
        assertSame(body.get("accountSlug"), name);
        assertSame(body.get("name"), name);
        assertSame(body.get("system_prompt"), prompt);
        assertSame(body.get("first_message"), prompt);
        assertSame(body.get(extra), tree);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + (SEED + i), e);
      }
    }
  }

  /** What a server takes for the one segment behind the prefix. */
  private static String segment(String target, String prefix) {
    assertThat(target).startsWith(prefix);
    String segment = target.substring(prefix.length());
    assertThat(segment).matches("[A-Za-z0-9%._~-]+");
    return URLDecoder.decode(segment, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b",
        "/",
        "//host",
        "../x",
        "..%2f",
        "%2e%2e",
        "%2E",
        "...",
        "?x",
        "#",
        "a?b#c",
        "a;b",
        "a\\b",
        "\r\nHost: evil",
        "a\u0000b",
        "\u202eabc",
        "\u200f",
        "ä",
        "😀",
        "a b",
        "+",
        "%",
        "%zz"
      })
  void anIdIsOneSegmentWhateverItHolds(String id) throws Exception {
    client.assistants().get(id);
    assertThat(segment(next().target(), "/api/assistants/")).isEqualTo(id);
    client.assistants().update(id, r -> r.name("n"));
    assertThat(segment(next().target(), "/api/assistants/")).isEqualTo(id);
    client.assistants().assignPhoneNumbers(id, id);
    RawServer.Received arrived = next();
    String target = arrived.target();
    String tail = "/telephony/phone-numbers";
    assertThat(target).endsWith(tail);
    assertThat(segment(target.substring(0, target.length() - tail.length()), "/api/assistants/"))
        .isEqualTo(id);
    assertThat(SERVER.readTree(arrived.body()).get("phoneNumberIds").get(0).textValue())
        .isEqualTo(id);
  }

  @Test
  void aVeryLongIdArrives() throws Exception {
    String id = "ä/".repeat(5_000);
    client.assistants().get(id);
    assertThat(segment(next().target(), "/api/assistants/")).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\r\n", ".", ".."})
  void anIdThatWouldAddressAnotherPathIsRefused(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.assistants().get(id))
        .withMessageContaining("assistantId");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.assistants().update(id, r -> r.name("n")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.assistants().assignPhoneNumbers(id, "pn_1"));
    assertThat(server.connections()).isZero();
  }

  @Test
  void halfASurrogatePairIsRefusedByName() {
    for (String half : HALF_PAIRS) {
      assertRefused("assistantId", () -> client.assistants().get(half));
      assertRefused("name", () -> client.assistants().create(r -> r.name(half)));
      assertRefused(
          "accountSlug", () -> client.assistants().create(r -> r.name("n").accountSlug(half)));
      assertRefused(
          "system_prompt", () -> client.assistants().update("a", r -> r.systemPrompt(half)));
      assertRefused("phoneNumberIds", () -> client.assistants().assignPhoneNumbers("a", half));
      assertRefused(
          "x",
          () ->
              client
                  .assistants()
                  .update("a", r -> r.putAdditionalProperties("x", List.of(Map.of("k", half)))));
      assertRefused(
          "x",
          () ->
              client
                  .assistants()
                  .update("a", r -> r.putAdditionalProperties("x", Map.of(half, "v"))));
      assertRefused(
          half, () -> client.assistants().update("a", r -> r.putAdditionalProperties(half, "v")));
    }
    assertThat(server.requests()).isZero();
  }

  /** Texts that are longer than any buffer on the way, with and without other long characters. */
  @Test
  void halfASurrogatePairIsFoundInAnyText() {
    for (String around : List.of("a", "\n", "\u00e9", "\u20ac", "\ud83d\ude00", "\"\\")) {
      for (int times : new int[] {1, 10, 1_400, 1_999, 4_000, 8_000, 60_000}) {
        String text = around.repeat(times);
        assertThat(client.assistants().update("a", r -> r.systemPrompt(text))).isNotNull();
        for (String half : HALF_PAIRS) {
          assertRefused(
              "system_prompt",
              () -> client.assistants().update("a", r -> r.systemPrompt(text + half + text)));
        }
      }
    }
  }

  private static void assertRefused(String field, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(field)
        .hasMessageContaining("surrogate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a\r\nX-Evil: 1",
        "a\nb",
        "a\rb",
        "a\tb",
        "a\u0000b",
        "ä",
        "\u202ea",
        "😀",
        "a\u007f",
        " a",
        "a "
      })
  void aKeyThatCannotStandInAHeaderIsRefusedUnseen(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options().apiKey(key).build())
        .satisfies(
            e -> {
              if (key.trim().length() > 2) {
                assertThat(e.getMessage()).doesNotContain(key.trim());
              }
            });
    try (TalkturoClient supplied = options().apiKey(() -> key).build()) {
      for (Operation operation : Operation.values()) {
        for (boolean async : new boolean[] {false, true}) {
          if (!operation.usesKey()) {
            continue;
          }
          assertThatIllegalArgumentException().isThrownBy(() -> operation.call(supplied, async));
        }
      }
    }
    assertThat(server.requests()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nb", "a\nX-Evil: 1", "a\rb", "a\u0000", "ä", "\u2028", "a\u007f"})
  void noHeaderValueCarriesAnotherHeader(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options().header("X-Team", value).build())
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(value));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.withOptions(o -> o.header("X-Team", value)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a:b",
        "a\r\nb",
        "ä",
        "Authorization",
        "authorization",
        "Host",
        "Content-Length",
        "Transfer-Encoding",
        "Connection",
        "Proxy-Authorization"
      })
  void noHeaderNameReplacesWhatTheSdkSends(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> options().header(name, "v").build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "api.talkturo.com",
        "ftp://h",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://",
        "https:///x",
        "https://user@h",
        "https://user:secret@h",
        "https://@h",
        "https://:@h",
        "https://h?x=1",
        "https://h?",
        "https://h#f",
        "https://h#",
        "http://h",
        "http://127.0.0.1.evil.example",
        "http://localhost.evil.example",
        "http://[::2]",
        "http://0.0.0.0",
        "https://h:99999",
        "https://h:0x50",
        "https://a b",
        "https://\u0000",
        "http://evil.example\\@localhost/",
        "http://localhost@evil.example/"
      })
  void aBaseUrlThatCannotBeMeantIsRefused(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options().baseUrl(url).build())
        .withMessageContaining("baseUrl")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://h",
        "https://h/",
        "https://h/api",
        "https://h/api/",
        "https://h:8443/v1",
        "https://[2001:db8::1]:8443",
        "https://bücher.example",
        "https://xn--bcher-kva.example",
        "HTTPS://H.EXAMPLE",
        "http://localhost:1",
        "http://127.0.0.1:1",
        "http://[::1]:1"
      })
  void aBaseUrlThatIsUnusualButRightIsTaken(String url) {
    assertThatCode(() -> options().baseUrl(url).build().close()).doesNotThrowAnyException();
  }

  @Test
  void theServersWordsMayBeAnything() {
    server.script(
        c -> {
          c.process();
          c.write(
              Answers.status(400, "Bad", "", "{\"error\":\"\\ud800\\u0000\\r\\nforged line\"}"));
        });
    assertThatThrownBy(() -> client.assistants().get("asst_1"))
        .isInstanceOf(TalkturoException.class)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n").doesNotContain("\r"));
  }

  @Test
  void whateverTheServerSendsTheMessageIsOneBoundedLine() {
    for (String answer :
        List.of(
            Answers.status(200, "OK", "", "{\"id\":tru}"),
            "HTTP/1.1 \u001b[31mforged " + "z".repeat(5_000) + "\r\n\r\n")) {
      server.script(
          c -> {
            c.process();
            c.write(answer);
          });
      assertThatThrownBy(() -> client.assistants().create(r -> r.name("n")))
          .isInstanceOf(TalkturoException.class)
          .satisfies(
              e -> {
                assertThat(e.getMessage().chars()).noneMatch(Character::isISOControl);
                assertThat(e.getMessage()).hasSizeLessThan(1_000);
              });
    }
  }

  @Test
  void largePromptsArriveWhole() throws Exception {
    String prompt = "😀\u0000{{x}}\"\\".repeat(100_000);
    client.assistants().update("asst_1", r -> r.systemPrompt(prompt));
    assertThat(nextBody().toString()).isNotEmpty();
    client.assistants().update("asst_1", r -> r.systemPrompt(prompt));
    JsonNode body = nextBody();
    List<String> texts = new ArrayList<>();
    body.forEach(value -> texts.add(value.textValue()));
    assertThat(texts).contains(prompt);
  }
}
