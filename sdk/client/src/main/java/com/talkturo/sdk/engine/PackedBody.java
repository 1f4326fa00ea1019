package com.talkturo.sdk.engine;

import java.io.IOException;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.GzipSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Unpacks a body that has arrived packed: its label may be missing, or may not fit. */
final class PackedBody {
  private static final Logger LOG = LoggerFactory.getLogger(Loggers.ATTEMPT);

  private static final int UNPACKED_AT_ONCE = 8192;

  private PackedBody() {}

  /**
   * The answer with as much of its body as can be unpacked; the same answer if it is not packed.
   *
   * @param maxBytes where to stop: a few bytes can be unpacked to any number
   */
  static Response unpacked(Response response, long maxBytes) {
    ResponseBody body = response.body();
    Buffer packed = body.source().getBuffer();
    if (packed.size() < 2 || packed.getByte(0) != 0x1f || packed.getByte(1) != (byte) 0x8b) {
      return response;
    }
    Buffer plain = unpacked(packed.clone(), maxBytes);
    return response
        .newBuilder()
        .removeHeader("Content-Encoding")
        .removeHeader("Content-Length")
        .body(ResponseBody.create(plain, body.contentType(), plain.size()))
        .build();
  }

  private static Buffer unpacked(Buffer packed, long maxBytes) {
    Buffer plain = new Buffer();
    try (GzipSource gzip = new GzipSource(packed)) {
      while (plain.size() <= maxBytes && gzip.read(plain, UNPACKED_AT_ONCE) >= 0) {
        // Up to the end, or beyond the limit.
      }
    } catch (IOException e) {
      LOG.debug("what an answer has packed ends oddly: {}", e.getClass().getName());
    }
    return plain;
  }
}
