package com.talkturo.calls;

import static com.talkturo.calls.FaultCase.On.BOTH;
import static com.talkturo.calls.FaultCase.On.FRESH;
import static com.talkturo.calls.FaultCase.On.POOLED;
import static com.talkturo.calls.FaultCase.fault;

import com.talkturo.calls.FaultCase.Peer;
import com.talkturo.calls.RawServer.Connection;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All that may go wrong, with what is promised then of every operation of every client. */
public final class FaultTable {
  private static final String SENT = "TransportException sent";
  private static final String UNSENT = "TransportException unsent";
  private static final String LATE = "TimeoutException sent";
  private static final String LATE_UNSENT = "TimeoutException unsent";
  private static final String VALUE = "value";
  private static final String HOP = "ApiException";
  private static final String DECODE = "DecodeException";
  private static final String SERVER = "ServerException";
  private static final String LIMIT = "RateLimitException";

  private FaultTable() {}

  public static List<FaultCase> rows() {
    List<FaultCase> table = new ArrayList<>();
    connecting(table);
    losingTheConnection(table);
    beingSlow(table);
    refusing(table);
    answeringOddly(table);
    recovering(table);
    return table;
  }

  /* Nothing was sent: tried again, whatever the operation, unless it would fail in the same way. */
  private static void connecting(List<FaultCase> t) {
    t.add(
        fault("connect refused", FRESH, Connection::answer)
            .peer(Peer.NOBODY)
            .refused(0, UNSENT)
            .attempts(3, 3));
    t.add(
        fault("connect gets no reply", FRESH, Connection::answer)
            .peer(Peer.FULL)
            .with(o -> o.connectTimeout(millis(100)))
            .refused(0, LATE_UNSENT)
            .attempts(3, 3)
            .within(300, 3_400));
    t.add(
        fault("no such host", FRESH, Connection::answer)
            .peer(Peer.NAMED)
            .usersClient(FaultCase::noSuchHost)
            .refused(0, UNSENT)
            .attempts(3, 3));
    t.add(
        fault("proxy refuses", FRESH, Connection::answer)
            .usersClient(FaultCase::deadProxy)
            .refused(0, UNSENT)
            .attempts(3, 3));
    t.add(
        fault("certificate not trusted", FRESH, Connection::answer)
            .peer(Peer.UNTRUSTED)
            .refused(0, UNSENT)
            .attempts(1, 1)
            .within(0, 0));
    t.add(
        fault("certificate of another host", FRESH, Connection::answer)
            .peer(Peer.OTHER_HOST)
            .usersClient(u -> {})
            .refused(0, UNSENT)
            .attempts(1, 1)
            .within(0, 0));
    t.add(
        fault("closed in the TLS handshake", FRESH, Connection::end)
            .peer(Peer.NOT_TLS)
            .refused(0, UNSENT)
            .attempts(3, 3));
    t.add(
        fault("reset in the TLS handshake", FRESH, Connection::reset)
            .peer(Peer.NOT_TLS)
            .refused(0, UNSENT)
            .attempts(3, 3));
    t.add(
        fault("stalls in the TLS handshake", FRESH, Connection::stall)
            .peer(Peer.NOT_TLS)
            .endsByReadTimeout()
            .with(o -> o.readTimeout(millis(150)).connectTimeout(millis(150)))
            .refused(0, LATE_UNSENT)
            .attempts(3, 3)
            .within(450, 3_500));
  }

  /* Sent, perhaps processed: never again for a create. */
  private static void losingTheConnection(List<FaultCase> t) {
    t.add(fault("closed before reading", BOTH, Connection::end).refused(0, SENT).attempts(1, 3));
    t.add(fault("reset before reading", BOTH, Connection::reset).refused(0, SENT).attempts(1, 3));
    t.add(
        fault(
                "closed after reading headers",
                BOTH,
                c -> {
                  c.readHead();
                  c.end();
                })
            .refused(0, SENT)
            .attempts(1, 3));
    t.add(
        fault(
                "reset after reading headers",
                BOTH,
                c -> {
                  c.readHead();
                  c.reset();
                })
            .refused(0, SENT)
            .attempts(1, 3));
    t.add(
        fault("closed after processing", BOTH, Faults.closeAfterProcessing())
            .create(1, 1, SENT)
            .others(3, SENT));
    t.add(
        fault("reset after processing", BOTH, Faults.resetAfterProcessing())
            .create(1, 1, SENT)
            .others(3, SENT));
    t.add(
        fault("closed in the answer's status line", BOTH, answer("HTTP/1.1 20", true))
            .create(1, 1, SENT)
            .others(3, SENT));
    t.add(
        fault("closed in the answer's headers", BOTH, answer("HTTP/1.1 200 OK\r\nX: y\r\nCo", true))
            .create(1, 1, SENT)
            .others(3, SENT));
    t.add(
        fault(
                "closed in the answer's body",
                BOTH,
                answer(Answers.ok().substring(0, Answers.ok().length() - 9), true))
            .create(1, 1, SENT)
            .others(3, SENT));
    t.add(
        fault(
                "closed in a chunked body",
                BOTH,
                answer(Answers.chunked(Answers.ASSISTANT, false), true))
            .create(1, 1, SENT)
            .others(3, SENT));
    t.add(
        fault("closed while idle", POOLED, Connection::answer)
            .create(1, 1, "value")
            .others(1, "value"));
  }

  private static void beingSlow(List<FaultCase> t) {
    t.add(
        fault("stalls past the attempt's timeout", BOTH, Faults.stallAfterProcessing())
            .endsByReadTimeout()
            .with(o -> o.readTimeout(millis(800)))
            .create(1, 1, LATE)
            .others(3, LATE)
            .within(800, 5_400));
    t.add(
        fault(
                "stalls in the body past the attempt's timeout",
                BOTH,
                c -> {
                  c.process();
                  c.write(Answers.ok().substring(0, 120));
                  c.stall();
                })
            .endsByReadTimeout()
            .with(o -> o.readTimeout(millis(800)))
            .create(1, 1, LATE)
            .others(3, LATE)
            .within(800, 5_400));
    t.add(
        fault(
                "stalls before a body that is to be gzipped",
                BOTH,
                c -> {
                  c.process();
                  c.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 9\r\n\r\n");
                  c.stall();
                })
            .endsByReadTimeout()
            .with(o -> o.readTimeout(millis(800)))
            .create(1, 1, LATE)
            .others(3, LATE)
            .within(800, 5_400));
    t.add(
        fault("stalls past the deadline", BOTH, Faults.stallAfterProcessing())
            .with(o -> o.timeout(millis(600)))
            .create(1, 1, LATE)
            .others(1, LATE)
            .within(600, 700));
    t.add(
        fault("drips the body past the deadline", BOTH, FaultTable::drip)
            .with(o -> o.timeout(millis(600)).readTimeout(millis(400)))
            .create(1, 1, LATE)
            .others(1, LATE)
            .within(600, 700));
    t.add(
        fault("drips 100 Continue past the deadline", BOTH, FaultTable::dripContinue)
            .with(o -> o.timeout(millis(600)).readTimeout(millis(400)))
            .create(1, 1, LATE)
            .others(1, LATE)
            .within(600, 700));
  }

  private static void refusing(List<FaultCase> t) {
    for (int status : new int[] {408, 500, 502, 504}) {
      String thrown = status == 408 ? "ApiException" : SERVER;
      t.add(fault(status + "", BOTH, refusal(status, "")).create(1, 1, thrown).others(3, thrown));
      t.add(
          fault(status + " Retry-After: 0", BOTH, refusal(status, "Retry-After: 0\r\n"))
              .create(1, 1, thrown)
              .others(3, thrown)
              .within(0, 0));
      t.add(
          fault(status + " Retry-After: 99999", BOTH, refusal(status, "Retry-After: 99999\r\n"))
              .create(1, 1, thrown)
              .others(1, thrown)
              .within(0, 0));
    }
    for (int status : new int[] {429, 503}) {
      // A 503 tells that a create was not processed only if it names a time to come back.
      boolean vague = status == 503;
      String thrown = vague ? SERVER : LIMIT;
      t.add(refusal(status, "", vague, thrown));
      for (String unusable :
          List.of("-1", "1e30", "31,120", "soon", "0.5", "", "Wed, 21 Oct 2015 07:28:00 GMT")) {
        t.add(refusal(status, "Retry-After: " + unusable + "\r\n", vague, thrown));
      }
      t.add(refusal(status, "Retry-After: 0\r\nRetry-After: 1\r\n", vague, thrown));
      t.add(
          fault(status + " Retry-After: 0", BOTH, refusal(status, "Retry-After: 0\r\n", false))
              .refused(3, thrown)
              .within(0, 0));
      t.add(
          fault(
                  status + " Retry-After: 0 in eleven digits",
                  BOTH,
                  refusal(status, "Retry-After: 00000000000\r\n", false))
              .refused(3, thrown)
              .within(0, 0));
      t.add(
          fault(status + " Retry-After: 1", BOTH, refusal(status, "Retry-After: 1\r\n", false))
              .refused(3, thrown)
              .within(2_000, 2_000));
      t.add(
          fault(
                  status + " Retry-After: date in 2 s",
                  BOTH,
                  c -> {
                    c.read();
                    c.write(Answers.failure(status, "Retry-After: " + httpDate(2) + "\r\n"));
                  })
              .refused(3, thrown)
              .within(2_000, 4_000));
      for (String far :
          List.of(
              "61",
              "2147483647",
              "2147483648",
              "99999999999999999999",
              "Fri, 31 Dec 9999 23:59:59 GMT")) {
        t.add(
            fault(
                    status + " Retry-After: " + far,
                    BOTH,
                    refusal(status, "Retry-After: " + far + "\r\n", false))
                .refused(1, thrown)
                .within(0, 0));
      }
    }
    t.add(
        fault("401 with a challenge", BOTH, refusal(401, "WWW-Authenticate: Basic\r\n", false))
            .refused(1, "AuthenticationException")
            .within(0, 0));
    t.add(fault("421", BOTH, refusal(421, "", false)).refused(1, HOP).within(0, 0));
    for (int status : new int[] {300, 301, 302, 303, 307, 308}) {
      t.add(
          fault(
                  status + " to the same host",
                  BOTH,
                  refusal(status, "Location: /api/elsewhere\r\n", false))
              .refused(1, HOP)
              .within(0, 0));
      t.add(
          fault(
                  status + " to another host",
                  BOTH,
                  refusal(status, "Location: http://" + OTHER + "/api/x\r\n", false))
              .refused(1, HOP)
              .within(0, 0));
    }
  }

  private static void answeringOddly(List<FaultCase> t) {
    t.add(
        fault("no fault", BOTH, Connection::answer)
            .create(1, 1, "value")
            .others(1, "value")
            .within(0, 0));
    t.add(
        fault("204", BOTH, answer("HTTP/1.1 204 No Content\r\n\r\n", false))
            .create(1, 1, DECODE)
            .others(1, DECODE)
            .assign(1, "value")
            .within(0, 0));
    t.add(
        fault("204 with a body", BOTH, answer(Answers.status(204, "No Content", "", "{}"), false))
            .create(1, 1, SENT)
            .others(3, SENT));
    t.add(
        fault("200 without a body", BOTH, answer(Answers.status(200, "OK", "", ""), false))
            .create(1, 1, DECODE)
            .others(1, DECODE)
            .assign(1, "value")
            .within(0, 0));
    t.add(
        fault(
                "200 with success: false",
                BOTH,
                answer(
                    Answers.status(
                        200, "OK", "", "{\"success\":false,\"deleted\":false,\"error\":\"no\"}"),
                    false))
            .create(1, 1, HOP)
            .others(1, HOP)
            .within(0, 0));
    t.add(
        fault("200 with HTML", BOTH, answer(Answers.status(200, "OK", "", "<html>"), false))
            .create(1, 1, DECODE)
            .others(1, DECODE)
            .within(0, 0));
    t.add(
        fault(
                "100 Continue first",
                BOTH,
                answer("HTTP/1.1 100 Continue\r\n\r\n" + Answers.ok(), false))
            .create(1, 1, "value")
            .others(1, "value")
            .within(0, 0));
    t.add(
        fault("chunked", BOTH, answer(Answers.chunked(Answers.ASSISTANT, true), false))
            .create(1, 1, "value")
            .others(1, "value")
            .within(0, 0));
    t.add(
        fault(
                "chunk length is garbage",
                BOTH,
                answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", true))
            .create(1, 1, SENT)
            .others(3, SENT));
    byte[] gzip = Answers.gzip(bytes(Answers.ASSISTANT));
    byte[] packed = Answers.gzipped(gzip, gzip.length);
    t.add(
        fault("gzip", BOTH, answer(packed, false))
            .create(1, 1, "value")
            .others(1, "value")
            .within(0, 0));
    t.add(
        fault("gzip cut short", BOTH, answer(Answers.gzipped(gzip, gzip.length / 2), false))
            .create(1, 1, DECODE)
            .others(1, DECODE)
            .within(0, 0));
    t.add(
        fault(
                "gzip whose checksum is missing",
                BOTH,
                answer(Answers.gzipped(gzip, gzip.length - 8), false))
            .create(1, 1, VALUE)
            .others(1, VALUE)
            .within(0, 0));
    t.add(
        fault(
                "closed in a gzipped body",
                BOTH,
                answer(Arrays.copyOf(packed, packed.length - 12), true))
            .create(1, 1, SENT)
            .others(3, SENT));
    t.add(
        fault(
                "gzip that is none",
                BOTH,
                answer(Answers.gzipped(bytes(Answers.ASSISTANT), 40), false))
            .create(1, 1, DECODE)
            .others(1, DECODE));
    t.add(
        fault(
                "plain JSON that is called gzip",
                BOTH,
                answer(
                    Answers.gzipped(bytes(Answers.ASSISTANT), Answers.ASSISTANT.length()), false))
            .create(1, 1, VALUE)
            .others(1, VALUE));
    byte[] bomb = Answers.gzip(new byte[64 * 1024 * 1024]);
    t.add(
        fault("gzip bomb", BOTH, answer(Answers.gzipped(bomb, bomb.length), true))
            .with(o -> o.maxResponseBytes(100_000))
            .create(1, 1, DECODE)
            .others(1, DECODE)
            .within(0, 0));
    t.add(
        fault(
                "body beyond the limit",
                BOTH,
                answer(Answers.status(200, "OK", "", "[0]".repeat(300)), false))
            .with(o -> o.maxResponseBytes(500))
            .create(1, 1, DECODE)
            .others(1, DECODE)
            .within(0, 0));
    t.add(
        fault("body without end", BOTH, FaultTable::endless)
            .with(o -> o.maxResponseBytes(1_000_000))
            .create(1, 1, DECODE)
            .others(1, DECODE)
            .within(0, 0));
    t.add(
        fault("headers without end", BOTH, FaultTable::endlessHeaders)
            .create(1, 1, SENT)
            .others(3, SENT));
    t.add(
        fault(
                "Content-Length too short",
                BOTH,
                answer(Answers.ok().replaceAll("Content-Length: \\d+", "Content-Length: 9"), true))
            .create(1, 1, DECODE)
            .others(1, DECODE)
            .within(0, 0));
    t.add(
        fault(
                "Content-Length too long",
                BOTH,
                answer(
                    Answers.ok().replaceAll("Content-Length: \\d+", "Content-Length: 999"), true))
            .create(1, 1, SENT)
            .others(3, SENT));
    t.add(
        fault(
                "Content-Length is garbage, then closed",
                BOTH,
                answer(
                    Answers.ok().replaceAll("Content-Length: \\d+", "Content-Length: -7e1"), true))
            .create(1, 1, "value")
            .others(1, "value")
            .within(0, 0));
    t.add(
        fault("status line is garbage", BOTH, answer("HELLO WORLD\r\n\r\n", true))
            .create(1, 1, SENT)
            .others(3, SENT));
    t.add(fault("407 without a proxy", BOTH, refusal(407, "")).create(1, 1, SENT).others(3, SENT));
    t.add(
        fault("status 999", BOTH, refusal(999, ""))
            .create(1, 1, SERVER)
            .others(1, SERVER)
            .within(0, 0));
    t.add(
        fault(
                "500 whose body is cut off",
                BOTH,
                answer(
                    Answers.failure(500, "")
                        .replaceAll("Content-Length: \\d+", "Content-Length: 999"),
                    true))
            .create(1, 1, SERVER)
            .others(3, SERVER));
  }

  private static void recovering(List<FaultCase> t) {
    t.add(
        fault("once: reset before reading", BOTH, Connection::reset)
            .onlyOnce()
            .create(0, 0, SENT)
            .attempts(1, 2)
            .others(1, "value"));
    t.add(
        fault("once: closed after processing", BOTH, Faults.closeAfterProcessing())
            .onlyOnce()
            .create(1, 1, SENT)
            .others(2, "value"));
    t.add(
        fault("once: 429", BOTH, refusal(429, "", false))
            .onlyOnce()
            .create(2, 1, "value")
            .others(2, "value"));
    t.add(
        fault("once: 503", BOTH, refusal(503, ""))
            .onlyOnce()
            .create(1, 1, SERVER)
            .others(2, "value"));
    t.add(
        fault("once: 503 Retry-After: 0", BOTH, refusal(503, "Retry-After: 0\r\n", false))
            .onlyOnce()
            .create(2, 1, "value")
            .others(2, "value")
            .within(0, 0));
    t.add(
        fault("once: 503 Retry-After: 1", BOTH, refusal(503, "Retry-After: 1\r\n", false))
            .onlyOnce()
            .create(2, 1, "value")
            .others(2, "value")
            .within(1_000, 1_000));
  }

  /** Nothing listens there; a request to it would fail the row as a connect that was refused. */
  private static final String OTHER = "localhost:1";

  private static FaultCase refusal(int status, String header, boolean vague, String thrown) {
    return fault(status + " " + header.replace("\r\n", " "), BOTH, refusal(status, header, vague))
        .create(vague ? 1 : 3, vague ? 1 : 0, thrown)
        .others(3, thrown);
  }

  private static RawServer.Script refusal(int status, String header) {
    return refusal(status, header, true);
  }

  /** The cruel reading of an answer: the server had done the work before it said so. */
  private static RawServer.Script refusal(int status, String header, boolean processes) {
    return c -> {
      if (processes) {
        c.process();
      } else {
        c.read();
      }
      c.write(Answers.failure(status, header));
    };
  }

  private static RawServer.Script answer(String text, boolean thenClosed) {
    return answer(bytes(text), thenClosed);
  }

  private static RawServer.Script answer(byte[] bytes, boolean thenClosed) {
    return c -> {
      c.process();
      c.write(bytes);
      if (thenClosed) {
        c.end();
      }
    };
  }

  private static void drip(Connection c) throws java.io.IOException, InterruptedException {
    c.process();
    String ok = Answers.ok();
    int body = ok.length() - Answers.ASSISTANT.length();
    c.write(ok.substring(0, body));
    for (int i = body; i < ok.length() && c.pause(50); i++) {
      c.write(ok.substring(i, i + 1));
    }
  }

  private static void dripContinue(Connection c) throws java.io.IOException, InterruptedException {
    c.process();
    for (int i = 0; i < 100 && c.pause(50); i++) {
      c.write("HTTP/1.1 100 Continue\r\n\r\n");
    }
    c.write(Answers.ok());
  }

  private static void endless(Connection c) throws java.io.IOException {
    c.process();
    c.write("HTTP/1.1 200 OK\r\n\r\n[");
    byte[] block = bytes("0,".repeat(4_000));
    for (int i = 0; i < 10_000; i++) {
      c.write(block);
    }
  }

  private static void endlessHeaders(Connection c) throws java.io.IOException {
    c.process();
    c.write("HTTP/1.1 200 OK\r\n");
    for (int i = 0; i < 10_000; i++) {
      c.write("X-" + i + ": " + "y".repeat(1_000) + "\r\n");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  /** A date is whole seconds, rounded down: up to one second sooner than asked for. */
  private static String httpDate(int seconds) {
    ZonedDateTime then = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(seconds);
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(then);
  }
}
