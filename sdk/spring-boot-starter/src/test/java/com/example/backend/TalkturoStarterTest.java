package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.http.TalkturoListener;
import com.talkturo.sdk.springboot.TalkturoAutoConfiguration;
import com.talkturo.sdk.springboot.TalkturoClientCustomizer;
import com.talkturo.sdk.springboot.TalkturoProperties;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What an application gets from the starter. */
@Timeout(60)
class TalkturoStarterTest {
  @RegisterExtension static final TalkturoServerExtension TALKTURO = new TalkturoServerExtension();

  private final TalkturoServer server = TALKTURO.server();

  private ApplicationContextRunner application;

  @BeforeEach
  void configureAnApplication() {
    application =
        new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(TalkturoAutoConfiguration.class))
            .withPropertyValues(
                "talkturo.api-key=" + server.apiKey(),
                "talkturo.base-url=" + server.baseUrl(),
                "talkturo.account-slug=" + server.accountSlug());
  }

  /** Set by the build, so that a profile cannot quietly test the other version. */
  @Test
  void runsWithTheSpringBootThatTheBuildAskedFor() {
    assertThat(SpringBootVersion.getVersion())
        .isEqualTo(System.getProperty("expected.spring-boot"));
  }

  @Test
  void springBootFindsTheAutoConfiguration() {
    assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()))
        .contains(TalkturoAutoConfiguration.class.getName());
  }

  @Test
  void theClientIsBuiltFromTheProperties() {
    application
        .withPropertyValues("talkturo.headers.X-Team=front", "talkturo.max-retries=0")
        .run(
            context -> {
              TalkturoClient client = context.getBean(TalkturoClient.class);
              String id = client.assistants().create(r -> r.name("Front desk")).id();
              assertThat(server.assistant(id)).isPresent();
              assertThat(server.requests().get(0).header("X-Team")).contains("front");
              server.enqueue(Fault.rateLimited(Duration.ZERO));
              assertThat(catchThrowable(() -> client.assistants().get(id)))
                  .hasMessageContaining("429");
            });
  }

  @Test
  void everyPropertyIsBound() {
    application
        .withPropertyValues(
            "talkturo.timeout=5s",
            "talkturo.connect-timeout=1s",
            "talkturo.read-timeout=2s",
            "talkturo.write-timeout=3s",
            "talkturo.max-retries=4",
            "talkturo.max-response-size=2MB",
            "talkturo.max-concurrency=7",
            "talkturo.allow-plain-http=true",
            "talkturo.metrics.enabled=false")
        .run(
            context -> {
              TalkturoProperties properties = context.getBean(TalkturoProperties.class);
              assertThat(properties.timeout()).isEqualTo(Duration.ofSeconds(5));
              assertThat(properties.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
              assertThat(properties.readTimeout()).isEqualTo(Duration.ofSeconds(2));
              assertThat(properties.writeTimeout()).isEqualTo(Duration.ofSeconds(3));
              assertThat(properties.maxRetries()).isEqualTo(4);
              assertThat(properties.maxResponseSize().toMegabytes()).isEqualTo(2);
              assertThat(properties.maxConcurrency()).isEqualTo(7);
              assertThat(properties.allowPlainHttp()).isTrue();
              assertThat(properties.metrics().enabled()).isFalse();
              assertThat(properties.toString()).doesNotContain(server.apiKey());
            });
  }

  @Test
  void anInvalidPropertyStopsTheApplicationAndIsNamed() {
    Map<String, String> invalid =
        Map.of(
            "timeout", "25h",
            "connect-timeout", "25h",
            "read-timeout", "25h",
            "write-timeout", "25h",
            "max-retries", "11",
            "max-response-size", "0B",
            "max-concurrency", "0",
            "base-url", "http://example.com");
    invalid.forEach(
        (name, value) ->
            application
                .withPropertyValues("talkturo." + name + "=" + value)
                .run(
                    context ->
                        assertThat(context)
                            .getFailure()
                            .rootCause()
                            .hasMessageStartingWith(camelCase(name) + " is ")));
  }

  private static String camelCase(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.replace("-size", "-bytes").split("-")) {
      camel.append(
          camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return camel.toString();
  }

  @Test
  void plainHttpElsewhereMustBeAllowed() {
    application
        .withPropertyValues(
            "talkturo.base-url=http://example.com", "talkturo.allow-plain-http=true")
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void aMissingKeyStopsTheApplicationAndSaysWhatToSet() {
    application
        .withPropertyValues("talkturo.api-key=")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasStackTraceContaining("talkturo.api-key")
                    .hasStackTraceContaining("apiKey is missing"));
  }

  @Test
  void theEnvironmentVariablesOfTheClientServeToo() {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(TalkturoAutoConfiguration.class))
        .withInitializer(
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(
                        new SystemEnvironmentPropertySource(
                            "test-systemEnvironment",
                            Map.of(
                                "TALKTURO_API_KEY", server.apiKey(),
                                "TALKTURO_BASE_URL", server.baseUrl(),
                                "TALKTURO_ACCOUNT_SLUG", server.accountSlug()))))
        .run(
            context ->
                assertThat(
                        context
                            .getBean(TalkturoClient.class)
                            .assistants()
                            .create(r -> r.name("Front desk"))
                            .name())
                    .contains("Front desk"));
  }

  @Test
  void theClientOfTheApplicationWins() {
    application
        .withUserConfiguration(OwnClient.class)
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(TalkturoClient.class)
                    .getBean(TalkturoClient.class)
                    .isSameAs(context.getBean("own")));
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnClient {
    @Bean
    TalkturoClient own() {
      return TalkturoClient.builder().apiKey("tk_own").build();
    }
  }

  @Test
  void customizersHaveTheLastWord() {
    application
        .withPropertyValues("talkturo.api-key=", "talkturo.account-slug=unknown")
        .withBean(
            "rotating",
            TalkturoClientCustomizer.class,
            () -> builder -> builder.apiKey(server::apiKey).accountSlug(server.accountSlug()))
        .run(
            context ->
                assertThat(
                        context
                            .getBean(TalkturoClient.class)
                            .assistants()
                            .create(r -> r.name("Front desk"))
                            .id())
                    .isNotEmpty());
  }

  @Test
  void theClientIsClosedWithTheContext() {
    TalkturoClient[] client = new TalkturoClient[1];
    application.run(context -> client[0] = context.getBean(TalkturoClient.class));
    assertThatThrownBy(() -> client[0].assistants().get("asst_1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void listenerBeansAreTold() {
    List<String> told = new CopyOnWriteArrayList<>();
    application
        .withBean(
            TalkturoListener.class,
            () ->
                new TalkturoListener() {
                  @Override
                  public void requestFinished(Request request, Outcome outcome) {
                    told.add(request.toString());
                  }
                })
        .run(
            context ->
                context.getBean(TalkturoClient.class).assistants().create(r -> r.name("Desk")));
    assertThat(told).containsExactly("POST /api/assistants");
  }

  @Test
  void requestsAndAttemptsAreTimedWithoutIds() {
    application
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .run(
            context -> {
              MeterRegistry meters = context.getBean(MeterRegistry.class);
              TalkturoClient client = context.getBean(TalkturoClient.class);
              String id = client.assistants().create(r -> r.name("Front desk")).id();
              server.enqueue(Fault.rateLimited(Duration.ZERO));
              client.assistants().getAsync(id).join();
              assertThatThrownBy(() -> client.assistants().getAsync("asst_none").join())
                  .isInstanceOf(CompletionException.class);
              String get = "/api/assistants/{assistantId}";
              assertThat(timed(meters, "talkturo.requests", "POST", "/api/assistants", "200"))
                  .isEqualTo(1);
              assertThat(timed(meters, "talkturo.requests", "GET", get, "200")).isEqualTo(1);
              assertThat(timed(meters, "talkturo.requests", "GET", get, "404")).isEqualTo(1);
              assertThat(timed(meters, "talkturo.attempts", "GET", get, "429")).isEqualTo(1);
              assertThat(timed(meters, "talkturo.attempts", "GET", get, "200")).isEqualTo(1);
              assertThat(
                      meters
                          .get("talkturo.requests")
                          .tag("exception", "NotFoundException")
                          .timer()
                          .count())
                  .isEqualTo(1);
              assertThat(meters.get("talkturo.retries").tags("uri", get, "reason", "429").counter())
                  .satisfies(counter -> assertThat(counter.count()).isEqualTo(1));
              assertThat(meters.getMeters())
                  .extracting(Meter::getId)
                  .flatExtracting(Meter.Id::getTags)
                  .extracting(Tag::getValue)
                  .isNotEmpty()
                  .noneMatch(value -> value.contains(id) || value.contains("asst_none"));
            });
  }

  private static long timed(
      MeterRegistry meters, String name, String method, String uri, String status) {
    return meters.get(name).tags("method", method, "uri", uri, "status", status).timer().count();
  }

  @Test
  void metricsCanBeSwitchedOff() {
    application
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .withPropertyValues("talkturo.metrics.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(TalkturoListener.class));
  }

  @Test
  void withoutMicrometerThereIsStillAClient() {
    application
        .withClassLoader(new FilteredClassLoader("io.micrometer"))
        .run(
            context -> {
              assertThat(context).hasSingleBean(TalkturoClient.class);
              assertThat(context).doesNotHaveBean(TalkturoListener.class);
            });
  }

  @Test
  void withoutARegistryThereIsStillAClient() {
    application.run(
        context -> {
          assertThat(context).hasSingleBean(TalkturoClient.class);
          assertThat(context).doesNotHaveBean(TalkturoListener.class);
        });
  }

  @Test
  void theIdeKnowsEveryProperty() throws Exception {
    String file = "META-INF/spring-configuration-metadata.json";
    var resources = getClass().getClassLoader().getResources(file);
    StringBuilder metadata = new StringBuilder();
    while (resources.hasMoreElements()) {
      try (var in = Objects.requireNonNull(resources.nextElement()).openStream()) {
        metadata.append(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    assertThat(metadata)
        .contains("\"talkturo.api-key\"", "\"talkturo.metrics.enabled\"")
        .contains("Deadline of a request with all its attempts and waits. Default is 60s.");
  }
}
