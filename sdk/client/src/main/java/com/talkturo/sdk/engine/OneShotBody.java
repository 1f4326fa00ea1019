package com.talkturo.sdk.engine;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A body that OkHttp will not send again by itself. */
final class OneShotBody extends RequestBody {
  private static final MediaType JSON = MediaType.get("application/json");

  private final @Nullable MediaType type;
  private final byte[] bytes;

  private OneShotBody(@Nullable MediaType type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes;
  }

  /** The body of a request; null if it has none. */
  static @Nullable OneShotBody of(String method, byte @Nullable [] json) {
    if (json != null) {
      return new OneShotBody(JSON, json);
    }
    // HTTP clients must send a length with these even if there is nothing to send.
    boolean needsBody = !method.equals("GET") && !method.equals("DELETE");
    return needsBody ? new OneShotBody(null, new byte[0]) : null;
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public @Nullable MediaType contentType() {
    return type;
  }

  @Override
  public long contentLength() {
    return bytes.length;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(bytes);
  }
}
