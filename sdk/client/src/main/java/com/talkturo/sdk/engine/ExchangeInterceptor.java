package com.talkturo.sdk.engine;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okio.BufferedSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last interceptor before OkHttp: what leaves here has arrived whole, or is an IOException. So
 * the user's own code threw whatever else reaches the interceptors before.
 */
final class ExchangeInterceptor implements Interceptor {
  private static final Logger LOG = LoggerFactory.getLogger(Loggers.ATTEMPT);

  private final long maxResponseBytes;
  private final boolean usersCodeFollows;

  /**
   * For one client.
   *
   * @param usersCodeFollows whether interceptors of the user's see the answer, or have seen it
   */
  ExchangeInterceptor(long maxResponseBytes, boolean usersCodeFollows) {
    this.maxResponseBytes = maxResponseBytes;
    this.usersCodeFollows = usersCodeFollows;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    CallState state = CallState.of(chain.call());
    Response response = VeilInterceptor.unveiled(exchange(chain, state));
    BufferedSource source = response.body().source();
    try {
      if (response.isSuccessful()) {
        // Fills the source's own buffer, from which it is read later: no copy is made here.
        source.request(maxResponseBytes + 1);
      } else {
        bufferErrorBody(source, response.code());
      }
    } catch (IOException | RuntimeException e) {
      // What did arrive may hold the id of something that now exists.
      state.cutOff(Failures.cutOff(PackedBody.unpacked(response, maxResponseBytes), state));
      ReceivedBody.closeQuietly(response);
      state.closeAnswer();
      throw asIoException(e);
    }
    if (!usersCodeFollows) {
      return unpacked(response);
    }
    Response arrived = unpacked(ReceivedBody.detached(response, source));
    state.closeAnswer();
    state.received(ReceivedBody.of(arrived.body()));
    return arrived;
  }

  private static Response exchange(Chain chain, CallState state) throws IOException {
    // An event listener of the user's may make calls of its own.
    CallState outer = DeadlineDns.enter(state);
    LeftoverCheckingSockets.Exchange outerExchange = LeftoverCheckingSockets.suspend();
    try {
      return onLivingConnection(chain);
    } catch (RuntimeException e) {
      // Before anything is sent, the user's own Dns, SocketFactory or EventListener.
      throw state.isSent() ? asIoException(e) : new CarriedFailure(e);
    } finally {
      DeadlineDns.leave(outer);
      LeftoverCheckingSockets.resume(outerExchange);
    }
  }

  /**
   * All kept connections may have been closed at once: one after the other is discarded. A
   * connection that was made for this attempt never is, so that an attempt makes one.
   */
  private static Response onLivingConnection(Chain chain) throws IOException {
    while (true) {
      try {
        return chain.proceed(chain.request());
      } catch (StaleConnectionException e) {
        if (chain.call().isCanceled()) {
          throw e;
        }
      }
    }
  }

  private Response unpacked(Response response) {
    Response unpacked = PackedBody.unpacked(response, maxResponseBytes);
    if (unpacked != response) {
      // Nobody else would: whoever reads the answer closes the body that was made here.
      ReceivedBody.closeQuietly(response);
    }
    return unpacked;
  }

  private static IOException asIoException(Exception e) {
    return e instanceof IOException
        ? (IOException) e
        : new IOException("the answer cannot be handled: " + e, e);
  }

  /** The status says what happened even if the words that explain it were cut off. */
  private static void bufferErrorBody(BufferedSource source, int status) {
    try {
      source.request(Failures.MAX_KEPT_BYTES);
    } catch (IOException e) {
      // Without its message: it may quote what the server sent, and that may be the key.
      LOG.debug("the body of a {} was cut off: {}", status, e.getClass().getName());
    }
  }
}
