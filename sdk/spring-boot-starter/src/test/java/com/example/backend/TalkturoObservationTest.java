package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.apikeys.CreateApiKeyRequest;
import com.talkturo.sdk.errors.NotFoundException;
import com.talkturo.sdk.http.TalkturoListener;
import com.talkturo.sdk.springboot.TalkturoAutoConfiguration;
import com.talkturo.sdk.springboot.TalkturoClientCustomizer;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.SenderContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;

/** The spans and timers that a whole application gets, with the tracer that Spring Boot makes. */
@Timeout(60)
class TalkturoObservationTest {
  private static final String GET = "talkturo get /api/assistants/{assistantId}";
  private static final String GET_ATTEMPT = "http get /api/assistants/{assistantId}";

  @RegisterExtension static final TalkturoServerExtension TALKTURO = new TalkturoServerExtension();

  private final TalkturoServer server = TALKTURO.server();
  private final InMemorySpanExporter spans = InMemorySpanExporter.create();

  private ApplicationContextRunner application;
  private String id;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {}

  @BeforeEach
  void configureAnApplication() {
    id = server.addAssistant(Map.of("name", "Front desk"));
    application =
        new ApplicationContextRunner()
            .withUserConfiguration(Application.class)
            .withBean(SpanProcessor.class, () -> SimpleSpanProcessor.create(spans))
            .withPropertyValues(
                "talkturo.api-key=" + server.apiKey(),
                "talkturo.base-url=" + server.baseUrl(),
                "talkturo.account-slug=" + server.accountSlug(),
                "management.tracing.sampling.probability=1.0");
  }

  private void run(ContextConsumer<AssertableApplicationContext> test) {
    application.run(test);
  }

  private static TalkturoClient client(ApplicationContext context) {
    return context.getBean(TalkturoClient.class);
  }

  private static Observation caller(ApplicationContext context) {
    return Observation.start("caller", context.getBean(ObservationRegistry.class));
  }

  /** Ended spans of this name, in the order of their starts. */
  private List<SpanData> spans(String name) {
    return spans.getFinishedSpanItems().stream()
        // The Micrometer of Spring Boot 3 writes some names with hyphens.
        .filter(span -> span.getName().replace("{assistant-id}", "{assistantId}").equals(name))
        .sorted((a, b) -> Long.compare(a.getStartEpochNanos(), b.getStartEpochNanos()))
        .toList();
  }

  private SpanData span(String name) {
    assertThat(spans(name)).as("%s of %s", name, spans.getFinishedSpanItems()).hasSize(1);
    return spans(name).get(0);
  }

  private static Map<String, String> attributes(SpanData span) {
    return span.getAttributes().asMap().entrySet().stream()
        .collect(
            Collectors.toMap(
                attribute -> attribute.getKey().getKey(),
                attribute -> String.valueOf(attribute.getValue())));
  }

  /** All that leaves the process. */
  private static String text(SpanData span) {
    return span.getName()
        + attributes(span)
        + span.getStatus()
        + span.getEvents().stream()
            .map(event -> event.getName() + event.getAttributes().asMap())
            .toList();
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(end - System.nanoTime()).as("time left to wait").isPositive();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  private void getWithinACaller(TalkturoClient client, Observation caller, boolean async) {
    if (async) {
      CompletableFuture<?> future = caller.scoped(() -> client.assistants().getAsync(id));
      future.join();
    } else {
      caller.scoped(() -> client.assistants().get(id));
    }
    caller.stop();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRequestIsASpanBelowItsCallersAndHasOneBelowItPerAttempt(boolean async) {
    run(
        context -> {
          server.enqueue(Fault.unavailable(Duration.ZERO));
          getWithinACaller(client(context), caller(context), async);

          SpanData request = span(GET);
          assertThat(request.getParentSpanId()).isEqualTo(span("caller").getSpanId());
          assertThat(request.getKind()).isEqualTo(SpanKind.INTERNAL);
          assertThat(request.getStatus().getStatusCode()).isNotEqualTo(StatusCode.ERROR);
          assertThat(attributes(request))
              .containsEntry("method", "GET")
              .containsEntry("uri", "/api/assistants/{assistantId}")
              .containsEntry("status", "200")
              .containsEntry("exception", "none")
              .containsEntry("attempts", "2");
          List<SpanData> attempts = spans(GET_ATTEMPT);
          assertThat(attempts)
              .hasSize(2)
              .allSatisfy(
                  attempt -> {
                    assertThat(attempt.getParentSpanId()).isEqualTo(request.getSpanId());
                    assertThat(attempt.getTraceId()).isEqualTo(span("caller").getTraceId());
                    assertThat(attempt.getKind()).isEqualTo(SpanKind.CLIENT);
                  });
          assertThat(attempts.get(0).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
          assertThat(attributes(attempts.get(0)))
              .containsEntry("status", "503")
              .containsEntry("exception", "none")
              .containsEntry("attempt", "1");
          assertThat(attempts.get(1).getStatus().getStatusCode()).isNotEqualTo(StatusCode.ERROR);
          assertThat(attributes(attempts.get(1)))
              .containsEntry("status", "200")
              .containsEntry("attempt", "2");
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void eachAttemptCarriesItsOwnSpanToTheServer(boolean async) {
    run(
        context -> {
          server.enqueue(Fault.unavailable(Duration.ZERO));
          getWithinACaller(client(context), caller(context), async);
          // Without the flags, of which newer tracers set more.
          assertThat(server.requests())
              .extracting(request -> request.header("traceparent").orElseThrow())
              .extracting(header -> header.substring(0, header.lastIndexOf('-')))
              .containsExactlyElementsOf(
                  spans(GET_ATTEMPT).stream()
                      .map(span -> "00-" + span.getTraceId() + "-" + span.getSpanId())
                      .toList());
        });
  }

  /** Nothing may stay behind on the threads of the SDK, nor on the caller's. */
  @Test
  void aRequestWithoutACallersSpanStartsATraceOfItsOwn() {
    run(
        context -> {
          TalkturoClient client = client(context);
          ObservationRegistry registry = context.getBean(ObservationRegistry.class);
          Observation caller = caller(context);
          try (Observation.Scope scope = caller.openScope()) {
            client.assistants().getAsync(id).join();
            client.assistants().get(id);
            assertThat(registry.getCurrentObservationScope()).isSameAs(scope);
          }
          caller.stop();
          spans.reset();
          client.assistants().getAsync(id).join();
          client.assistants().get(id);
          assertThat(registry.getCurrentObservation()).isNull();
          assertThat(spans(GET))
              .hasSize(2)
              .allSatisfy(span -> assertThat(span.getParentSpanContext().isValid()).isFalse());
          assertThat(spans(GET).get(0).getTraceId()).isNotEqualTo(spans(GET).get(1).getTraceId());
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFailureIsTheErrorOfItsSpan(boolean async) {
    run(
        context -> {
          Throwable thrown =
              catchThrowable(
                  () -> {
                    if (async) {
                      client(context).assistants().getAsync("asst_none").join();
                    } else {
                      client(context).assistants().get("asst_none");
                    }
                  });
          assertThat(async ? thrown.getCause() : thrown).isInstanceOf(NotFoundException.class);
          SpanData request = span(GET);
          assertThat(request.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
          assertThat(text(request)).contains(NotFoundException.class.getName());
          assertThat(attributes(request))
              .containsEntry("status", "404")
              .containsEntry("exception", "NotFoundException");
          SpanData attempt = span(GET_ATTEMPT);
          assertThat(attempt.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
          assertThat(text(attempt)).contains("404");
        });
  }

  @Test
  void aLostConnectionIsTheErrorOfItsAttempt() {
    run(
        context -> {
          server.enqueue(Fault.resetBeforeProcessing());
          client(context).assistants().get(id);
          SpanData lost = spans(GET_ATTEMPT).get(0);
          assertThat(lost.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
          assertThat(attributes(lost)).containsEntry("status", "none");
          assertThat(attributes(lost).get("exception")).endsWith("Exception");
          assertThat(span(GET).getStatus().getStatusCode()).isNotEqualTo(StatusCode.ERROR);
        });
  }

  @Test
  void aCancelledRequestEndsBothSpans() {
    run(
        context -> {
          server.enqueue(Fault.stall());
          CompletableFuture<?> future = client(context).assistants().getAsync(id);
          server.awaitRequests(1, Duration.ofSeconds(20));
          future.cancel(true);
          assertThat(text(span(GET))).contains("CancellationException");
          await(() -> !spans(GET_ATTEMPT).isEmpty());
          assertThat(span(GET_ATTEMPT).getParentSpanId()).isEqualTo(span(GET).getSpanId());

          spans.reset();
          client(context).assistants().getAsync(id).join();
          assertThat(span(GET).getParentSpanContext().isValid()).isFalse();
        });
  }

  @Test
  void anInvalidRequestIsASpanWithoutAttempts() {
    application
        .withPropertyValues("talkturo.account-slug=")
        .run(
            context -> {
              assertThat(
                      catchThrowable(
                          () -> client(context).assistants().create(r -> r.name("Front desk"))))
                  .isInstanceOf(IllegalArgumentException.class);
              assertThat(spans.getFinishedSpanItems())
                  .singleElement()
                  .satisfies(
                      span ->
                          assertThat(attributes(span))
                              .containsEntry("status", "none")
                              .containsEntry("attempts", "0"));
            });
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsDoneForAnAttemptIsBelowItsSpan(boolean async) {
    AtomicReference<ObservationRegistry> registry = new AtomicReference<>();
    application
        .withBean(
            TalkturoClientCustomizer.class,
            () ->
                builder ->
                    builder.apiKey(
                        () ->
                            Observation.createNotStarted("vault", registry.get())
                                .observe(server::apiKey)))
        .run(
            context -> {
              registry.set(context.getBean(ObservationRegistry.class));
              getWithinACaller(client(context), caller(context), async);
              assertThat(span("vault").getParentSpanId()).isEqualTo(span(GET_ATTEMPT).getSpanId());
            });
  }

  /** Calls that have a secret, each with what must not be seen of it; the server quotes it. */
  private Map<String, Consumer<TalkturoClient>> callsBySecret() {
    String jwt = server.apiKeys().ownerJwt();
    return Map.of(
        server.apiKey(),
        client -> client.assistants().get(id),
        jwt,
        client ->
            client
                .withOptions(o -> o.apiKey(jwt))
                .exchange(CreateApiKeyRequest.builder().name("CI").build()),
        "flow_s3cr3t",
        client -> client.flows().trigger("flow_7", "flow_s3cr3t", Map.of("phone", "+49301")));
  }

  @Test
  void noSpanShowsASecretOrAnId() {
    run(
        context -> {
          TalkturoClient client = client(context).withOptions(o -> o.maxRetries(0));
          callsBySecret()
              .forEach(
                  (secret, call) -> {
                    for (int status : List.of(200, 302, 400, 401, 402, 404, 422, 500, 503)) {
                      server.enqueue(
                          Fault.status(status)
                              .header("x-request-id", secret)
                              .body("{\"ok\":false,\"error\":\"wrong: " + secret + "\""));
                      assertThat(catchThrowable(() -> call.accept(client))).isNotNull();
                    }
                    assertThat(spans.getFinishedSpanItems())
                        .hasSize(18)
                        .allSatisfy(
                            span -> {
                              assertThat(text(span)).doesNotContain(secret);
                              assertThat(attributes(span).toString())
                                  .doesNotContain(id, "flow_7", "wrong");
                            });
                    spans.reset();
                  });
          String token = client.rooms().createToken(id).accessToken();
          String fullKey =
              client
                  .withOptions(o -> o.apiKey(server.apiKeys().ownerJwt()))
                  .apiKeys()
                  .create("CI")
                  .fullKey()
                  .orElseThrow();
          assertThat(spans.getFinishedSpanItems())
              .hasSize(4)
              .allSatisfy(span -> assertThat(text(span)).doesNotContain(token, fullKey, id));
        });
  }

  private static Set<String> timersOf(MeterRegistry meters) {
    return meters.getMeters().stream()
        .map(meter -> meter.getId().getName())
        .filter(name -> name.startsWith("talkturo."))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void nothingIsTimedTwice() {
    run(
        context -> {
          server.enqueue(Fault.unavailable(Duration.ZERO));
          client(context).assistants().get(id);
          MeterRegistry meters = context.getBean(MeterRegistry.class);
          assertThat(timersOf(meters))
              .containsExactly(
                  "talkturo.attempts",
                  "talkturo.attempts.active",
                  "talkturo.requests",
                  "talkturo.requests.active",
                  "talkturo.retries");
          assertThat(meters.get("talkturo.requests").timers())
              .singleElement()
              .satisfies(
                  timer -> {
                    assertThat(timer.count()).isEqualTo(1);
                    assertThat(tags(timer.getId()))
                        .isEqualTo(
                            Map.of(
                                "method",
                                "GET",
                                "uri",
                                "/api/assistants/{assistantId}",
                                "status",
                                "200",
                                "exception",
                                "none",
                                "error",
                                "none"));
                  });
          assertThat(meters.get("talkturo.attempts").timers())
              .extracting(timer -> tags(timer.getId()).get("status") + ": " + timer.count())
              .containsExactlyInAnyOrder("503: 1", "200: 1");
        });
  }

  private static Map<String, String> tags(Meter.Id meter) {
    return meter.getTags().stream().collect(Collectors.toMap(Tag::getKey, Tag::getValue));
  }

  /** Whatever Spring Boot takes for false elsewhere. */
  @ParameterizedTest
  @ValueSource(strings = {"false", "FALSE", "off", "no"})
  void timersCanBeSwitchedOffAndSpansStay(String off) {
    application
        .withPropertyValues("talkturo.metrics.enabled=" + off)
        .run(
            context -> {
              client(context).assistants().get(id);
              assertThat(timersOf(context.getBean(MeterRegistry.class))).isEmpty();
              assertThat(spans.getFinishedSpanItems()).hasSize(2);
            });
  }

  @Test
  void observationsCanBeSwitchedOffAndTimersStay() {
    application
        .withPropertyValues("management.observations.enable.talkturo=false")
        .run(
            context -> {
              client(context).assistants().get(id);
              assertThat(spans.getFinishedSpanItems()).isEmpty();
              assertThat(server.requests().get(0).header("traceparent")).isEmpty();
              assertThat(timersOf(context.getBean(MeterRegistry.class)))
                  .containsExactly("talkturo.attempts", "talkturo.requests");
            });
  }

  /** An application with registries of its own making, which Spring Boot adds nothing to. */
  private ApplicationContextRunner byHand(ObservationRegistry observations, MeterRegistry meters) {
    return new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(TalkturoAutoConfiguration.class))
        .withBean(ObservationRegistry.class, () -> observations)
        .withBean(MeterRegistry.class, () -> meters)
        .withPropertyValues(
            "talkturo.api-key=" + server.apiKey(), "talkturo.base-url=" + server.baseUrl());
  }

  @Test
  void timersStayWhereNoHandlerTimes() {
    MeterRegistry meters = new SimpleMeterRegistry();
    byHand(ObservationRegistry.create(), meters)
        .run(context -> client(context).assistants().get(id));
    assertThat(timersOf(meters)).containsExactly("talkturo.attempts", "talkturo.requests");
    assertThat(meters.get("talkturo.requests").timer().count()).isEqualTo(1);
  }

  /** Such as baggage in the spelling of B3. */
  @Test
  void aHeaderThatCannotBeSentTakesNeitherTheSpanNorTheOthersWithIt() {
    List<String> stopped = new CopyOnWriteArrayList<>();
    ObservationRegistry observations = ObservationRegistry.create();
    observations
        .observationConfig()
        .observationHandler(
            new ObservationHandler<SenderContext<Object>>() {
              @Override
              public void onStart(SenderContext<Object> context) {
                Object carrier = Objects.requireNonNull(context.getCarrier());
                context.getSetter().set(carrier, "X-Baggage", "M\u00fcller");
                context.getSetter().set(carrier, "X-Trace", "1");
              }

              @Override
              public void onStop(SenderContext<Object> context) {
                stopped.add(context.getName() + " " + context.getError());
              }

              @Override
              public boolean supportsContext(Observation.Context context) {
                return context instanceof SenderContext;
              }
            });
    byHand(observations, new SimpleMeterRegistry())
        .run(context -> client(context).assistants().get(id));
    assertThat(stopped).containsExactly("talkturo.attempts null");
    assertThat(server.requests().get(0).header("X-Trace")).contains("1");
    assertThat(server.requests().get(0).header("X-Baggage")).isEmpty();
  }

  @Test
  void aHandlerThatIsSetByHandTimesAlone() {
    MeterRegistry meters = new SimpleMeterRegistry();
    ObservationRegistry observations = ObservationRegistry.create();
    observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
    byHand(observations, meters).run(context -> client(context).assistants().get(id));
    assertThat(meters.get("talkturo.requests").timers())
        .singleElement()
        .satisfies(timer -> assertThat(timer.count()).isEqualTo(1));
    assertThat(meters.get("talkturo.attempts").timers())
        .singleElement()
        .satisfies(timer -> assertThat(timer.count()).isEqualTo(1));
  }

  @Test
  void withoutMetersOnTheClassPathThereAreStillObservations() {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(TalkturoAutoConfiguration.class))
        .withBean(ObservationRegistry.class, ObservationRegistry::create)
        .withClassLoader(new FilteredClassLoader("io.micrometer.core"))
        .withPropertyValues("talkturo.api-key=" + server.apiKey())
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(TalkturoListener.class)
                    .hasBean("talkturoObservedRequests"));
  }

  @Test
  void withoutObservationsOnTheClassPathThereAreStillTimers() {
    MeterRegistry meters = new SimpleMeterRegistry();
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(TalkturoAutoConfiguration.class))
        .withBean(MeterRegistry.class, () -> meters)
        .withClassLoader(new FilteredClassLoader("io.micrometer.observation"))
        .withPropertyValues(
            "talkturo.api-key=" + server.apiKey(), "talkturo.base-url=" + server.baseUrl())
        .run(
            context -> {
              assertThat(context).hasSingleBean(TalkturoListener.class);
              client(context).assistants().get(id);
            });
    assertThat(meters.get("talkturo.requests").timer().count()).isEqualTo(1);
  }
}
