package com.talkturo.sdk.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.assistants.CreateAssistantRequest;
import com.talkturo.sdk.errors.InterruptedCallException;
import com.talkturo.sdk.errors.TimeoutException;
import com.talkturo.sdk.springboot.ObservedHealth.Report;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a real client's requests say about the API. */
@Timeout(60)
class ObservedHealthTest {
  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final String GET = "GET /api/assistants/{assistantId}";

  @RegisterExtension static final TalkturoServerExtension TALKTURO = new TalkturoServerExtension();

  private final TalkturoServer server = TALKTURO.server();

  /** Close to where System.nanoTime may wrap around. */
  private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1);

  private final ObservedHealth health = new ObservedHealth(Duration.ofSeconds(60), nanoTime::get);
  private TalkturoClient client;
  private String id;

  @BeforeEach
  void open() {
    client = builder().build();
    id = server.addAssistant(Map.of("name", "Front desk"));
  }

  private TalkturoClient.Builder builder() {
    return TalkturoClient.builder()
        .baseUrl(server.baseUrl())
        .apiKey(server.apiKey())
        .accountSlug(server.accountSlug())
        .maxRetries(0)
        .listener(health);
  }

  @AfterEach
  void close() {
    client.close();
  }

  private void get() {
    client.assistants().get(id);
  }

  private void getFails() {
    assertThat(catchThrowable(this::get)).isNotNull();
  }

  private void elapse(Duration time) {
    nanoTime.addAndGet(time.toNanos());
  }

  @Test
  void nothingIsKnownBeforeTheFirstRequest() {
    assertThat(health.report()).isEqualTo(new Report("UNKNOWN", Map.of()));
  }

  @Test
  void nothingIsKnownWhileTheFirstRequestIsUnderWay() {
    server.enqueue(Fault.stall());
    CompletableFuture<Assistant> pending = client.assistants().getAsync(id);
    server.awaitRequests(1, BOUND);
    assertThat(health.report().status()).isEqualTo("UNKNOWN");
    pending.cancel(true);
  }

  @Test
  void anAnswerIsUp() {
    get();
    elapse(Duration.ofSeconds(12));
    assertThat(health.report())
        .isEqualTo(new Report("UP", Map.of("request", GET, "statusCode", 200, "secondsAgo", 12L)));
  }

  @Test
  void anErrorOfTheRequestIsUp() {
    for (int status : new int[] {302, 400, 402, 404, 409, 422, 429}) {
      server.enqueue(Fault.status(status));
      getFails();
      assertThat(health.report().status()).as("%s", status).isEqualTo("UP");
      assertThat(health.report().details()).containsEntry("statusCode", status);
    }
    assertThat(health.report().details()).containsEntry("exception", "RateLimitException");
  }

  @Test
  void anAnswerThatCannotBeReadIsUp() {
    server.enqueue(Fault.invalidJson());
    getFails();
    assertThat(health.report())
        .isEqualTo(
            new Report(
                "UP",
                Map.of(
                    "request",
                    GET,
                    "statusCode",
                    200,
                    "exception",
                    "DecodeException",
                    "secondsAgo",
                    0L)));
  }

  @Test
  void aRefusedKeyIsDownUntilItIsAcceptedAgain() {
    server.revokeApiKey(server.apiKey());
    getFails();
    assertThat(health.report())
        .isEqualTo(
            new Report(
                "DOWN",
                Map.of(
                    "request",
                    GET,
                    "statusCode",
                    401,
                    "exception",
                    "AuthenticationException",
                    "secondsAgo",
                    0L)));

    server.acceptApiKey(server.apiKey());
    get();
    assertThat(health.report().status()).isEqualTo("UP");
  }

  @Test
  void forbiddenAndServerErrorsAreDown() {
    for (int status : new int[] {403, 500, 502, 503, 504, 599}) {
      get();
      server.enqueue(Fault.status(status));
      getFails();
      assertThat(health.report().status()).as("%s", status).isEqualTo("DOWN");
    }
  }

  @Test
  void noAnswerIsDown() {
    for (Fault fault : new Fault[] {Fault.resetBeforeProcessing(), Fault.resetDuringBody()}) {
      get();
      server.enqueue(fault);
      getFails();
      assertThat(health.report())
          .as("%s", fault)
          .isEqualTo(
              new Report(
                  "DOWN",
                  Map.of("request", GET, "exception", "TransportException", "secondsAgo", 0L)));
    }
  }

  @Test
  void anAnswerThatTakesTooLongIsDown() {
    server.enqueue(Fault.stall());
    TalkturoClient impatient = client.withOptions(o -> o.timeout(Duration.ofMillis(300)));
    assertThat(catchThrowable(() -> impatient.assistants().get(id)))
        .isInstanceOf(TimeoutException.class);
    assertThat(health.report().status()).isEqualTo("DOWN");
    assertThat(health.report().details()).containsEntry("exception", "TimeoutException");
  }

  /** What counts is how the request ended for the caller. */
  @Test
  void aRetryThatHelpsIsUp() {
    server.enqueue(Fault.unavailable(Duration.ZERO));
    client.withOptions(o -> o.maxRetries(1)).assistants().get(id);
    assertThat(server.requests()).hasSize(2);
    assertThat(health.report().status()).isEqualTo("UP");
  }

  /** An instance that gets no traffic because it is down must not stay down for that reason. */
  @Test
  void theLastWordExpires() {
    server.enqueue(Fault.status(500));
    getFails();
    elapse(Duration.ofSeconds(60));
    assertThat(health.report().status()).isEqualTo("DOWN");
    elapse(Duration.ofNanos(1));
    assertThat(health.report().status()).isEqualTo("UNKNOWN");
    assertThat(health.report().details()).containsEntry("statusCode", 500);
    get();
    assertThat(health.report().status()).isEqualTo("UP");
    elapse(Duration.ofDays(365));
    assertThat(health.report().status()).isEqualTo("UNKNOWN");
  }

  @Test
  void askingSendsNothing() {
    get();
    health.report();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aCancelledRequestChangesNothing() {
    Report before = down();
    server.enqueue(Fault.stall());
    CompletableFuture<Assistant> pending = client.assistants().getAsync(id);
    server.awaitRequests(2, BOUND);
    pending.cancel(true);
    assertThat(health.report()).isEqualTo(before);
  }

  /** The listener is told of a success then, and yet there was no answer. */
  @Test
  void aFutureThatTheCallerCompletesChangesNothing() {
    Report before = down();
    server.enqueue(Fault.stall(), Fault.stall());
    CompletableFuture<Assistant> completed = client.assistants().getAsync(id);
    CompletableFuture<Assistant> failed = client.assistants().getAsync(id);
    server.awaitRequests(3, BOUND);
    completed.complete(null);
    failed.completeExceptionally(new IllegalStateException("not wanted any more"));
    assertThat(health.report()).isEqualTo(before);
  }

  @Test
  void anInterruptedCallerChangesNothing() {
    Report before = down();
    Thread.currentThread().interrupt();
    Throwable thrown = catchThrowable(this::get);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(thrown).isInstanceOf(InterruptedCallException.class);
    assertThat(health.report()).isEqualTo(before);
  }

  @Test
  void anInvalidRequestChangesNothing() {
    Report before = down();
    try (TalkturoClient withoutAccount =
        TalkturoClient.builder()
            .baseUrl(server.baseUrl())
            .apiKey(server.apiKey())
            .listener(health)
            .build()) {
      CreateAssistantRequest request = CreateAssistantRequest.builder().name("Desk").build();
      assertThat(catchThrowable(() -> withoutAccount.exchange(request)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(health.report()).isEqualTo(before);
  }

  @Test
  void aClosedClientChangesNothing() {
    Report before = down();
    client.close();
    assertThat(catchThrowable(this::get)).isInstanceOf(IllegalStateException.class);
    assertThat(health.report()).isEqualTo(before);
  }

  @Test
  void aKeyThatCannotBeFetchedChangesNothing() {
    Report before = down();
    IllegalStateException noKey = new IllegalStateException("vault is down");
    try (TalkturoClient keyless =
        builder()
            .apiKey(
                () -> {
                  throw noKey;
                })
            .build()) {
      assertThat(catchThrowable(() -> keyless.assistants().get(id))).isSameAs(noKey);
    }
    assertThat(health.report()).isEqualTo(before);
  }

  /** The queue is the application's own. */
  @Test
  void aRequestThatNeverGotItsTurnChangesNothing() {
    Report before = down();
    server.enqueue(Fault.stall());
    try (TalkturoClient narrow = builder().maxConcurrency(1).build()) {
      CompletableFuture<Assistant> first = narrow.assistants().getAsync(id);
      server.awaitRequests(2, BOUND);
      CompletableFuture<Assistant> second =
          narrow.withOptions(o -> o.timeout(Duration.ofMillis(50))).assistants().getAsync(id);
      assertThat(catchThrowable(second::join))
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(TimeoutException.class);
      assertThat(health.report()).isEqualTo(before);
      first.cancel(true);
    }
  }

  /** Down is the state that most ways to end would change. */
  private Report down() {
    server.enqueue(Fault.status(500));
    getFails();
    assertThat(health.report().status()).isEqualTo("DOWN");
    return health.report();
  }

  @Test
  void neitherKeyNorIdNorWordsOfTheApiAreShown() {
    server.enqueue(
        Fault.status(401)
            .header("x-request-id", "req_secret")
            .body("{\"error\":\"key " + server.apiKey() + " is wrong for " + id + "\"}"));
    getFails();
    assertThat(health.report().details())
        .containsOnlyKeys("request", "statusCode", "exception", "secondsAgo");
    assertThat(health.report().toString())
        .doesNotContain(server.apiKey(), id, "req_secret", "wrong");
    assertThat(health.toString()).doesNotContain(server.apiKey(), id);
  }
}
