package com.talkturo.sdk.engine;

import com.talkturo.sdk.errors.RawResponse;
import com.talkturo.sdk.errors.RequestSummary;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What the interceptors need to know of one call; travels as a tag of its request. */
final class CallState {
  private final Endpoint<?> endpoint;
  private final @Nullable Credential credential;
  private final Object limitedBy;
  private final Duration timeout;
  private final long deadlineNanos;
  private final int maxAttempts;
  private final Lifecycle client;
  private final @Nullable CallEvents events;

  private volatile int attempts;
  private volatile boolean sentBefore;
  private volatile boolean openBefore;

  // Of the attempt under way, or the last.
  private volatile long attemptStartNanos;
  private volatile boolean sent;
  private volatile boolean turnedAway;
  private volatile boolean withoutEffect;
  private volatile @Nullable Response answer;
  private volatile ReceivedBody received = ReceivedBody.NONE;
  private volatile @Nullable RawResponse cutOff;

  private @Nullable String secret; // Only the call's own thread asks.
  private volatile KeyMask keyMask;
  private volatile @Nullable Thread waiting;
  private volatile @Nullable AsyncCall<?> queued;
  private volatile boolean started;

  CallState(
      Endpoint<?> endpoint,
      Duration timeout,
      int maxRetries,
      Lifecycle client,
      @Nullable Credential credential,
      Object limitedBy,
      KeyMask keyMask,
      @Nullable CallEvents events) {
    this.endpoint = endpoint;
    this.credential = credential;
    this.limitedBy = limitedBy;
    this.keyMask = keyMask;
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
  @Nullable CallEvents events() {
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

  /** Synchronized like {@link #send}: an interceptor may clone its call, and run both at once. */
  synchronized void beginAttempt() {
    openBefore = isOpen();
    sentBefore = isSent();
    sent = false;
    turnedAway = false;
    withoutEffect = false;
    cutOff = null;
    answer = null;
    received = ReceivedBody.NONE;
    secret = null;
    attemptStartNanos = System.nanoTime();
    int attempt = attempts + 1; // Only the call's own thread writes.
    attempts = attempt;
  }

  /** Whether the API may have done what one of the attempts so far asked for. */
  private boolean isOpen() {
    return openBefore || (sent && !withoutEffect);
  }

  /** Whether the outcome of an attempt before the last is not known. */
  boolean isOpenBefore() {
    return openBefore;
  }

  /** Whether bytes of one of the attempts so far may have left. */
  boolean isSent() {
    return sentBefore || sent;
  }

  /** When the attempt began, by {@link System#nanoTime()}. */
  long attemptStartNanos() {
    return attemptStartNanos;
  }

  /** What signs each attempt; null if nothing does. */
  @Nullable Credential credential() {
    return credential;
  }

  /** What the API counts the client's requests by: equal for equal API keys. */
  Object limitedBy() {
    return limitedBy;
  }

  /**
   * The secret of this attempt, which may try several connections; null until the supplier was
   * asked.
   */
  @Nullable String secret() {
    return secret;
  }

  void signedWith(String newSecret) {
    secret = newSecret;
    keyMask = keyMask.with(newSecret);
  }

  /** Hides the secrets of all attempts. */
  KeyMask keyMask() {
    return keyMask;
  }

  /**
   * Called right before the request is written.
   *
   * @throws IOException if this was sent already: an interceptor of the user's client repeats a
   *     request that must not be repeated, in this attempt or as a call of its own
   */
  synchronized void send() throws IOException {
    if ((sent || openBefore) && !endpoint.isRepeatable()) {
      throw new IOException(
          "an interceptor of the OkHttpClient tried to send " + endpoint + " a second time");
    }
    openBefore = isOpen();
    sentBefore = isSent();
    sent = true;
    turnedAway = false;
    withoutEffect = false;
  }

  /** Nothing was written after all. */
  void notSent() {
    sent = false;
  }

  /** This came over the network for the attempt under way. */
  void answered(Response response, boolean hasRetryAfter) {
    answer = response;
    int status = response.code();
    turnedAway = RetryPolicy.turnsAway(status, hasRetryAfter);
    withoutEffect = !RetryPolicy.mayHaveTakenEffect(status, hasRetryAfter);
  }

  /** The server has said, without an answer, that it did not process the attempt under way. */
  void turnedAway() {
    turnedAway = true;
    withoutEffect = true;
  }

  boolean sentInThisAttempt() {
    return sent;
  }

  boolean turnedAwayInThisAttempt() {
    return turnedAway;
  }

  /**
   * Nothing is read of the answer any more, and a network interceptor may have dropped its body.
   */
  void closeAnswer() {
    Response read = answer;
    if (read != null) {
      ReceivedBody.closeQuietly(read);
    }
  }

  /** What arrived, for whoever comes after the interceptors of the user's client. */
  void received(ReceivedBody body) {
    received = body;
  }

  ReceivedBody received() {
    return received;
  }

  /** The connection was lost in the middle of this answer. */
  void cutOff(RawResponse partial) {
    cutOff = partial;
  }

  @Nullable RawResponse cutOff() {
    return cutOff;
  }

  /** The request is over; without a failure, it succeeded. */
  void finished(@Nullable Throwable failure) {
    if (events != null) {
      events.requestFinished(attempts, failure);
    }
  }

  RequestSummary summary() {
    return RequestSummary.of(
        endpoint.method(), endpoint.pathTemplate(), attempts, isSent(), isOpen());
  }

  /**
   * Waits, but no longer than until the call is cancelled or the client is closed.
   *
   * @throws InterruptedIOException if the thread is interrupted; its flag stays set
   */
  void await(long nanos, Call call) throws InterruptedIOException {
    await(nanos, call, () -> false);
  }

  /**
   * Waits, but no longer than until the call is cancelled, the client is closed, or whoever called
   * {@link #wakeOthers} made the wait pointless.
   *
   * @throws InterruptedIOException if the thread is interrupted; its flag stays set
   */
  void await(long nanos, Call call, BooleanSupplier isPointless) throws InterruptedIOException {
    long end = System.nanoTime() + nanos;
    waiting = Thread.currentThread();
    client.enterWait(this);
    try {
      for (long left = nanos; left > 0; left = end - System.nanoTime()) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("interrupted while waiting");
        }
        if (isStopped(call) || isPointless.getAsBoolean()) {
          return;
        }
        LockSupport.parkNanos(this, left);
      }
    } finally {
      client.leaveWait(this);
      waiting = null;
    }
  }

  /** An asynchronous call waits for its turn. */
  void enterQueue(AsyncCall<?> call) {
    queued = call;
    client.enterQueue(call);
  }

  void leaveQueue() {
    AsyncCall<?> call = queued;
    if (call != null) {
      client.leaveQueue(call);
    }
  }

  /** The call has a thread. */
  void started() {
    started = true;
    leaveQueue();
  }

  boolean isClientClosed() {
    return client.isClosed();
  }

  boolean isClosedInQueue() {
    return !started && client.isClosed();
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

  /** Lets every call that waits look whether it still has to. */
  void wakeOthers() {
    client.wakeAll();
  }
}
