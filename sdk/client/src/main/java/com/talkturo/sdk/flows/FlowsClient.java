package com.talkturo.sdk.flows;

import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.engine.Transport;
import com.talkturo.sdk.json.Decoder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The operations on flows, as {@code talkturo.flows()}. Safe for use from many threads.
 *
 * <p>The flow's own trigger secret signs them: hexadecimal HMAC-SHA256 of the exact bytes of the
 * body, in the header {@code X-Talkturo-Secret}. The SDK does not send the client's API key. It
 * refuses to send a body that an interceptor of your own has changed, because the signature would
 * not fit. The signature holds no time, so whoever reads a request can repeat it: keep TLS between
 * you and the API.
 *
 * <p>Each operation takes its request object; the common ones have a short form. Each has an {@code
 * ...Async} twin: the future fails with the exception that the synchronous form throws, {@code
 * cancel(true)} on it ends the HTTP call and any wait, and dependents run on the SDK's threads
 * unless you give them an executor.
 *
 * <p>Every operation throws {@link com.talkturo.sdk.errors.ApiException} if the API refuses (its
 * subclasses tell why), {@link com.talkturo.sdk.errors.TransportException} if no usable answer
 * arrives in time, {@link com.talkturo.sdk.errors.DecodeException} if the answer cannot be read,
 * and {@link com.talkturo.sdk.errors.InterruptedCallException} if the thread is interrupted. Before
 * anything is sent, it throws {@link IllegalArgumentException} if the request is invalid, and
 * {@link IllegalStateException} if the client is closed.
 */
public final class FlowsClient {
  private static final Decoder<FlowRun> RUN = Decoder.object(FlowRun.TABLE).withSuccessWord("ok");

  static final Endpoint<FlowRun> TRIGGER =
      Endpoint.atMostOnce("POST", "/api/flow/{flowId}/trigger", RUN)
          .withoutKey()
          .withFailure(FlowRunFailedException::of);

  /** A run takes up to about 30 s; what the API does after that is not documented. */
  static final Endpoint<FlowRun> TRIGGER_AND_WAIT =
      TRIGGER.withReadTimeoutOfAtLeast(Duration.ofSeconds(45));

  private final Transport transport;

  /** Internal to the SDK: use {@code TalkturoClient.flows()}. */
  public FlowsClient(Transport transport) {
    this.transport = transport;
  }

  /**
   * Starts a run of a flow, and returns at once unless the request waits.
   *
   * <pre>POST /api/flow/{flowId}/trigger</pre>
   *
   * <p>Starts at most one run, whatever the network does: once the API may have processed the
   * request, the client does not send it again, and the exception's {@code mayHaveTakenEffect()} is
   * {@code true}.
   *
   * <p>If the flow cannot be triggered or the secret is wrong, it throws a {@link
   * com.talkturo.sdk.errors.BadRequestException}, and Talkturo records a failed run.
   */
  public FlowRun trigger(TriggerFlowRequest request) {
    return transport.send(request);
  }

  /** Starts a run of a flow; see {@link #trigger(TriggerFlowRequest)}. */
  public FlowRun trigger(
      String flowId, String secret, Map<String, ? extends @Nullable Object> params) {
    return transport.send(
        TriggerFlowRequest.builder().flowId(flowId).secret(secret).params(params).build());
  }

  /**
   * Starts a run of a flow, and returns at once unless the request waits, asynchronously; see
   * {@link #trigger(TriggerFlowRequest)}.
   */
  public CompletableFuture<FlowRun> triggerAsync(TriggerFlowRequest request) {
    return transport.sendAsync(() -> request);
  }

  /** Starts a run of a flow, asynchronously; see {@link #trigger(TriggerFlowRequest)}. */
  public CompletableFuture<FlowRun> triggerAsync(
      String flowId, String secret, Map<String, ? extends @Nullable Object> params) {
    return transport.sendAsync(
        () -> TriggerFlowRequest.builder().flowId(flowId).secret(secret).params(params).build());
  }

  /**
   * Runs a flow and returns its output.
   *
   * <pre>POST /api/flow/{flowId}/trigger?sync=true</pre>
   *
   * <p>The API takes up to about 30 s; an attempt waits 45 s for its answer even if the client's
   * read timeout is shorter, but never past the client's deadline. What the API does with longer
   * runs is not documented by Talkturo. It starts at most one run, as does {@link
   * #trigger(TriggerFlowRequest)}.
   *
   * <p>If the run fails, it throws a {@link FlowRunFailedException}.
   */
  public FlowRun triggerAndWait(TriggerFlowRequest request) {
    return transport.send(request.toBuilder().waits(true).build());
  }

  /** Runs a flow and returns its output; see {@link #triggerAndWait(TriggerFlowRequest)}. */
  public FlowRun triggerAndWait(
      String flowId, String secret, Map<String, ? extends @Nullable Object> params) {
    return transport.send(
        TriggerFlowRequest.builder()
            .flowId(flowId)
            .secret(secret)
            .params(params)
            .waits(true)
            .build());
  }

  /**
   * Runs a flow and returns its output, asynchronously; see {@link
   * #triggerAndWait(TriggerFlowRequest)}.
   */
  public CompletableFuture<FlowRun> triggerAndWaitAsync(TriggerFlowRequest request) {
    return transport.sendAsync(() -> request.toBuilder().waits(true).build());
  }

  /**
   * Runs a flow and returns its output, asynchronously; see {@link
   * #triggerAndWait(TriggerFlowRequest)}.
   */
  public CompletableFuture<FlowRun> triggerAndWaitAsync(
      String flowId, String secret, Map<String, ? extends @Nullable Object> params) {
    return transport.sendAsync(
        () ->
            TriggerFlowRequest.builder()
                .flowId(flowId)
                .secret(secret)
                .params(params)
                .waits(true)
                .build());
  }
}
