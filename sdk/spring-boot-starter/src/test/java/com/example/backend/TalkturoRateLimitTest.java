package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.ratelimit.BucketRateLimiter;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.NotSentException;
import com.talkturo.sdk.http.RateLimiter;
import com.talkturo.sdk.springboot.TalkturoAutoConfiguration;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** A RateLimiter bean is the client's, and properties make one. */
@Timeout(60)
class TalkturoRateLimitTest {
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

  @Test
  void aRateLimiterBeanIsAsked() {
    AtomicInteger asked = new AtomicInteger();
    RateLimiter own =
        latest -> {
          asked.incrementAndGet();
          return Duration.ZERO;
        };
    application
        .withPropertyValues("talkturo.rate-limit.enabled=true")
        .withBean(RateLimiter.class, () -> own)
        .run(
            context -> {
              assertThat(context).hasSingleBean(RateLimiter.class);
              context.getBean(TalkturoClient.class).assistants().create(r -> r.name("Desk"));
              assertThat(asked).hasValue(1);
            });
  }

  @Test
  void thereIsNoneUnlessAskedFor() {
    application.run(context -> assertThat(context).doesNotHaveBean(RateLimiter.class));
  }

  @Test
  void propertiesMakeALocalOneAndItsWaitsAreTimed() {
    application
        .withPropertyValues(
            "talkturo.rate-limit.enabled=true",
            "talkturo.rate-limit.requests=10",
            "talkturo.rate-limit.window=20s",
            "talkturo.rate-limit.burst=2",
            "talkturo.rate-limit.jitter=0s")
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .run(
            context -> {
              TalkturoClient client = context.getBean(TalkturoClient.class);
              for (int i = 0; i < 3; i++) {
                client.assistants().create(r -> r.name("Desk"));
              }
              assertThat(context.getBean(BucketRateLimiter.class).counts().taken()).isEqualTo(3);
              assertThat(
                      context
                          .getBean(MeterRegistry.class)
                          .get("talkturo.waits")
                          .tags("method", "POST", "uri", "/api/assistants", "reason", "rate limit")
                          .timer()
                          .totalTime(TimeUnit.MILLISECONDS))
                  .isBetween(1.0, 2_500.0);
            });
  }

  @Test
  void withoutFurtherPropertiesItKeepsTheLimitThatTalkturoDocuments() {
    application
        .withPropertyValues("talkturo.rate-limit.enabled=true", "talkturo.timeout=2s")
        .run(
            context ->
                assertThat(turnAfterTheFirst(context))
                    .isBetween(Duration.ofSeconds(2), Duration.ofMillis(3_605)));
  }

  /** When the second call may go, which cannot wait for it. */
  private static Duration turnAfterTheFirst(ApplicationContext context) {
    TalkturoClient client = context.getBean(TalkturoClient.class);
    client.assistants().create(r -> r.name("Desk"));
    Throwable thrown = catchThrowable(() -> client.assistants().create(r -> r.name("Desk")));
    assertThat(thrown).isInstanceOf(NotSentException.class);
    return ((NotSentException) thrown).retryAfter().orElseThrow();
  }

  @Test
  void aDurationWithoutAUnitIsInSeconds() {
    application
        .withPropertyValues(
            "talkturo.rate-limit.enabled=true",
            "talkturo.rate-limit.requests=2",
            "talkturo.rate-limit.window=60",
            "talkturo.rate-limit.jitter=5",
            "talkturo.timeout=2")
        .run(
            context ->
                assertThat(turnAfterTheFirst(context))
                    .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(66)));
  }

  @Test
  void aLimitThatCannotBeKeptStopsTheApplicationAndIsNamed() {
    application
        .withPropertyValues("talkturo.rate-limit.enabled=true", "talkturo.rate-limit.burst=1000")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasStackTraceContaining("burst is 1000; allowed is 1 to 999"));
  }

  @Test
  void withoutTheModuleTheApplicationStopsAndSaysWhatToAdd() {
    ApplicationContextRunner without =
        application.withClassLoader(new FilteredClassLoader("com.talkturo.ratelimit"));
    without.run(context -> assertThat(context).hasSingleBean(TalkturoClient.class));
    without
        .withPropertyValues("talkturo.rate-limit.enabled=true")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasStackTraceContaining("com.talkturo:talkturo-rate-limit is not on"));
  }
}
