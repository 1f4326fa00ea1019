package com.talkturo.sdk.hooks;

import com.talkturo.sdk.engine.CallEvents;
import com.talkturo.sdk.http.TalkturoListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listeners about one request. Internal to the SDK. */
public final class RequestEvents implements CallEvents {
  private static final Logger LOG = LoggerFactory.getLogger("com.talkturo.sdk.listener");

  private final List<TalkturoListener> listeners;
  private final TalkturoListener.Request request;
  private final long start = System.nanoTime();
  private final AtomicBoolean finished = new AtomicBoolean();

  /** The status of the attempt that began last; 0 as long as it has none. */
  private volatile int statusCode;

  private RequestEvents(List<TalkturoListener> listeners, TalkturoListener.Request request) {
    this.listeners = listeners;
    this.request = request;
  }

  /** Tells these listeners about every request. */
  public static CallEvents.Factory to(List<TalkturoListener> listeners) {
    return endpoint ->
        new RequestEvents(
            listeners, new TalkturoListener.Request(endpoint.method(), endpoint.pathTemplate()));
  }

  @Override
  public void requestStarted() {
    tell("requestStarted", listener -> listener.requestStarted(request));
  }

  @Override
  public void attemptStarted(int number, BiConsumer<String, String> header) {
    statusCode = 0;
    TalkturoListener.Start start = new TalkturoListener.Start(number, header);
    tell("attemptStarted", listener -> listener.attemptStarted(request, start));
  }

  @Override
  public void attemptFinished(int number, int status, @Nullable Throwable failure, long nanos) {
    statusCode = status;
    TalkturoListener.Attempt attempt =
        new TalkturoListener.Attempt(number, status, failure, Duration.ofNanos(nanos));
    tell("attemptFinished", listener -> listener.attemptFinished(request, attempt));
  }

  @Override
  public void waiting(String reason, long nanos) {
    TalkturoListener.Wait wait = new TalkturoListener.Wait(reason, Duration.ofNanos(nanos));
    tell("waitScheduled", listener -> listener.waitScheduled(request, wait));
  }

  @Override
  public void retryScheduled(int attempt, String reason, long waitNanos) {
    TalkturoListener.Retry retry =
        new TalkturoListener.Retry(attempt, reason, Duration.ofNanos(waitNanos));
    tell("retryScheduled", listener -> listener.retryScheduled(request, retry));
  }

  /** Only the first end counts: an answer, the deadline and a cancel may meet. */
  @Override
  public void requestFinished(int attempts, @Nullable Throwable failure) {
    if (finished.compareAndSet(false, true)) {
      TalkturoListener.Outcome outcome =
          new TalkturoListener.Outcome(
              statusCode, failure, attempts, Duration.ofNanos(System.nanoTime() - start));
      tell("requestFinished", listener -> listener.requestFinished(request, outcome));
    }
  }

  private void tell(String event, Consumer<TalkturoListener> message) {
    for (TalkturoListener listener : listeners) {
      try {
        message.accept(listener);
      } catch (Throwable e) {
        LOG.warn("{} of listener {} failed", event, listener.getClass().getName(), e);
      }
    }
  }
}
