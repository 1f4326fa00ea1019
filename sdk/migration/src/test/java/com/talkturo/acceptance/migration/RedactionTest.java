package com.talkturo.acceptance.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.talkturo.migration.vendors.Secrets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets in what a server sent, which need not be what it should be. */
class RedactionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"webhook_secret\":\"x\",\"name\":\"y\"}|{\"webhook_secret\":\"[not shown]\",\"name\":\"y\"}",
        "{\"api_key_ref\" : \"a\\\"b\"}|{\"api_key_ref\" : \"[not shown]\"}",
        "{\"tokens\":[\"a\",{\"b\":\"]\"}],\"n\":1}|{\"tokens\":\"[not shown]\",\"n\":1}",
        "{\"headers\":{\"X\":\"a}\"},\"n\":1}|{\"headers\":\"[not shown]\",\"n\":1}",
        "{\"token\":1234567,\"n\":1}|{\"token\":\"[not shown]\",\"n\":1}",
        "{\"token\":null,\"max_tokens\":7}|{\"token\":null,\"max_tokens\":7}",
        "{\"password\":\"cut sho|{\"password\":\"[not shown]\"",
        "{\"password\":[\"cut sho|{\"password\":\"[not shown]\"",
        "{\"e\":\"in {\\\"token\\\":\\\"x\\\\\\\"y\\\",\\\"a\\\":1}\"}"
            + "|{\"e\":\"in {\\\"token\\\":\\\"[not shown]\\\",\\\"a\\\":1}\"}",
        "{\"e\":\"in {\\\"headers\\\":[{\\\"value\\\":\\\"x\\\"\",\"a\":1}"
            + "|{\"e\":\"in {\\\"headers\\\":\\\"[not shown]\\\"\",\"a\":1}",
        "{\"api\\u005fkey\":\"x\",\"n\":1}|{\"api\\u005fkey\":\"[not shown]\",\"n\":1}",
        "{\"e\":\"in {\\\"to\\\\u006ben\\\":\\\"x\\\",\\\"a\\\":1}\"}"
            + "|{\"e\":\"in {\\\"to\\\\u006ben\\\":\\\"[not shown]\\\",\\\"a\\\":1}\"}",
        "{\"e\":\"{\\u0022token\\u0022:\\u0022x\\u0022}\"}|{\"e\":\"{\\\"token\\\":\\\"[not shown]\\\"}\"}",
        "[{\"e\":\"{\\u0022token\\u0022:true,\\u0022pwd\\u0022:7}\"},null]"
            + "|[{\"e\":\"{\\\"token\\\":true,\\\"pwd\\\":\\\"[not shown]\\\"}\"},null]",
        "{\"e\":\"\\u0022n\\u0022:1\"}|{\"e\":\"\\u0022n\\u0022:1\"}",
        "{\"a\\\"token\\\"\":true,\"b\\\"token\\\"c\":\"x\"}"
            + "|{\"a\\\"token\\\"\":true,\"b\\\"token\\\"c\":\"[not shown]\"}",
        "{\"token\\\\\":\"x\",\"n\":1}|{\"token\\\\\":\"[not shown]\",\"n\":1}",
        "{\"e\":\"{\\\"token\\\" :\\n \\\"x\\\"}\"}|{\"e\":\"{\\\"token\\\" :\\n \\\"[not shown]\\\"}\"}",
        "{\"e\":\"{\\\"token\\\" :\\n \\\"x\\\"} cut sho|{\"e\":\"{\\\"token\\\" :\\n \\\"[not shown]\\\"} cut sho",
        "{\"e\":\"no \\\"token\\\":\",\"n\":1}|{\"e\":\"no \\\"token\\\":\",\"n\":1}",
        "{\"custom_headers\":[{\"name\":\"A\",\"value\":\"x\"}]}|{\"custom_headers\":\"[not shown]\"}",
        "{\"X-Api-Key\":\"x\",\"auth\":\"y\",\"author\":\"z\"}"
            + "|{\"X-Api-Key\":\"[not shown]\",\"auth\":\"[not shown]\",\"author\":\"z\"}",
        "{\"msg\":\"{'token': 'x', 'n': None, 'headers': {'A': 'y'}}\"}"
            + "|{\"msg\":\"{'token': '[not shown]', 'n': None, 'headers': '[not shown]'}\"}",
        "{\"user's token\":\"it's x\",\"n's\":1}|{\"user's token\":\"[not shown]\",\"n's\":1}",
        "{'token': None, 'pwd': False, 'auth': 7}|{'token': None, 'pwd': False, 'auth': '[not shown]'}",
        "{\"msg\":\"{'token': 'cut sho\"}|{\"msg\":\"{'token': '[not shown]'\"}",
        "{\"to\":\"sip:desk:word@h;transport=tls?X-A=y\"}"
            + "|{\"to\":\"sip:desk:[not shown]@h;transport=tls?[not shown]\"}",
        "sips:a:b@h,sip:c:d@h, sip:e@h:5060 and sip:h:5060"
            + "|sips:a:[not shown]@h,sip:c:[not shown]@h, sip:e@h:5060 and sip:h:5060",
        "see https://u:p@h/x?k=v#f and h|see https://[not shown]@h/x?[not shown]#f and h",
        "\"https:\\/\\/u:p@h\\/x?k=\\\"v\"|\"https:\\/\\/[not shown]@h\\/x?[not shown]\"",
        "https://h/https://u:p@i/?a|https://h/https://[not shown]@i/?[not shown]",
        "https://h/?|https://h/?"
      })
  void whatIsSecretByItsNameOrPlaceIsNotShown(String text, String shown) {
    assertThat(Secrets.redact(text)).isEqualTo(shown);
    assertThat(Secrets.redact(shown)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "://a",
        "secret",
        "{",
        "[\"",
        "\\",
        "\\\"",
        "\"a\":",
        "\"token\":{",
        "\"to\\u006ben\":",
        "\\u0022",
        "'token':'",
        "sip:a:",
        "sip:a:b@",
        "?",
        "@"
      })
  void noTextTakesLong(String part) {
    String text = "{\"x\":\"" + part.repeat(4_000_000 / part.length());
    assertTimeout(Duration.ofSeconds(10), () -> Secrets.redact(text));
    assertTimeout(Duration.ofSeconds(10), () -> Secrets.in(Map.of("x", text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"telnyx/full", "flireo/full"})
  void whatWasJsonIsJsonAfterwards(String fixture) {
    String json = Json.fixture(fixture);
    JsonNode clean = Json.exact(Secrets.redact(json));
    assertThat(clean.size()).isEqualTo(Json.exact(json).size());
    assertThat(clean.toString()).doesNotContain("secret-");

    String quoted = Json.exact(Map.of("error", json)).toString();
    assertThat(Json.exact(Secrets.redact(quoted)).path("error").asText())
        .contains("Front desk")
        .doesNotContain("secret-");
  }

  @Test
  void aTextThatIsCutAnywhereShowsNoSecret() {
    String json = Json.fixture("telnyx/full").replaceAll("\\s*\\n\\s*", "");
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      String cut = json.substring(0, random.nextInt(json.length()));
      assertThat(Secrets.redact(cut)).doesNotContain("secret-");
    }
  }

  @Test
  void theSecretsOfARequestAreFoundInTextsOfJsonToo() {
    Map<String, Object> tree =
        Map.of(
            "body", " {\"api\\u005fkey\": \"key-word\", \"n\": [{\"pin\": \"shown\"}]}",
            "cut", "[{\"x\": \"https://h/?query-word\"",
            "custom_headers", List.of(Map.of("name", "X-Header", "value", "header-word")),
            "to", "sip:desk:sip-word@h");

    assertThat(Secrets.in(tree))
        .contains("key-word", "query-word", "header-word", "sip-word")
        .doesNotContain("shown", "X-Header", "desk");
  }

  @Test
  void aSecretIsAlsoFoundWithoutWhatStandsAroundIt() {
    Map<String, Object> tree =
        Map.of(
            "url", "h/x?token=query-word&n=1",
            "site", "https://user:pass-word@h",
            "headers", List.of(Map.of("name", "X-Header", "value", "Bearer header-word")));

    assertThat(Secrets.in(tree))
        .contains("query-word", "pass-word", "header-word", "Bearer header-word")
        .doesNotContain("X-Header", "n", "1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "webhook_secret",
        "llm_api_key_ref",
        "apiKey",
        "API-KEY",
        "access_key",
        "private key",
        "token",
        "access_tokens",
        "password",
        "passwd",
        "db_pwd",
        "passphrase",
        "Authorization",
        "sip_credentials",
        "auth",
        "sip_auth_username",
        "Set-Cookie",
        "a\\u0070i_key"
      })
  void namesOfSecretsAreKnown(String name) {
    assertThat(Secrets.isSecret(name)).isTrue();
    assertThat(Secrets.redact("{\"" + name + "\":\"hidden\"}")).doesNotContain("hidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max_tokens",
        "max_completion_tokens",
        "maxTokens",
        "author",
        "key",
        "keyterms",
        ""
      })
  void otherNamesAreShown(String name) {
    assertThat(Secrets.isSecret(name)).isFalse();
    assertThat(Secrets.redact("{\"" + name + "\":\"hidden\"}")).contains("hidden");
  }
}
