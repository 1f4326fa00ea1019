package com.talkturo.sdk.engine;

import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The body as it came over the network, for when an interceptor reads it and hands it on. */
final class ReceivedBody {
  private static final Logger LOG = LoggerFactory.getLogger(Loggers.ATTEMPT);

  /** Nothing came, or nobody can read it before the SDK does. */
  static final ReceivedBody NONE = new ReceivedBody(null, new Buffer());

  private final @Nullable ResponseBody handedOut;
  private final Buffer bytes;

  private ReceivedBody(@Nullable ResponseBody handedOut, Buffer bytes) {
    this.handedOut = handedOut;
    this.bytes = bytes;
  }

  /** Keeps what has arrived in the source's own buffer; the bytes are shared, not copied. */
  static ReceivedBody of(ResponseBody body) {
    return new ReceivedBody(body, body.source().getBuffer().clone());
  }

  /** The response with its body unread; one that has a body of its own stays as it is. */
  Response restore(Response response) {
    ResponseBody body = response.body();
    return body != null && body == handedOut ? unread(response, bytes.clone()) : response;
  }

  /**
   * The response with what has arrived of its body, whose own is closed: nobody else would close
   * the one if interceptors hand on another, and OkHttp makes no other request until then.
   */
  static Response detached(Response response, BufferedSource source) {
    Buffer arrived = new Buffer();
    arrived.write(source.getBuffer(), source.getBuffer().size());
    closeQuietly(response);
    return unread(response, arrived);
  }

  /** Closing reads on, and may trip again. */
  static void closeQuietly(Response response) {
    try {
      response.close();
    } catch (RuntimeException alreadyBroken) {
      LOG.debug("an answer that cannot be handled could not be closed either");
    }
  }

  private static Response unread(Response response, Buffer bytes) {
    return response.newBuilder().body(new Unread(response.body().contentType(), bytes)).build();
  }

  private static final class Unread extends ResponseBody {
    private final @Nullable MediaType type;
    private final Buffer bytes;

    Unread(@Nullable MediaType type, Buffer bytes) {
      this.type = type;
      this.bytes = bytes;
    }

    @Override
    public @Nullable MediaType contentType() {
      return type;
    }

    @Override
    public long contentLength() {
      return bytes.size();
    }

    @Override
    public BufferedSource source() {
      return bytes;
    }
  }
}
