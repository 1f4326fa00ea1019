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
 * <p>They are signed with the flow's own trigger secret: hexadecimal HMAC-SHA256 of the exact bytes
 * of the body, in the header {@code X-Talkturo-Secret}. The client's API key does not go along. A
 * body that an interceptor of your own has changed is not sent, because its signature would not
 * fit. The signature holds no time: keep TLS between you and the API.
 *
 * <p>Each operation takes its request object; the common ones have a short form. Each has an {@code
 * ...Async} twin: the future fails with the exception that the synchronous form throws, {@code
 * cancel(true)} on it ends the HTTP call and any wait, and dependents run on the SDK's threads
 * unless they are given an executor.
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
   * Starts a run of a flow, and returns at once if the request does not say otherwise.
   *
   * <pre>POST /api/flow/{flowId}/trigger</pre>
   *
   * <p>Starts at most one run, whatever the network does: once the request may have been processed,
   * it is not sent again, and the exception's {@code mayHaveTakenEffect()} is {@code true}.
   *
   * <p>A flow that cannot be triggered, or a wrong secret, is a {@link
   * com.talkturo.sdk.errors.BadRequestException}; it leaves a failed run at Talkturo.
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
   * Starts a run of a flow, and returns at once if the request does not say otherwise,
   * asynchronously; see {@link #trigger(TriggerFlowRequest)}.
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
   * Runs a flow and returns what it made.
   *
   * <pre>POST /api/flow/{flowId}/trigger?sync=true</pre>
   *
   * <p>The API takes up to about 30 s; an attempt waits 45 s for its answer even if the client's
   * read timeout is shorter, but never past the client's deadline. What the API does with longer
   * runs is not documented by Talkturo. At most one run is started, as with {@link
   * #trigger(TriggerFlowRequest)}.
   *
   * <p>A run that fails is a {@link FlowRunFailedException}.
   */
  public FlowRun triggerAndWait(TriggerFlowRequest request) {
    return transport.send(request.toBuilder().waits(true).build());
  }

  /** Runs a flow and returns what it made; see {@link #triggerAndWait(TriggerFlowRequest)}. */
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
   * Runs a flow and returns what it made, asynchronously; see {@link
   * #triggerAndWait(TriggerFlowRequest)}.
   */
  public CompletableFuture<FlowRun> triggerAndWaitAsync(TriggerFlowRequest request) {
    return transport.sendAsync(() -> request.toBuilder().waits(true).build());
  }

  /**
   * Runs a flow and returns what it made, asynchronously; see {@link
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
