package com.talkturo.sdk.engine;

import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.json.Decoder;
import java.io.IOException;
import okhttp3.Response;
import okio.Buffer;

/** Decides whether an answer is a value or a failure. */
final class ResponseReader {
  private final long maxResponseBytes;

  ResponseReader(long maxResponseBytes) {
    this.maxResponseBytes = maxResponseBytes;
  }

  /**
   * Reads an answer whose body has arrived.
   *
   * @throws TalkturoException if the answer is a failure or cannot be read
   */
  <T> Received<T> read(Endpoint<T> endpoint, Response response, CallState state) {
    Buffer arrived = response.body().source().getBuffer();
    if (!response.isSuccessful()) {
      if (endpoint.gone() != null && response.code() == 404 && state.isOpenBefore()) {
        return received(endpoint.gone().get(), response, state);
      }
      throw Failures.answered(endpoint, response, Failures.head(arrived), state);
    }
    if (arrived.size() > maxResponseBytes) {
      throw Failures.unreadable(
          "it is larger than " + maxResponseBytes + " bytes",
          null,
          response,
          Failures.head(arrived),
          state);
    }
    byte[] body = arrived.readByteArray();
    try {
      return received(endpoint.decoder().decode(body), response, state);
    } catch (Decoder.SuccessFalse e) {
      throw Failures.answered(endpoint, response, body, state);
    } catch (IOException | RuntimeException e) {
      // Whatever a parser trips over, the caller gets what arrived.
      throw Failures.unreadable(String.valueOf(e.getMessage()), e, response, body, state);
    }
  }

  private static <T> Received<T> received(T value, Response response, CallState state) {
    return new Received<>(value, response.code(), response.headers(), state.attempts());
  }
}
