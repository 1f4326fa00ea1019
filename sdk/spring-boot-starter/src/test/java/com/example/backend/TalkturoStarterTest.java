package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.engine.Settings;
import com.talkturo.sdk.errors.NotFoundException;
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
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.MapAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.ReflectionUtils;

/** What an application gets from the starter. */
@Timeout(60)
class TalkturoStarterTest {
  private static final String HEALTH = "talkturoHealthIndicator";
  private static final String OWN_PROPERTY = "(?:management[.]health[.])?talkturo[.].*";
  private static final Pattern LEAF = Pattern.compile("[{][^{}]*[}]");
  private static final Pattern MEMBER =
      Pattern.compile("\"(\\w+)\": (\"(?:[^\"\\\\]|\\\\.)*\"|[\\w.-]+)");

  private static final Pattern README_ROW =
      Pattern.compile("(?m)^[|] `(" + OWN_PROPERTY.replace(".*", "[^`]*") + ")` [|] ([^|]*) [|]");

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

  @Test
  void theApplicationNamesItselfAndGoesThroughTheProxy() {
    application
        .withPropertyValues(
            "talkturo.application-name=front-desk/1.4",
            "talkturo.proxy.host=127.0.0.1",
            "talkturo.proxy.port=" + URI.create(server.baseUrl()).getPort(),
            "talkturo.proxy.user=front",
            "talkturo.proxy.password=s3cr3t",
            "talkturo.base-url=http://localhost:1")
        .run(
            context -> {
              TalkturoClient client = context.getBean(TalkturoClient.class);
              // The server is no proxy, but shows what one would get.
              assertThat(catchThrowable(() -> client.assistants().get("asst_1")))
                  .isInstanceOf(NotFoundException.class);
              assertThat(server.requests().get(0).header("User-Agent"))
                  .hasValueSatisfying(agent -> assertThat(agent).startsWith("front-desk/1.4 "));
              assertThat(context.getBean(TalkturoProperties.class).proxy().toString())
                  .doesNotContain("front", "s3cr3t");
            });
  }

  @Test
  void aDurationWithoutAUnitIsInSeconds() {
    application
        .withPropertyValues(
            "talkturo.timeout=5",
            "talkturo.connect-timeout=1",
            "talkturo.read-timeout=2",
            "talkturo.write-timeout=3")
        .run(
            context -> {
              TalkturoProperties properties = context.getBean(TalkturoProperties.class);
              assertThat(properties.timeout()).isEqualTo(Duration.ofSeconds(5));
              assertThat(properties.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
              assertThat(properties.readTimeout()).isEqualTo(Duration.ofSeconds(2));
              assertThat(properties.writeTimeout()).isEqualTo(Duration.ofSeconds(3));
            });
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

  /** Such as api-key: ${TALKTURO_API_KEY} where there is no such variable. */
  @Test
  void aPlaceholderThatNothingResolvesStopsTheApplicationAndIsNamed() {
    for (String name : List.of("api-key", "base-url", "account-slug")) {
      application
          .withPropertyValues("talkturo." + name + "=${SET.NOWHERE}")
          .run(
              context ->
                  assertThat(context)
                      .getFailure()
                      .rootCause()
                      .hasMessage(name + " is ${SET.NOWHERE}, which is set nowhere"));
    }
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
  void theClientOfTheApplicationCanTellTheListeners() {
    withHealth()
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .withBean("connection", TalkturoServer.class, () -> server, d -> d.setDestroyMethodName(""))
        .withUserConfiguration(OwnObservedClient.class)
        .run(
            context -> {
              context.getBean(TalkturoClient.class).assistants().create(r -> r.name("Desk"));
              assertHealth(context, "UP");
              assertThat(context.getBean(MeterRegistry.class).getMeters()).isNotEmpty();
            });
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnObservedClient {
    @Bean
    TalkturoClient own(TalkturoServer server, List<TalkturoListener> listeners) {
      TalkturoClient.Builder builder =
          TalkturoClient.builder()
              .baseUrl(server.baseUrl())
              .apiKey(server.apiKey())
              .accountSlug(server.accountSlug());
      listeners.forEach(builder::listener);
      return builder.build();
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
  void customizersRunInTheirOrder() {
    List<String> order = new CopyOnWriteArrayList<>();
    application
        .withBean("unordered", TalkturoClientCustomizer.class, () -> builder -> order.add("last"))
        .withBean("second", TalkturoClientCustomizer.class, () -> new Ordered2(order))
        .withBean("first", TalkturoClientCustomizer.class, () -> new Ordered1(order))
        .run(context -> assertThat(context).hasNotFailed());
    assertThat(order).containsExactly("first", "second", "last");
  }

  @Order(1)
  private record Ordered1(List<String> order) implements TalkturoClientCustomizer {
    @Override
    public void customize(TalkturoClient.Builder builder) {
      order.add("first");
    }
  }

  @Order(2)
  private record Ordered2(List<String> order) implements TalkturoClientCustomizer {
    @Override
    public void customize(TalkturoClient.Builder builder) {
      order.add("second");
    }
  }

  /** Such as from placeholders for variables that are not set. */
  @Test
  void whatIsBlankKeepsItsDefault() {
    application
        .withPropertyValues(
            "talkturo.timeout=",
            "talkturo.connect-timeout=",
            "talkturo.read-timeout=",
            "talkturo.write-timeout=",
            "talkturo.max-retries=",
            "talkturo.max-response-size=",
            "talkturo.max-concurrency=",
            "talkturo.allow-plain-http=",
            "talkturo.metrics.enabled=",
            "talkturo.account-slug= ",
            "management.health.talkturo.window=")
        .run(context -> assertThat(context).hasNotFailed());
    application
        .withPropertyValues("talkturo.base-url=")
        .run(
            context ->
                assertThat(context.getBean(TalkturoClient.class))
                    .hasToString("TalkturoClient{baseUrl=https://api.talkturo.com}"));
  }

  @Test
  void aLazyApplicationLosesNothing() {
    withHealth()
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .withInitializer(
            context ->
                context.addBeanFactoryPostProcessor(
                    new LazyInitializationBeanFactoryPostProcessor()))
        .run(
            context -> {
              context.getBean(TalkturoClient.class).assistants().create(r -> r.name("Desk"));
              assertHealth(context, "UP");
              assertThat(
                      context.getBean(MeterRegistry.class).get("talkturo.requests").timer().count())
                  .isEqualTo(1);
            });
  }

  /** The client is the last to go: whoever was given it may use it until its own end. */
  @Test
  void aBeanMayUseTheClientInItsDestroyMethod() {
    application.withUserConfiguration(Goodbye.class).run(context -> {});
    assertThat(server.assistants()).hasSize(1);
  }

  @Configuration(proxyBeanMethods = false)
  static class Goodbye {
    @Bean
    DisposableBean goodbye(TalkturoClient client) {
      return () -> client.assistants().create(r -> r.name("Goodbye"));
    }
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

  /** Whatever Spring Boot takes for false elsewhere. */
  @Test
  void metricsCanBeSwitchedOff() {
    for (String off : List.of("false", "FALSE", "off", "no")) {
      application
          .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
          .withPropertyValues("talkturo.metrics.enabled=" + off)
          .run(context -> assertThat(context).doesNotHaveBean(TalkturoListener.class));
    }
  }

  @Test
  void ofSeveralRegistriesThePrimaryOneCounts() {
    ApplicationContextRunner two =
        application.withBean("a", MeterRegistry.class, SimpleMeterRegistry::new);
    two.withBean("b", MeterRegistry.class, SimpleMeterRegistry::new)
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(TalkturoClient.class)
                    .doesNotHaveBean(TalkturoListener.class));
    two.withBean(
            "b",
            MeterRegistry.class,
            SimpleMeterRegistry::new,
            definition -> definition.setPrimary(true))
        .run(
            context -> {
              context.getBean(TalkturoClient.class).assistants().create(r -> r.name("Desk"));
              assertThat(context.getBean("b", MeterRegistry.class).getMeters()).isNotEmpty();
              assertThat(context.getBean("a", MeterRegistry.class).getMeters()).isEmpty();
            });
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
  void thereIsNoHealthIndicatorUnlessAskedFor() {
    for (String property :
        List.of(
            "management.health.talkturo.enabled=false",
            "management.health.defaults.enabled=true")) {
      application
          .withPropertyValues(property)
          .run(
              context -> {
                assertThat(context).hasSingleBean(TalkturoClient.class);
                assertThat(context).doesNotHaveBean(HEALTH);
                assertThat(context).doesNotHaveBean(TalkturoListener.class);
              });
    }
  }

  @Test
  void theHealthIndicatorTellsHowTheLatestRequestEndedAndSendsNone() {
    withHealth()
        .run(
            context -> {
              TalkturoClient client = context.getBean(TalkturoClient.class);
              assertHealth(context, "UNKNOWN").isEmpty();

              String id = client.assistants().create(r -> r.name("Front desk")).id();
              assertHealth(context, "UP")
                  .containsEntry("request", "POST /api/assistants")
                  .containsEntry("statusCode", 200);

              server.revokeApiKey(server.apiKey());
              assertThat(catchThrowable(() -> client.assistants().get(id))).isNotNull();
              assertHealth(context, "DOWN")
                  .containsEntry("statusCode", 401)
                  .containsEntry("exception", "AuthenticationException");
              assertThat(health(context).toString()).doesNotContain(server.apiKey(), id);

              server.acceptApiKey(server.apiKey());
              client.assistants().getAsync(id).join();
              assertHealth(context, "UP");

              server.enqueue(Fault.resetBeforeProcessing());
              assertThat(catchThrowable(() -> client.assistants().get(id))).isNotNull();
              assertHealth(context, "DOWN")
                  .doesNotContainKey("statusCode")
                  .containsEntry("exception", "TransportException");
              assertThat(server.requests()).hasSize(4);
            });
  }

  @Test
  void theHealthIsUnknownWhenTheLatestRequestIsTooLongAgo() {
    withHealth()
        .withPropertyValues("management.health.talkturo.window=1ns")
        .run(
            context -> {
              context.getBean(TalkturoClient.class).assistants().create(r -> r.name("Front desk"));
              assertHealth(context, "UNKNOWN").containsEntry("statusCode", 200);
            });
  }

  @Test
  void theHealthIndicatorTriesTheKeyWhenNothingElseTellsAndRemembersTheAnswer() {
    withHealth()
        .withPropertyValues("management.health.talkturo.probe=true")
        .run(
            context -> {
              server.enqueue(Fault.rateLimited(Duration.ofSeconds(9)));
              assertHealth(context, "UP").containsEntry("request", "GET /api/test-api-key");
              assertHealth(context, "UP");
              assertThat(server.requests()).hasSize(1);
            });
    server.revokeApiKey(server.apiKey());
    withHealth()
        .withPropertyValues("management.health.talkturo.probe=true")
        .run(
            context -> {
              assertHealth(context, "DOWN").containsEntry("statusCode", 401);
              assertThat(health(context).toString()).doesNotContain(server.apiKey());
            });
  }

  @Test
  void aWindowThatIsNotPositiveStopsTheApplication() {
    for (String window : List.of("0s", "-1s")) {
      withHealth()
          .withPropertyValues("management.health.talkturo.window=" + window)
          .run(
              context ->
                  assertThat(context)
                      .getFailure()
                      .rootCause()
                      .hasMessageStartingWith("window is PT"));
    }
  }

  @Test
  void aHealthIndicatorOfTheApplicationWins() {
    withHealth()
        .withBean(HEALTH, String.class, () -> "own")
        .run(
            context -> {
              assertThat(context).getBean(HEALTH).isEqualTo("own");
              assertThat(context).doesNotHaveBean(TalkturoListener.class);
            });
  }

  @Test
  void withoutActuatorThereIsStillAClient() {
    withHealth()
        .withClassLoader(
            new FilteredClassLoader(
                "org.springframework.boot.actuate", "org.springframework.boot.health"))
        .run(
            context -> {
              assertThat(context).hasSingleBean(TalkturoClient.class);
              assertThat(context).doesNotHaveBean(HEALTH);
              assertThat(context).doesNotHaveBean(TalkturoListener.class);
            });
  }

  private ApplicationContextRunner withHealth() {
    return application.withPropertyValues(
        "management.health.talkturo.enabled=true", "talkturo.max-retries=0");
  }

  private static MapAssert<String, Object> assertHealth(ApplicationContext context, String status) {
    assertThat(health(context)).extracting("status.code").isEqualTo(status);
    return assertThat(health(context))
        .extracting("details", InstanceOfAssertFactories.map(String.class, Object.class));
  }

  /** The same methods in either version of Spring Boot, of different types. */
  private static Object health(ApplicationContext context) {
    Object indicator = context.getBean(HEALTH);
    Method health = ReflectionUtils.findMethod(indicator.getClass(), "health");
    ReflectionUtils.makeAccessible(health);
    return ReflectionUtils.invokeMethod(health, indicator);
  }

  @Test
  void everyOptionOfTheBuilderHasItsProperty() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (Method option : TalkturoClient.Builder.class.getMethods()) {
      if (option.getReturnType() == TalkturoClient.Builder.class) {
        expected.add("talkturo." + DataObjectPropertyName.toDashedForm(option.getName()));
      }
    }
    // Beans, not text; and Spring reads the environment itself.
    expected.removeAll(
        Set.of(
            "talkturo.listener",
            "talkturo.ok-http-client",
            "talkturo.rate-limiter",
            "talkturo.from-env"));
    assertThat(expected.remove("talkturo.proxy")).isTrue();
    assertThat(expected.remove("talkturo.header")).isTrue();
    assertThat(expected.remove("talkturo.max-response-bytes")).isTrue();
    expected.addAll(
        Set.of(
            "talkturo.headers",
            "talkturo.proxy.host",
            "talkturo.proxy.port",
            "talkturo.proxy.user",
            "talkturo.proxy.password",
            "talkturo.max-response-size",
            "talkturo.metrics.enabled",
            "talkturo.rate-limit.enabled",
            "talkturo.rate-limit.requests",
            "talkturo.rate-limit.window",
            "talkturo.rate-limit.burst",
            "talkturo.rate-limit.jitter",
            "talkturo.provisioning.account-slug",
            "talkturo.provisioning.environment",
            "talkturo.provisioning.verify",
            "management.health.talkturo.enabled",
            "management.health.talkturo.probe",
            "management.health.talkturo.window"));
    assertThat(metadata().keySet()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void theIdeKnowsWhatEveryPropertyMeans() throws IOException {
    assertThat(metadata())
        .isNotEmpty()
        .allSatisfy(
            (name, property) -> {
              assertThat(property.get("description")).matches("[A-Z].{20,}[.]");
              assertThat(property).containsKey("type");
            });
  }

  @Test
  void theReadmeHasARowForEveryPropertyWithItsDefault() throws IOException {
    Map<String, String> told = new TreeMap<>();
    String readme = Files.readString(Path.of("README.md"));
    README_ROW
        .matcher(readme.substring(0, readme.indexOf("## Metrics")))
        .results()
        .forEach(row -> told.put(row.group(1), row.group(2).replace("`", "")));
    Map<String, String> expected = new TreeMap<>();
    metadata()
        .forEach(
            (name, property) -> expected.put(name, property.getOrDefault("defaultValue", "none")));
    assertThat(told).isEqualTo(expected);
  }

  /** All but what has none: the key, the names, the accounts, the proxy and the headers. */
  @Test
  void theIdeKnowsTheDefaults() throws IOException {
    Map<String, Map<String, String>> metadata = metadata();
    String[] defaults =
        metadata.keySet().stream()
            .filter(name -> metadata.get(name).containsKey("defaultValue"))
            .map(name -> name + "=" + metadata.get(name).get("defaultValue"))
            .toArray(String[]::new);
    assertThat(defaults).hasSize(metadata.size() - 9);
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(TalkturoAutoConfiguration.class))
        .withPropertyValues(defaults)
        .withPropertyValues("talkturo.api-key=" + server.apiKey())
        .run(
            context -> {
              TalkturoProperties told = context.getBean(TalkturoProperties.class);
              Settings used = Settings.builder().apiKey(server::apiKey).build();
              assertThat(told.baseUrl()).isEqualTo(used.baseUrl());
              assertThat(told.timeout()).isEqualTo(used.timeout());
              assertThat(told.connectTimeout()).isEqualTo(used.connectTimeout());
              assertThat(told.readTimeout()).isEqualTo(used.readTimeout());
              assertThat(told.writeTimeout()).isEqualTo(used.writeTimeout());
              assertThat(told.maxRetries()).isEqualTo(used.maxRetries());
              assertThat(told.maxResponseSize().toBytes()).isEqualTo(used.maxResponseBytes());
              assertThat(told.maxConcurrency()).isEqualTo(used.maxConcurrency());
              assertThat(told.allowPlainHttp()).isEqualTo(used.allowPlainHttp());
              assertThat(told.metrics().enabled()).isTrue();
              assertThat(context).doesNotHaveBean(HEALTH);
            });
  }

  /** What the starter says of its own properties, by name; Spring Boot needs Jackson to read it. */
  private Map<String, Map<String, String>> metadata() throws IOException {
    Map<String, Map<String, String>> properties = new TreeMap<>();
    for (URL file :
        Collections.list(
            getClass()
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
      try (InputStream in = file.openStream()) {
        String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        LEAF.matcher(json.substring(json.indexOf("\"properties\"")))
            .results()
            .map(object -> members(object.group()))
            .filter(property -> property.getOrDefault("name", "").matches(OWN_PROPERTY))
            .forEach(property -> properties.put(property.get("name"), property));
      }
    }
    return properties;
  }

  private static Map<String, String> members(String object) {
    return MEMBER
        .matcher(object)
        .results()
        .collect(
            Collectors.toMap(
                member -> member.group(1),
                member -> member.group(2).replaceAll("^\"|\"$", "").replace("\\/", "/")));
  }
}
