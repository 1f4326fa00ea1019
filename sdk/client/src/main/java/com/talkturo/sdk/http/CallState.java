package com.talkturo.sdk.http;

import com.talkturo.sdk.errors.RawResponse;
import com.talkturo.sdk.errors.RequestSummary;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/** What the rooms of the chain need to know of one call; travels as a tag of its request. */
final class CallState {
  private final Endpoint<?> endpoint;
  private final Duration timeout;
  private final long deadlineNanos;
  private final int maxAttempts;
  private final Lifecycle client;
  private final @Nullable RequestEvents events;

  private volatile int attempts;
  private volatile boolean sentInThisAttempt;
  private volatile boolean maybeProcessedBefore;
  private @Nullable String apiKey; // Only the call's own thread asks.
  private volatile KeyMask keyMask = KeyMask.NONE;
  private volatile @Nullable Thread waiting;
  private volatile @Nullable RawResponse cutOff;

  CallState(
      Endpoint<?> endpoint,
      Duration timeout,
      int maxRetries,
      Lifecycle client,
      @Nullable RequestEvents events) {
    this.endpoint = endpoint;
    this.timeout = timeout;
    this.deadlineNanos = System.nanoTime() + timeout.toNanos();
    this.maxAttempts = maxRetries + 1;
    this.client = client;
    this.events = events;
  }

  /** The state of a call: by its original request, because interceptors may replace the request. */
  static CallState of(Call call) {
    return Objects.requireNonNull(call.request().tag(CallState.class));
  }

  Endpoint<?> endpoint() {
    return endpoint;
  }

  /** Who wants to know; null for nobody. */
  @Nullable RequestEvents events() {
    return events;
  }

  Duration timeout() {
    return timeout;
  }

  long deadlineNanos() {
    return deadlineNanos;
  }

  long nanosLeft() {
    return deadlineNanos - System.nanoTime();
  }

  int attempts() {
    return attempts;
  }

  int maxAttempts() {
    return maxAttempts;
  }

  void beginAttempt() {
    cutOff = null;
    apiKey = null;
    maybeProcessedBefore = maybeProcessedBefore || sentInThisAttempt;
    sentInThisAttempt = false;
    int attempt = attempts + 1; // Only the call's own thread writes.
    attempts = attempt;
    if (events != null) {
      events.attemptStarted();
    }
  }

  /** The key of this attempt, which may try several connections; null until it is asked for. */
  @Nullable String apiKey() {
    return apiKey;
  }

  void signedWith(String apiKey) {
    this.apiKey = apiKey;
    keyMask = new KeyMask(apiKey);
  }

  /** Hides the key of the latest attempt. */
  KeyMask keyMask() {
    return keyMask;
  }

  /**
   * Called right before the request is written.
   *
   * @throws IOException if this was sent already: an interceptor of the user's client repeats a
   *     request that must not be repeated, in this attempt or as a call of its own
   */
  void send() throws IOException {
    boolean again = sentInThisAttempt || maybeProcessedBefore;
    sentInThisAttempt = true;
    if (again && !endpoint.isRepeatable()) {
      throw new IOException(
          "an interceptor of the OkHttpClient tried to send " + endpoint + " a second time");
    }
  }

  /** The server has said that it did not process this attempt. */
  void notProcessed() {
    sentInThisAttempt = false;
  }

  /** The connection was lost in the middle of this answer. */
  void cutOff(RawResponse received) {
    cutOff = received;
  }

  @Nullable RawResponse cutOff() {
    return cutOff;
  }

  boolean sentInThisAttempt() {
    return sentInThisAttempt;
  }

  /** The request is over; without a failure, it succeeded. */
  void finished(@Nullable Throwable failure) {
    if (events != null) {
      events.requestFinished(attempts, failure);
    }
  }

  RequestSummary summary() {
    return RequestSummary.of(
        endpoint.method(),
        endpoint.pathTemplate(),
        attempts,
        sentInThisAttempt || maybeProcessedBefore);
  }

  /**
   * Waits, but no longer than until the call is cancelled or the client is closed.
   *
   * @throws InterruptedIOException if the thread is interrupted; its flag stays set
   */
  void await(long nanos, Call call) throws InterruptedIOException {
    long end = System.nanoTime() + nanos;
    waiting = Thread.currentThread();
    client.enterWait(this);
    try {
      for (long left = nanos; left > 0; left = end - System.nanoTime()) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("interrupted while waiting to retry");
        }
        if (isStopped(call)) {
          return;
        }
        LockSupport.parkNanos(this, left);
      }
    } finally {
      client.leaveWait(this);
      waiting = null;
    }
  }

  /**
   * Keeps a call that waited for its turn from being sent when the client was closed meanwhile.
   *
   * @throws IOException if the client is closed
   */
  void requireOpenClient() throws IOException {
    if (client.isClosed()) {
      throw new IOException("closed before the request was sent");
    }
  }

  /** Whether there is nobody left to make another attempt for. */
  boolean isStopped(Call call) {
    return call.isCanceled() || client.isClosed() || Thread.currentThread().isInterrupted();
  }

  /** Ends the call and its wait, even if the event listener of the user's client throws. */
  void stop(Call call) {
    try {
      call.cancel();
    } finally {
      wake();
    }
  }

  void wake() {
    LockSupport.unpark(waiting);
  }
}
