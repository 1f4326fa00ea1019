package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The published flows of a server, none at the start, and their runs. */
public final class ServerFlows {
  /** Flow to its secret and what its runs end with. */
  private static final String FLOWS = "flows";

  private static final String RUNS = "runs";
  private static final String SIGNATURE = "X-Talkturo-Secret";

  private final Store store;

  ServerFlows(Store store) {
    this.store = store;
  }

  /**
   * Publishes a flow, or a new version of it, whose runs end well with an empty output, and returns
   * its trigger secret, made at random.
   */
  public String add(String flowId) {
    String secret = Accounts.randomText(40);
    add(flowId, secret);
    return secret;
  }

  /** Like {@link #add(String)} with a secret of the test's choice. */
  public void add(String flowId, String secret) {
    Objects.requireNonNull(flowId, "flowId");
    Objects.requireNonNull(secret, "secret");
    store.atomically(
        () -> store.change(FLOWS).putObject(flowId).put("secret", secret).putObject("output"));
  }

  /**
   * Lets the runs of a flow end well from now on.
   *
   * @param output what a waiting trigger is answered
   * @throws IllegalArgumentException if there is no such flow, or a value has no JSON form
   */
  public void succeed(String flowId, Map<String, ? extends @Nullable Object> output) {
    JsonNode tree = Json.treeOf(output);
    store.atomically(
        () -> {
          ObjectNode flow = existing(flowId);
          flow.remove("failedNode");
          flow.set("output", tree);
        });
  }

  /**
   * Lets the runs of a flow fail from now on: a waiting trigger is answered 500, another one 202 as
   * ever.
   *
   * @throws IllegalArgumentException if there is no such flow, or a value has no JSON form
   */
  public void fail(
      String flowId,
      String failedNode,
      String error,
      Map<String, ? extends @Nullable Object> partialOutput) {
    Objects.requireNonNull(failedNode, "failedNode");
    Objects.requireNonNull(error, "error");
    JsonNode tree = Json.treeOf(partialOutput);
    store.atomically(
        () ->
            existing(flowId).put("failedNode", failedNode).put("error", error).set("output", tree));
  }

  private ObjectNode existing(String flowId) {
    ObjectNode flow = (ObjectNode) store.change(FLOWS).get(flowId);
    if (flow == null) {
      throw new IllegalArgumentException("no such flow: " + flowId);
    }
    return flow;
  }

  /**
   * Returns all runs, oldest first: {@code run_id}, {@code flow_id}, {@code sync}, {@code status}
   * ({@code completed} or {@code failed}), {@code params} and {@code context}, null if not sent. A
   * trigger that was refused for its signature or its body leaves a failed run too, with {@code
   * error}.
   */
  public List<Map<String, @Nullable Object>> runs() {
    return store.atomically(
        () -> {
          List<Map<String, @Nullable Object>> runs = new ArrayList<>();
          store.read(RUNS).forEach(run -> runs.add(Json.plainOf((ObjectNode) run)));
          return runs;
        });
  }

  // Operations

  Answer trigger(Incoming incoming) {
    JsonNode flow = store.read(FLOWS).path(incoming.id());
    if (flow.isMissingNode()) {
      throw error(404, "Flow not found");
    }
    ObjectNode run = Json.object().put("run_id", store.nextUuid("run"));
    run.put("flow_id", incoming.id());
    store.change(RUNS, run.get("run_id").asText()).set(run.get("run_id").asText(), run);
    try {
      requireSignature(incoming.request(), flow.path("secret").asText());
      boolean waits = incoming.queryFlag("sync");
      Fields body = incoming.body();
      ObjectNode params = body.object("params");
      if (params == null) {
        throw ApiError.badRequest("params is required");
      }
      ObjectNode context = body.object("context");
      run.put("sync", waits).set("params", params);
      run.set("context", context);
      return finish(run, flow, waits);
    } catch (ApiError e) {
      run.put("status", "failed").put("error", e.text());
      throw error(e.status(), e.text());
    }
  }

  private static Answer finish(ObjectNode run, JsonNode flow, boolean waits) {
    boolean failed = flow.has("failedNode");
    run.put("status", failed ? "failed" : "completed");
    ObjectNode answer = Json.object().put("ok", !(failed && waits));
    answer.set("run_id", run.get("run_id"));
    if (!waits) {
      return Answer.json(202, answer);
    }
    if (!failed) {
      return Answer.json(200, answer.set("output", flow.get("output")));
    }
    answer.set("error", flow.get("error"));
    answer.set("failed_node", flow.get("failedNode"));
    answer.set("partial_output", flow.get("output"));
    return Answer.json(500, answer);
  }

  private static ApiError error(int status, String message) {
    return new ApiError(status, message, Json.object().put("ok", false).put("error", message));
  }

  private static void requireSignature(ReceivedRequest request, String secret) {
    String sent = request.header(SIGNATURE).orElse("");
    if (sent.isEmpty()) {
      throw ApiError.badRequest(SIGNATURE + " is missing");
    }
    if (!Incoming.sameSecret(
        sent.toLowerCase(Locale.ROOT), signature(request.bodyBytes(), secret))) {
      throw ApiError.badRequest(SIGNATURE + " is not the signature of this body");
    }
  }

  private static String signature(byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return ByteString.of(mac.doFinal(body)).hex();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
