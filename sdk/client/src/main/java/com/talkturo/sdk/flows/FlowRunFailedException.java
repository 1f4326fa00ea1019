package com.talkturo.sdk.flows;

import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.errors.ErrorBody;
import com.talkturo.sdk.errors.RawResponse;
import com.talkturo.sdk.errors.RequestSummary;
import com.talkturo.sdk.errors.ServerException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run of a flow has failed: the API answered 5xx or 2xx with a body that says {@code "ok":
 * false}. What the flow did before it failed stays done.
 */
public final class FlowRunFailedException extends ServerException {
  private static final long serialVersionUID = 1;

  private final @Nullable String runId;
  private final @Nullable String failedNode;
  private final LinkedHashMap<String, Object> partialOutput = new LinkedHashMap<>();

  private FlowRunFailedException(
      RequestSummary request, RawResponse answer, ErrorBody error, Map<String, Object> members) {
    super(request, answer, error);
    this.runId = text(members.get("run_id"));
    this.failedNode = text(members.get("failed_node"));
    Object output = members.get("partial_output");
    if (output instanceof Map) {
      ((Map<?, ?>) output).forEach((name, value) -> partialOutput.put((String) name, value));
    }
  }

  /** The exception of a trigger that failed, for whichever reason. */
  static ApiException of(
      RequestSummary request, RawResponse answer, ErrorBody error, Map<String, Object> members) {
    boolean ran = answer.statusCode() >= 500 || answer.statusCode() < 300;
    return ran && "false".equalsIgnoreCase(String.valueOf(members.get("ok")))
        ? new FlowRunFailedException(request, answer, error, members)
        : ApiException.of(request, answer, error);
  }

  /** Ids are usually texts, and now and then numbers. */
  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String || value instanceof Number ? value.toString() : null;
  }

  /** The id of the run; empty if the API did not send it. */
  public Optional<String> runId() {
    return Optional.ofNullable(runId);
  }

  /** The node of the flow that failed; empty if the API did not send it. */
  public Optional<String> failedNode() {
    return Optional.ofNullable(failedNode);
  }

  /**
   * The output of the run before it failed, as plain trees of Map, List, String, Number and
   * Boolean; empty if the API sent no object. {@code body()} has it as the API sent it.
   */
  public Map<String, Object> partialOutput() {
    return Collections.unmodifiableMap(partialOutput);
  }
}
