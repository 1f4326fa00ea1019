package com.talkturo.sdk.engine;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Learns what happens to one request. Internal to the SDK. */
public interface CallEvents {
  /** Makes one for each request that the client receives. */
  @FunctionalInterface
  interface Factory {
    /** For a request to this operation. */
    CallEvents of(Endpoint<?> endpoint);
  }

  /** The client has received the request. */
  void requestStarted();

  /** An attempt begins; {@code header} adds one to it, and refuses what the SDK sets itself. */
  void attemptStarted(int number, BiConsumer<String, String> header);

  /** An attempt ended; the status is 0 without an answer. */
  void attemptFinished(int number, int status, @Nullable Throwable failure, long nanos);

  /** The next attempt waits, for a reason other than a repeat. */
  void waiting(String reason, long nanos);

  /** Another attempt follows. */
  void retryScheduled(int attempt, String reason, long waitNanos);

  /** The request is over; may be called several times, and only the first counts. */
  void requestFinished(int attempts, @Nullable Throwable failure);
}
