package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.sdk.springboot.TalkturoAutoConfiguration;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** What an application says that cannot start for its configuration. */
@Timeout(60)
class TalkturoFailureAnalysisTest {
  private static final String KEY = "tk_live_never_shown";

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(TalkturoAutoConfiguration.class))
          .withPropertyValues("talkturo.api-key=" + KEY);

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {}

  @Test
  void aFailureIsExplainedInTwoSentencesThatNameTheProperty() {
    Map<String, String> explained = new LinkedHashMap<>();
    explained.put("talkturo.api-key=", "talkturo.api-key is missing");
    explained.put("talkturo.base-url=http://example.com", "talkturo.base-url is \"http:");
    explained.put("talkturo.base-url=https://u:s3cr3t@x.com", "talkturo.base-url is \"https:");
    explained.put("talkturo.max-response-size=0B", "talkturo.max-response-size is 0; allowed");
    explained.put("talkturo.timeout=0", "talkturo.timeout is PT0S; allowed");
    explained.put("talkturo.application-name=a b", "talkturo.application-name is \"a b\"; allowed");
    explained.put(
        "talkturo.account-slug=${SET.NOWHERE}",
        "talkturo.account-slug is ${SET.NOWHERE}, which is set nowhere");
    explained.forEach((property, what) -> assertExplained(what, property.split("=")[0], property));
  }

  @Test
  void aFailureBelowANestedPropertyNamesIt() {
    assertExplained(
        "talkturo.proxy.port is missing; allowed", "talkturo.proxy.port", "talkturo.proxy.host=p");
    assertExplained(
        "talkturo.proxy.port is 0; allowed",
        "talkturo.proxy.port",
        "talkturo.proxy.host=p",
        "talkturo.proxy.port=0");
    assertExplained(
        "talkturo.proxy.host is \"http://p\"; allowed",
        "talkturo.proxy.host",
        "talkturo.proxy.host=http://p",
        "talkturo.proxy.port=3128");
    assertExplained(
        "talkturo.headers: header Host is set by the SDK itself",
        "talkturo.headers",
        "talkturo.headers.Host=s3cr3t");
    assertExplained(
        "talkturo.headers: header X-Team has the character U+00FC",
        "talkturo.headers",
        "talkturo.headers.X-Team=s3cr3t\u00fc");
  }

  @Test
  void aFailureOfTheRateLimitNamesItsProperty() {
    Map<String, String> explained = new LinkedHashMap<>();
    explained.put("requests=1", "requests is 1; allowed");
    explained.put("window=0", "window is PT0S; allowed");
    explained.put("burst=1000", "burst is 1000; allowed is 1 to 999");
    explained.put("jitter=-1", "jitter is PT-1S; allowed");
    explained.forEach(
        (property, what) ->
            assertExplained(
                "talkturo.rate-limit." + what,
                "talkturo.rate-limit." + property.split("=")[0],
                "talkturo.rate-limit.enabled=true",
                "talkturo.rate-limit." + property));
  }

  @Test
  void aRateLimitWithoutItsModuleSaysWhatToAdd() {
    application
        .withClassLoader(new FilteredClassLoader("com.talkturo.ratelimit"))
        .withPropertyValues("talkturo.rate-limit.enabled=true")
        .run(
            context -> {
              FailureAnalysis analysis = analysisOf(context.getStartupFailure());
              assertThat(analysis.getDescription())
                  .isEqualTo(
                      "There is no TalkturoClient: talkturo.rate-limit.enabled is true and"
                          + " com.talkturo:talkturo-rate-limit is not on the class path");
              assertThat(analysis.getAction())
                  .startsWith("Add the dependency com.talkturo:talkturo-rate-limit");
            });
  }

  private void assertExplained(String what, String property, String... properties) {
    application
        .withPropertyValues(properties)
        .run(
            context -> {
              FailureAnalysis analysis = analysisOf(context.getStartupFailure());
              assertThat(analysis.getDescription())
                  .startsWith("There is no TalkturoClient: " + what)
                  .hasLineCount(1)
                  .doesNotContain(KEY, "s3cr3t");
              assertThat(analysis.getAction()).startsWith("Set " + property).hasLineCount(1);
            });
  }

  /** The starter's own analyzer, as Spring Boot finds it. */
  private static FailureAnalysis analysisOf(Throwable failure) {
    return SpringFactoriesLoader.forDefaultResourceLocation()
        .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, thrown) -> {}))
        .stream()
        .filter(analyzer -> analyzer.getClass().getName().startsWith("com.talkturo"))
        .map(analyzer -> analyzer.analyze(failure))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anApplicationWithoutAKeyPrintsAnExplanationInsteadOfAStackTrace() {
    PrintStream standardError = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      SpringApplicationBuilder builder =
          new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE);
      assertThat(catchThrowable(() -> builder.run("--talkturo.api-key="))).isNotNull();
    } finally {
      System.setErr(standardError);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("APPLICATION FAILED TO START")
        .contains("There is no TalkturoClient: talkturo.api-key is missing")
        .contains("Set talkturo.api-key, or the environment variable TALKTURO_API_KEY")
        .doesNotContain("\tat ");
  }
}
