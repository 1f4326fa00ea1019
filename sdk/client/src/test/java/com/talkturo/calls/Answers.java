package com.talkturo.calls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Answers as bytes: what a server would put on the wire. */
public final class Answers {
  /** What every operation finds its value in. */
  public static final String ASSISTANT =
      "{\"success\":true,\"assistant\":{\"id\":\"asst_1\",\"name\":\"Front desk\","
          + "\"temperature\":0.7,\"max_tokens\":1024,\"created_at\":\"2025-01-01T00:00:00Z\"},"
          + "\"numbers\":[],\"credits\":{\"credits\":7},\"ok\":true,\"run_id\":\"run_1\","
          + "\"apiKey\":{\"id\":\"key_1\"},\"apiKeys\":[],\"accessToken\":\"room_token\","
          // For the clients of other vendors.
          + "\"id\":\"asst_1\",\"data\":[],\"assistants\":[],\"deleted\":true}";

  private Answers() {}

  public static String ok() {
    return status(200, "OK", "", ASSISTANT);
  }

  /** A whole answer; {@code headers} holds lines that end in CR LF. */
  public static String status(int code, String reason, String headers, String body) {
    return "HTTP/1.1 "
        + code
        + " "
        + reason
        + "\r\nContent-Type: application/json\r\n"
        + headers
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  public static String failure(int code, String headers) {
    return status(code, "Failure", headers, "{\"error\":\"the server says " + code + "\"}");
  }

  /** The body in chunks of seven bytes. */
  public static String chunked(String body, boolean complete) {
    StringBuilder answer =
        new StringBuilder(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < body.length(); i += 7) {
      String chunk = body.substring(i, Math.min(i + 7, body.length()));
      answer.append(Integer.toHexString(chunk.length())).append("\r\n");
      answer.append(chunk).append("\r\n");
    }
    return answer.append(complete ? "0\r\n\r\n" : "").toString();
  }

  public static byte[] gzipped(byte[] body, int length) {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: application/json\r\n"
            + "Content-Length: "
            + length
            + "\r\n\r\n";
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    answer.write(body, 0, length);
    return answer.toByteArray();
  }

  public static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
