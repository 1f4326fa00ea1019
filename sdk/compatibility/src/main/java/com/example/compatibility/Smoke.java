package com.example.compatibility;

import com.fasterxml.jackson.core.json.PackageVersion;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.assistants.CreateAssistantRequest;
import com.talkturo.sdk.assistants.GetAssistantRequest;
import com.talkturo.sdk.assistants.TemplateId;
import com.talkturo.sdk.errors.AuthenticationException;
import com.talkturo.sdk.errors.DecodeException;
import com.talkturo.sdk.errors.NotFoundException;
import com.talkturo.sdk.errors.TimeoutException;
import com.talkturo.sdk.errors.TransportException;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.http.ApiResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttp;
import okhttp3.OkHttpClient;

/**
 * What an application does with the SDK, through the public API alone. Started once per row of the
 * matrix with that row's libraries; the server runs in the process that starts it, and is told over
 * standard output what to do next.
 */
public final class Smoke {
  private final BufferedReader answers =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  private final String baseUrl;
  private final String apiKey;
  private final String accountSlug;

  private Smoke(String[] args) {
    baseUrl = args[0];
    apiKey = args[1];
    accountSlug = args[2];
  }

  /** Runs every check; ends with an exception at the first that fails. */
  public static void main(String[] args) throws Exception {
    Smoke smoke = new Smoke(args);
    say(
        "versions okhttp="
            + OkHttp.VERSION
            + " jackson="
            + PackageVersion.VERSION
            + " java="
            + System.getProperty("java.specification.version"));
    try (TalkturoClient talkturo = smoke.client().build()) {
      smoke.operations(talkturo);
      smoke.errors(talkturo);
      smoke.retries(talkturo);
      smoke.oneCreateMakesOneAssistant(talkturo);
      smoke.timeouts(talkturo);
      smoke.async(talkturo);
      smoke.requestByHand(talkturo);
      smoke.oddAnswers(talkturo);
    }
    smoke.ownOkHttpClient();
    say("passed");
  }

  private TalkturoClient.Builder client() {
    return TalkturoClient.builder().apiKey(apiKey).baseUrl(baseUrl).accountSlug(accountSlug);
  }

  private void operations(TalkturoClient talkturo) {
    Assistant created =
        talkturo.assistants().create(r -> r.name("Zoë").templateId(TemplateId.OUTBOUND_SETTER));
    check("create", created.name().equals(Optional.of("Zoë")));
    String id = created.id();
    check("get", talkturo.assistants().get(id).id().equals(id));
    Assistant updated = talkturo.assistants().update(id, r -> r.temperature(0.4).maxTokens(512));
    check(
        "update",
        updated.temperature().equals(Optional.of(0.4))
            && updated.maxTokens().equals(Optional.of(512))
            && updated.createdAt().isPresent());
    talkturo.assistants().assignPhoneNumbers(id, "pn_a1", "pn_b2");
    check("assign", tell("numbers " + id).equals("[pn_a1, pn_b2]"));
    talkturo.assistants().unassignAllPhoneNumbers(id);
    check("unassign", tell("numbers " + id).equals("[]"));
    ApiResponse<Assistant> full =
        talkturo.exchange(
            CreateAssistantRequest.builder()
                .name("Second")
                .templateId(TemplateId.OUTBOUND_SETTER)
                .build());
    check("exchange", full.attempts() == 1 && !full.headers().isEmpty());
  }

  private void errors(TalkturoClient talkturo) {
    NotFoundException missing =
        failure(NotFoundException.class, () -> talkturo.assistants().get("asst_none"));
    check("404", missing.statusCode() == 404 && missing.attempts() == 1);
    try (TalkturoClient stranger = client().apiKey("wrong").build()) {
      failure(AuthenticationException.class, () -> stranger.assistants().get("asst_none"));
    }
    check("401", true);
  }

  private void retries(TalkturoClient talkturo) {
    String id = createdId(talkturo);
    tell("unavailable");
    ApiRequest<Assistant> get = GetAssistantRequest.builder().assistantId(id).build();
    check("retry on 503", talkturo.exchange(get).attempts() == 2);
    tell("reset-before");
    check("retry after a reset", talkturo.exchange(get).attempts() == 2);
  }

  /** The versions of OkHttp differ most in what they repeat by themselves. */
  private void oneCreateMakesOneAssistant(TalkturoClient talkturo) {
    createdId(talkturo); // So that there is a pooled connection to lose.
    String before = tell("assistants");
    tell("reset-after");
    TransportException lost =
        failure(TransportException.class, () -> talkturo.assistants().create(r -> named(r)));
    int made = Integer.parseInt(tell("assistants")) - Integer.parseInt(before);
    check("one create, one assistant", lost.requestSent() && made == 1);
    tell("retry-after-0");
    ApiResponse<Assistant> later = talkturo.exchange(named(CreateAssistantRequest.builder()));
    check("503 with Retry-After: 0 is retried here only", later.attempts() == 2);
  }

  private static ApiRequest<Assistant> named(CreateAssistantRequest.Builder request) {
    return request.name("Once").templateId(TemplateId.OUTBOUND_SETTER).build();
  }

  private void timeouts(TalkturoClient talkturo) throws Exception {
    TalkturoClient quick = talkturo.withOptions(o -> o.timeout(Duration.ofMillis(300)));
    String id = createdId(talkturo);
    tell("stall");
    failure(TimeoutException.class, () -> quick.assistants().get(id));
    check("timeout", true);
    tell("stall");
    try {
      quick.assistants().getAsync(id).get(20, TimeUnit.SECONDS);
      throw new AssertionError("no timeout");
    } catch (ExecutionException e) {
      check("timeout, async", e.getCause() instanceof TimeoutException);
    }
  }

  private void async(TalkturoClient talkturo) throws Exception {
    String id = createdId(talkturo);
    Assistant found = talkturo.assistants().getAsync(id).get(20, TimeUnit.SECONDS);
    check("async", found.id().equals(id));
    try {
      talkturo.assistants().getAsync("asst_none").get(20, TimeUnit.SECONDS);
      throw new AssertionError("no failure");
    } catch (ExecutionException e) {
      check("404, async", e.getCause() instanceof NotFoundException);
    }
    tell("stall");
    CompletableFuture<Assistant> pending = talkturo.assistants().getAsync(id);
    tell("await-stalled");
    check("cancel", pending.cancel(true) && pending.isCancelled());
    check("get after cancel", talkturo.assistants().get(id).id().equals(id));
  }

  /** A type of the application's own; its fields need both datatype modules. */
  public static final class Stored {
    /** The id. */
    public String id = "";

    /** Read by the module for Java 8 types. */
    public Optional<String> name = Optional.empty();

    /** Read by the module for java.time. */
    public Instant created_at = Instant.EPOCH;
  }

  private void requestByHand(TalkturoClient talkturo) {
    String id = createdId(talkturo);
    Stored stored =
        talkturo
            .exchange(
                ApiRequest.builder("GET", "/api/assistants/{assistantId}")
                    .path("assistantId", id)
                    .envelope("assistant")
                    .returning(Stored.class))
            .body();
    check(
        "request by hand",
        stored.id.equals(id)
            && stored.name.isPresent()
            && stored.created_at.isAfter(Instant.EPOCH));
    Stored change = new Stored();
    change.name = Optional.of("By hand");
    tell("echo");
    Stored echoed =
        talkturo
            .exchange(
                ApiRequest.builder("PATCH", "/api/assistants/{assistantId}")
                    .path("assistantId", id)
                    .body(change)
                    .returning(Stored.class))
            .body();
    check("body of the application's own type", echoed.name.equals(Optional.of("By hand")));
    check("dates are written as text", tell("last-body").contains("1970-01-01T00:00:00Z"));
  }

  /** Jackson limits numbers and depth from 2.15 on; the SDK lifts that. */
  private void oddAnswers(TalkturoClient talkturo) {
    String id = createdId(talkturo);
    tell("odd");
    check("a long number and deep nesting", talkturo.assistants().get(id).id().equals("asst_odd"));
    tell("truncated");
    failure(DecodeException.class, () -> talkturo.assistants().get(id));
    check("a truncated answer", true);
  }

  private void ownOkHttpClient() throws IOException {
    AtomicInteger seen = new AtomicInteger();
    OkHttpClient own =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  seen.incrementAndGet();
                  return chain.proceed(chain.request());
                })
            .build();
    TalkturoClient talkturo = client().okHttpClient(own).build();
    String id = createdId(talkturo);
    tell("unavailable");
    check("own OkHttpClient", talkturo.assistants().get(id).id().equals(id));
    check("its interceptor sees each attempt", seen.get() == 3);
    talkturo.close();
    failure(IllegalStateException.class, () -> talkturo.assistants().get(id));
    check("closed client", !own.dispatcher().executorService().isShutdown());
  }

  private static String createdId(TalkturoClient talkturo) {
    return talkturo
        .assistants()
        .create(r -> r.name("Smoke").templateId(TemplateId.OUTBOUND_SETTER))
        .id();
  }

  private static <E extends Throwable> E failure(Class<E> expected, Runnable action) {
    try {
      action.run();
    } catch (Throwable e) {
      if (expected.isInstance(e)) {
        return expected.cast(e);
      }
      throw new AssertionError("expected " + expected.getName(), e);
    }
    throw new AssertionError("expected " + expected.getName() + ", nothing was thrown");
  }

  private static void check(String what, boolean passed) {
    if (!passed) {
      throw new AssertionError("failed: " + what);
    }
    say("check " + what);
  }

  /** Has the server's process do something and returns what it answers. */
  private String tell(String command) {
    say("tell " + command);
    try {
      String answer = answers.readLine();
      if (answer == null) {
        throw new AssertionError("the server's process is gone");
      }
      return answer;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
