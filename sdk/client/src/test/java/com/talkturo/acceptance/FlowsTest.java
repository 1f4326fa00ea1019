package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.calls.Mode;
import com.talkturo.calls.Operation;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.errors.BadRequestException;
import com.talkturo.sdk.errors.ServerException;
import com.talkturo.sdk.errors.TimeoutException;
import com.talkturo.sdk.flows.FlowRun;
import com.talkturo.sdk.flows.FlowRunFailedException;
import com.talkturo.sdk.flows.TriggerFlowRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Flows are triggered with a signature over the exact bytes, and with no key. */
class FlowsTest extends ServerTest {
  private static final String SECRET = "trigger_s3cret_Ü";

  /** Of this body and secret, made with: openssl dgst -sha256 -hmac 'trigger_s3cret_Ü' (3.0.19). */
  private static final String SIGNED_BY_OPENSSL =
      "046ad0d8c40e1aaa17823cfff3c867b06f12c1c0430100068961f128d8023cba";

  private static TriggerFlowRequest.Builder request() {
    return TriggerFlowRequest.builder()
        .flowId("flow_7")
        .secret(SECRET)
        .param("contact", "Zoë 👋")
        .param("n", 1);
  }

  private FlowRun triggerAndWait(Mode mode, TalkturoClient client) {
    return mode.call(
        () -> client.flows().triggerAndWait(request().build()),
        () -> client.flows().triggerAndWaitAsync(request().build()));
  }

  @ParameterizedTest
  @EnumSource
  void theSignatureIsThatOfOpensslOverTheBytesThatArrive(Mode mode) {
    answerFixture("trigger/accepted");
    mode.exchange(client(), request().build());
    RecordedRequest received = received();
    assertThat(received.getBody().utf8())
        .isEqualTo("{\"params\":{\"contact\":\"Zoë 👋\",\"n\":1}}");
    assertThat(received.getHeaders().values("X-Talkturo-Secret"))
        .containsExactly(SIGNED_BY_OPENSSL);
    assertThat(received.getHeaders().get("Authorization")).isNull();
    assertThat(received.getHeaders().toString()).doesNotContain(KEY, SECRET);
  }

  @ParameterizedTest
  @EnumSource
  void noParamsAreAnEmptyObject(Mode mode) {
    answerFixture("trigger/accepted");
    Operation.TRIGGER.call(mode, client());
    RecordedRequest received = received();
    assertThat(received.getBody().utf8()).isEqualTo("{\"params\":{}}");
    // printf '%s' '{"params":{}}' | openssl dgst -sha256 -hmac 'flow_s3cr3t'
    assertThat(received.getHeaders().get("X-Talkturo-Secret"))
        .isEqualTo("960b903b1dba76cbdb1e37911510257c5f3c56d15658a6943940e8e1b002bfc9");
  }

  @ParameterizedTest
  @EnumSource
  void triggerSendsTheDocumentedJsonAndReadsTheRun(Mode mode) {
    answer(202, Fixtures.read("trigger/accepted"));
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("assistant_id", "asst_5tq8");
    context.put("campaign", null);
    TriggerFlowRequest request = request().context(context).build();
    TalkturoClient client = client();
    FlowRun run =
        mode.call(
            () -> client.flows().trigger(request), () -> client.flows().triggerAsync(request));
    assertThat(run).isEqualTo(FlowRun.builder().runId("5c1e").build());
    RecordedRequest received = received();
    assertThat(received.getTarget()).isEqualTo("/api/flow/flow_7/trigger");
    assertThat(received.getBody().utf8()).isEqualTo(Fixtures.read("trigger/request"));
    assertThat(request.toString()).doesNotContain(SECRET, "Zoë", "asst_5tq8");
    assertThat(request.toBuilder().build()).isEqualTo(request);
  }

  @ParameterizedTest
  @EnumSource
  void aRunThatIsWaitedForHandsItsOutputOver(Mode mode) {
    answerFixture("trigger/output");
    FlowRun run = triggerAndWait(mode, client());
    assertThat(run.runId()).hasValue("5c1e");
    assertThat(run.output()).containsEntry("contact", Map.of("found", true)).containsKey("note");
    assertThat(run.toString()).doesNotContain("found");
    assertThat(received().getTarget()).isEqualTo("/api/flow/flow_7/trigger?sync=true");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 200})
  void aRunThatFailsTellsWhereAndWhatItHadMade(int status) {
    for (Mode mode : Mode.values()) {
      answer(status, Fixtures.read("trigger/failed"));
      FlowRunFailedException e =
          failure(FlowRunFailedException.class, () -> triggerAndWait(mode, client()));
      assertThat(e.runId()).hasValue("5c1e");
      assertThat(e.failedNode()).hasValue("send_mail");
      assertThat(e.partialOutput()).containsEntry("contact", "found").containsKey("tries");
      assertThat(e.errorText()).hasValue("Mailbox full");
      assertThat(e.mayHaveTakenEffect()).isTrue();
      assertThat(e.statusCode()).isEqualTo(status);
    }
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void aFailedRunMayTellLittle() {
    answer(500, "{\"ok\":false,\"run_id\":17,\"failed_node\":null,\"partial_output\":[1]}");
    FlowRunFailedException e =
        failure(FlowRunFailedException.class, () -> triggerAndWait(Mode.SYNC, client()));
    assertThat(e.runId()).hasValue("17");
    assertThat(e.failedNode()).isEmpty();
    assertThat(e.partialOutput()).isEmpty();
    assertThat(e.body()).contains("[1]");
  }

  @Test
  void whatIsNoFailedRunIsTheUsualException() {
    answer(500, "<html>");
    failure(ServerException.class, () -> triggerAndWait(Mode.SYNC, client()));
    answer(400, "{\"ok\":false,\"run_id\":\"5c1e\",\"error\":\"Invalid signature\"}");
    assertThat(
            failure(BadRequestException.class, () -> triggerAndWait(Mode.SYNC, client()))
                .errorText())
        .hasValue("Invalid signature");
    answer(200, "{\"success\":false,\"error\":\"maintenance\"}");
    failure(ApiException.class, () -> triggerAndWait(Mode.SYNC, client()));
  }

  @Test
  void anOddAnswerDoesNotLoseTheRun() {
    answer(200, "{\"ok\":\"true\",\"run_id\":null,\"output\":\"done\",\"took_ms\":5}");
    FlowRun run = triggerAndWait(Mode.SYNC, client());
    assertThat(run.runId()).isEmpty();
    assertThat(run.output()).isEmpty();
    assertThat(run.additionalProperties()).containsEntry("output", "done").containsKey("took_ms");
  }

  @ParameterizedTest
  @EnumSource
  void aBodyThatAnInterceptorChangedIsNotSent(Mode mode) {
    OkHttpClient changing =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    chain.proceed(
                        chain
                            .request()
                            .newBuilder()
                            .post(RequestBody.create("{\"params\":{\"n\":2}}".getBytes()))
                            .build()))
            .build();
    Throwable thrown =
        catchThrowable(() -> Operation.TRIGGER.call(mode, open(builder().okHttpClient(changing))));
    assertThat(thrown).isNotNull();
    assertThat(stackTrace(thrown)).contains("signed").doesNotContain("flow_s3cr3t");
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void theSecretIsAskedForAnewForEachAttempt(Mode mode) {
    Queue<String> secrets = new ArrayDeque<>(List.of("first", "second"));
    answer(429, "{}", "Retry-After", "0");
    answerFixture("trigger/accepted");
    mode.exchange(
        client(), TriggerFlowRequest.builder().flowId("f").secret(secrets::remove).build());
    String first = received().getHeaders().get("X-Talkturo-Secret");
    assertThat(received().getHeaders().get("X-Talkturo-Secret")).isNotEqualTo(first);
    assertThat(secrets).isEmpty();
  }

  @Test
  void aSecretThatCannotBeUsedIsRefusedUnseen() {
    assertThat(
            failure(IllegalArgumentException.class, () -> TriggerFlowRequest.builder().secret(" ")))
        .hasMessage("secret is blank; allowed is the trigger secret as the dashboard shows it");
    TriggerFlowRequest supplied = TriggerFlowRequest.builder().flowId("f").secret(() -> "").build();
    assertThat(failure(IllegalArgumentException.class, () -> client().flows().trigger(supplied)))
        .hasMessageContaining("secret is missing or blank");
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void noFailureShowsTheSecretThatAServerEchoes(Mode mode) {
    for (int status : new int[] {400, 500, 200}) {
      answer(
          status,
          "{\"ok\":false,\"error\":\"flow_s3cr3t\",\"partial_output\":{\"flow_s3cr3t\":\"flow_s3cr3t\"}}",
          "X-Echo",
          "flow_s3cr3t");
      ApiException e =
          (ApiException) catchThrowable(() -> Operation.TRIGGER_AND_WAIT.call(mode, client()));
      assertThat(stackTrace(e) + e.body() + e.headers() + e.details() + e.errorText())
          .doesNotContain("flow_s3cr3t");
      if (e instanceof FlowRunFailedException failed) {
        assertThat(failed.partialOutput().toString()).doesNotContain("flow_s3cr3t");
      }
    }
    assertThat(MemoryLogs.lines().toString()).doesNotContain("flow_s3cr3t");
  }

  @ParameterizedTest
  @EnumSource
  void aWaitingTriggerOutlastsTheReadTimeoutAndAnotherDoesNot(Mode mode) {
    TalkturoClient hasty = open(builder().readTimeout(Duration.ofMillis(300)));
    server.enqueue(
        new MockResponse.Builder()
            .body(Fixtures.read("trigger/output"))
            .headersDelay(900, TimeUnit.MILLISECONDS)
            .build());
    assertThat(triggerAndWait(mode, hasty).runId()).hasValue("5c1e");
    server.enqueue(
        new MockResponse.Builder()
            .body(Fixtures.read("trigger/output"))
            .headersDelay(900, TimeUnit.MILLISECONDS)
            .build());
    failure(TimeoutException.class, Operation.TRIGGER, mode, hasty);
  }

  private static String stackTrace(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void aRequestWithoutFlowAndSecretNamesBoth() {
    assertThat(failure(IllegalStateException.class, () -> TriggerFlowRequest.builder().build()))
        .hasMessageContaining("flowId")
        .hasMessageContaining("secret");
  }

  @Test
  void aCopySignsWithTheSameSecretWhichDoesNotCountInComparisons() {
    TriggerFlowRequest request = TriggerFlowRequest.builder().flowId("f").secret("s-1").build();
    TriggerFlowRequest copy = request.toBuilder().build();
    TriggerFlowRequest other = request.toBuilder().secret("s-2").build();
    assertThat(List.of(copy, other)).containsOnly(request);
    List<String> signatures = new ArrayList<>();
    for (TriggerFlowRequest each : List.of(request, copy, other)) {
      answerFixture("trigger/accepted");
      client().flows().trigger(each);
      signatures.add(received().getHeaders().get("X-Talkturo-Secret"));
    }
    assertThat(signatures.get(1)).isEqualTo(signatures.get(0)).isNotEqualTo(signatures.get(2));
  }
}
