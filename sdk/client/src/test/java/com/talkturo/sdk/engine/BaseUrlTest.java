package com.talkturo.sdk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BaseUrlTest {
  private static Settings.Builder settings(String baseUrl) {
    return Settings.builder().apiKey(() -> "key").baseUrl(baseUrl);
  }

  private static String talkturos(String baseUrl) {
    return BaseUrl.of(settings(baseUrl).build());
  }

  @ParameterizedTest
  @CsvSource({
    "https://api, https://api",
    "https://api/, https://api",
    "https://api/api, https://api",
    "https://api:8443, https://api:8443",
    "https://api:8443/api/, https://api:8443",
    "HTTPS://API/api, https://api",
    "https://h, https://h",
    "https://h///, https://h",
    "https://h/api, https://h",
    "https://h/api/, https://h",
    "https://h/api//, https://h",
    "https://h//api, https://h",
    "https://h/api/api, https://h/api",
    "https://h/v1, https://h/v1",
    "https://h/v1/api, https://h/v1",
    "https://h/v1//api//, https://h/v1",
    "https://h/apiary, https://h/apiary",
    "https://h/my-api, https://h/my-api",
    "https://h/API, https://h/API",
    "https://h/api/v2, https://h/api/v2",
    "https://h/a@b/api, https://h/a@b",
    "https://h//a@b/api, https://h//a@b",
    "https://[::1]/api, https://[::1]",
    "http://127.0.0.1:80/api, http://127.0.0.1",
    "http://localhost:1/, http://localhost:1",
    "http://[::1]:1/, http://[::1]:1"
  })
  void theSuffixIsLookedForInThePathOnly(String value, String base) {
    assertThat(talkturos(value)).isEqualTo(base);
  }

  @ParameterizedTest
  @CsvSource({
    "https://us:pw@h, https://***@h",
    "https:/us:pw@h, https:/***@h",
    "https:\\us:pw@h, https:\\***@h",
    "https:\\\\us:pw@h, https:\\\\***@h",
    "https:us:pw@h, https:***@h",
    "HTTPS://us:pw@h/x, HTTPS://***@h/x",
    "us:pw@h, ***@h",
    "//us:pw@h, ***@h",
    "ftp://us:pw@h, ***@h",
    "https://us:pw%40h, https://***@h",
    "https://us:pw%2540h, https://***@h",
    "us:pw%252540h, ***@h",
    "https://us:p/w@h, https://***@h",
    "https://us:p?w@h, https://***@h",
    "https://us:p#w@h, https://***@h",
    "https://us@pw@h, https://***@h",
    "https://us:pw@, https://***@",
    "https://@h, https://***@h",
    "https://:@h, https://***@h",
    "'  https://@h', '  https://***@h'",
    "https://us@h?a=pw@h, https://***@h",
    "https://us:pw\uff20h, https://***@h",
    "us:pw\ufe6bh, ***@h"
  })
  void nothingBeforeTheLastAtSignIsQuoted(String value, String quoted) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> talkturos(value))
        .withMessageStartingWith("baseUrl is \"" + quoted + "\", but ")
        .withMessageNotContainingAny("us:", "us@", "pw", "w@h")
        .withMessageEndingWith(
            "; allowed is a URL such as https://api.talkturo.com, with or without /api");
  }

  @ParameterizedTest
  @CsvSource({
    "us:pw@h, it is not an http or https URL with a host",
    "https:///api, it is not an http or https URL with a host",
    "https:h, it is not an http or https URL with a host",
    "https://h?, it has a query or a fragment",
    "https://h#, it has a query or a fragment",
    "https://us@h, it has user info",
    "https://:pw@h, it has user info",
    "https://@h, it has user info",
    "https://:@h, it has user info",
    "http://h, it would send the API key in clear text",
    "http://127.0.0.1.example, it would send the API key in clear text",
    "http://localhost.example, it would send the API key in clear text"
  })
  void aRefusalSaysWhy(String value, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> talkturos(value))
        .withMessageContaining("\", but " + why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://h", "http://api/api"})
  void plainHttpIsForWhoAsksForIt(String value) {
    assertThat(BaseUrl.of(settings(value).allowPlainHttp(true).build()))
        .isEqualTo(value.replaceAll("/api$", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "https://h/api, https://h/api",
    "https://h/api/, https://h/api",
    "https://h/v1/api//, https://h/v1/api",
    "https://h/, https://h"
  })
  void withoutACommonPathNothingIsCutOff(String value, String base) {
    assertThat(BaseUrl.of(settings(value).commonPath("").build())).isEqualTo(base);
  }

  @Test
  void aRefusalNamesTheUsualUrlOfTheApi() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> settings("h").usualBaseUrl("https://api.example/v2").commonPath("").build())
        .withMessageEndingWith("; allowed is a URL such as https://api.example/v2");
  }
}
