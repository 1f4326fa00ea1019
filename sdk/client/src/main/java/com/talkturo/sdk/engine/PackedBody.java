package com.talkturo.sdk.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Unpacks a body that has arrived packed: its label may be missing, or may not fit. */
final class PackedBody {
  private static final Logger LOG = LoggerFactory.getLogger(Loggers.ATTEMPT);

  private static final int UNPACKED_AT_ONCE = 8192;

  /** A proxy may pack what is packed already; some bytes unpack to themselves for ever. */
  private static final int MAX_PACKED = 3;

  private PackedBody() {}

  /**
   * The answer with as much of its body as can be unpacked; the same answer if it is not packed.
   *
   * @param maxBytes where to stop: a few bytes can be unpacked to any number
   */
  static Response unpacked(Response response, long maxBytes) {
    ResponseBody body = response.body();
    if (!isPacked(body.source().getBuffer())) {
      return response;
    }
    Buffer plain = body.source().getBuffer().clone();
    for (int i = 0; i < MAX_PACKED && isPacked(plain); i++) {
      plain = unpacked(plain, maxBytes);
    }
    return response
        .newBuilder()
        .removeHeader("Content-Encoding")
        .removeHeader("Content-Length")
        .body(ResponseBody.create(plain, body.contentType(), plain.size()))
        .build();
  }

  private static boolean isPacked(Buffer body) {
    return body.size() >= 2 && body.getByte(0) == 0x1f && body.getByte(1) == (byte) 0x8b;
  }

  private static Buffer unpacked(Buffer packed, long maxBytes) {
    Buffer plain = new Buffer();
    byte[] block = new byte[UNPACKED_AT_ONCE];
    // The JDK's, because Okio's ends with the first of several members.
    try (InputStream gzip = new GZIPInputStream(packed.inputStream(), UNPACKED_AT_ONCE)) {
      for (int read = gzip.read(block); read >= 0; read = gzip.read(block)) {
        plain.write(block, 0, read);
        if (plain.size() > maxBytes) {
          break;
        }
      }
    } catch (IOException e) {
      LOG.debug("what an answer has packed ends oddly: {}", e.getClass().getName());
    }
    return plain;
  }
}
