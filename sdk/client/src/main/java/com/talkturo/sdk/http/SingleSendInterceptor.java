package com.talkturo.sdk.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import okhttp3.Connection;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * The last room before the socket: from here on the request counts as sent, no repeat passes that
 * {@link RetryInterceptor} did not decide on, and no key leaves for another origin.
 */
final class SingleSendInterceptor implements Interceptor {
  /** Where {@code Retry-After} of a 503 waits while OkHttp must not see it. */
  private static final String HIDDEN_RETRY_AFTER = "Talkturo-Sdk-Retry-After";

  @Override
  public Response intercept(Chain chain) throws IOException {
    HttpUrl from = chain.call().request().url();
    HttpUrl to = chain.request().url();
    if (!to.host().equals(from.host())
        || to.port() != from.port()
        || to.isHttps() != from.isHttps()) {
      throw new Refusal(
          new IllegalStateException(
              "an interceptor of the OkHttpClient changed the request's origin to "
                  + to.scheme()
                  + "://"
                  + to.host()
                  + ":"
                  + to.port()
                  + "; set the base URL instead: the API key must not go elsewhere"));
    }
    CallState state = CallState.of(chain.call());
    Connection connection = chain.connection();
    if (!state.endpoint().isRepeatable() && connection != null && isStale(connection)) {
      throw new StaleConnection();
    }
    state.send();
    Response response;
    try {
      response = chain.proceed(chain.request());
    } catch (IOException e) {
      // Not where the body is read: a request that has an answer was processed.
      if (saysNotProcessed(e)) {
        state.notProcessed();
      }
      throw e;
    }
    if (response.header("Content-Encoding") != null && response.body().contentLength() == 0) {
      // OkHttp would look for the head of a gzip, and fail without one.
      response = response.newBuilder().removeHeader("Content-Encoding").build();
    }
    // OkHttp repeats a 503 with "Retry-After: 0" by itself, and throws on one beyond int.
    String retryAfter = response.code() == 503 ? response.header("Retry-After") : null;
    return retryAfter == null ? response : renamed(response, "Retry-After", HIDDEN_RETRY_AFTER);
  }

  /**
   * Servers close idle connections after as little as 5 s, OkHttp looks only after 10 s. A create
   * that is written to such a connection fails as "maybe processed", and needlessly so.
   */
  private static boolean isStale(Connection connection) {
    if (connection.protocol() == Protocol.HTTP_2
        || connection.protocol() == Protocol.H2_PRIOR_KNOWLEDGE) {
      return false; // Its own thread reads, and sees the end by itself.
    }
    Socket socket = connection.socket();
    try {
      int timeout = socket.getSoTimeout();
      try {
        socket.setSoTimeout(1);
        // Neither the end nor a byte may come before the request.
        socket.getInputStream().read();
        return true;
      } finally {
        socket.setSoTimeout(timeout);
      }
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (IOException lost) {
      return true;
    }
  }

  /** The response as the server sent it, for whoever comes after OkHttp. */
  static Response unhidden(Response response) {
    return response.header(HIDDEN_RETRY_AFTER) == null
        ? response
        : renamed(response, HIDDEN_RETRY_AFTER, "Retry-After");
  }

  /** HTTP/2 says of some streams that the server has not looked at them. */
  private static boolean saysNotProcessed(IOException failure) {
    String name = failure.getClass().getSimpleName();
    String message = String.valueOf(failure.getMessage());
    // OkHttp's own types for it are internal, so that their names are all there is to go by.
    boolean refusedStream =
        name.equals("StreamResetException") && message.contains("REFUSED_STREAM");
    return refusedStream || name.equals("ConnectionShutdownException");
  }

  /** The response with all values of a header moved to another name. */
  private static Response renamed(Response response, String from, String to) {
    Response.Builder renamed = response.newBuilder().removeHeader(from);
    for (String value : response.headers(from)) {
      renamed.addHeader(to, value);
    }
    return renamed.build();
  }
}
