package com.talkturo.sdk.errors;

import java.io.Serializable;
import org.immutables.value.Value;

/** What was asked and how often it was tried: the part of an exception that every failure has. */
@Value.Immutable
public abstract class RequestSummary implements Serializable {
  private static final long serialVersionUID = 1;

  RequestSummary() {}

  /**
   * A summary of one call.
   *
   * @param method the HTTP method
   * @param pathTemplate the path with its placeholders, so that no id ends up in a message
   * @param attempts how many attempts were started
   * @param sent whether bytes of one of them may have left
   * @param mayHaveTakenEffect whether the API may have done what one of them asked for
   */
  public static RequestSummary of(
      String method, String pathTemplate, int attempts, boolean sent, boolean mayHaveTakenEffect) {
    return ImmutableRequestSummary.of(method, pathTemplate, attempts, sent, mayHaveTakenEffect);
  }

  /** The HTTP method, such as {@code PATCH}. */
  @Value.Parameter
  public abstract String method();

  /** The path with its placeholders, such as {@code /api/assistants/{assistantId}}. */
  @Value.Parameter
  public abstract String pathTemplate();

  /** How many attempts were started, the first included; 0 if the call ended before the first. */
  @Value.Parameter
  public abstract int attempts();

  /** Whether bytes of one of the attempts may have left. */
  @Value.Parameter
  public abstract boolean sent();

  /** Whether the API may have done what one of the attempts asked for. */
  @Value.Parameter
  public abstract boolean mayHaveTakenEffect();

  /** {@code PATCH /api/assistants/{assistantId}}. */
  @Override
  public final String toString() {
    return method() + " " + pathTemplate();
  }
}
