package com.talkturo.sdk.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.calls.Answers;
import com.talkturo.calls.AtOnce;
import com.talkturo.calls.Certificates;
import com.talkturo.calls.Operation;
import com.talkturo.calls.RawServer;
import com.talkturo.calls.RawServer.Connection;
import com.talkturo.calls.Waiting;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.TransportException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What HTTP/2 adds to what can go wrong: streams that are refused, connections that say goodbye.
 */
class Http2FaultsTest {
  private static final int REFUSED_STREAM = 7;
  private static final int CANCEL = 8;

  /** OkHttp leaves out stream 1. */
  private static final int FIRST_STREAM = 3;

  private static final int DATA_FRAME = 0;
  private static final int HEADERS_FRAME = 1;
  private static final int RST_STREAM_FRAME = 3;
  private static final int SETTINGS_FRAME = 4;
  private static final int GOAWAY_FRAME = 7;

  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;

  /** {@code :status: 200} in the static table of HPACK. */
  private static final byte STATUS_200 = (byte) 0x88;

  private static TalkturoClient client(String url, OkHttpClient users) {
    return TalkturoClient.builder()
        .apiKey("key_http2")
        .accountSlug("team")
        .baseUrl(url)
        .okHttpClient(users)
        .build();
  }

  private static OkHttpClient priorKnowledge() {
    return new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
  }

  private static String url(MockWebServer server) {
    String url = server.url("/").toString();
    return url.substring(0, url.length() - 1);
  }

  private static MockWebServer start(Dispatcher dispatcher, boolean tls) throws IOException {
    MockWebServer server = new MockWebServer();
    server.setDispatcher(dispatcher);
    if (tls) {
      server.useHttps(Certificates.SERVER.sslSocketFactory());
    } else {
      server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    }
    server.start();
    return server;
  }

  private static OkHttpClient users(boolean tls) {
    return tls ? Certificates.client().build() : priorKnowledge();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRefusedStreamWasNotProcessedAndIsSentAgain(boolean tls) throws Exception {
    AtOnce.forEachOperation(
        (operation, async) -> {
          try (ClosingFirstStream server = new ClosingFirstStream(REFUSED_STREAM, tls);
              TalkturoClient client = client(server.url(), users(tls))) {
            operation.call(client, async);
            assertThat(server.answered).hasValue(1);
            assertThat(server.requests).hasValue(2);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCancelledStreamMayHaveBeenProcessed(boolean tls) throws Exception {
    AtOnce.forEachOperation(
        (operation, async) -> {
          try (ClosingFirstStream server = new ClosingFirstStream(CANCEL, tls);
              TalkturoClient client = client(server.url(), users(tls))) {
            if (operation.isAtMostOnce()) {
              assertSentOnce(client, operation, async);
              assertThat(server.requests).hasValue(1);
            } else {
              operation.call(client, async);
              assertThat(server.requests).hasValue(2);
            }
          }
        });
  }

  /**
   * Closes the first stream as soon as its request begins, and answers the others. MockWebServer
   * would send a PROTOCOL_ERROR of its own for the body that follows, at times before the code that
   * it was told to send.
   */
  private static final class ClosingFirstStream implements AutoCloseable {
    final AtomicInteger requests = new AtomicInteger();
    final AtomicInteger answered = new AtomicInteger();
    private final RawServer server;
    private final int errorCode;

    ClosingFirstStream(int errorCode, boolean tls) throws IOException {
      this.errorCode = errorCode;
      this.server =
          tls ? new RawServer(Certificates.SERVER.sslSocketFactory(), "h2") : new RawServer();
      server.script(this::serve);
    }

    String url() {
      return server.url();
    }

    private void serve(Connection c) throws IOException {
      AtomicInteger closed = new AtomicInteger();
      readFrames(
          c,
          head -> {
            byte stream = head[8];
            if (head[3] == HEADERS_FRAME && requests.incrementAndGet() == 1) {
              closed.set(stream);
              c.write(frame(RST_STREAM_FRAME, 0, stream, new byte[] {0, 0, 0, (byte) errorCode}));
            } else if (endsTheRequest(head) && stream != closed.get()) {
              answered.incrementAndGet();
              c.write(frame(HEADERS_FRAME, END_HEADERS, stream, new byte[] {STATUS_200}));
              c.write(frame(DATA_FRAME, END_STREAM, stream, Answers.ASSISTANT.getBytes(UTF_8)));
            }
          });
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }

  private static boolean endsTheRequest(byte[] head) {
    return (head[3] == DATA_FRAME || head[3] == HEADERS_FRAME) && (head[4] & END_STREAM) != 0;
  }

  private static void assertSentOnce(TalkturoClient client, Operation operation, boolean async) {
    assertThatThrownBy(() -> operation.call(client, async))
        .isInstanceOfSatisfying(
            TransportException.class,
            e -> {
              assertThat(e.requestSent()).isTrue();
              assertThat(e.attempts()).isEqualTo(1);
            });
  }

  @ParameterizedTest
  @CsvSource({"false,false", "false,true", "true,false", "true,true"})
  void aGoodbyeBetweenCallsIsNoFailure(boolean tls, boolean async) throws Exception {
    Dispatcher dispatcher =
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder()
                .body(Answers.ASSISTANT)
                .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                .build();
          }
        };
    try (MockWebServer server = start(dispatcher, tls);
        TalkturoClient client = client(url(server), users(tls))) {
      for (int i = 0; i < 10; i++) {
        Operation.CREATE.call(client, async);
      }
      Waiting.until(() -> server.getRequestCount() == 10);
    }
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void aGoodbyeThatExcludesTheRequestLetsItBeSentAgain(boolean async) throws Exception {
    AtomicInteger requests = new AtomicInteger();
    try (RawServer server = new RawServer();
        TalkturoClient client = client(server.url(), priorKnowledge())) {
      server.script(c -> goodbye(c, 0, requests));
      assertThatThrownBy(() -> Operation.CREATE.call(client, async))
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> {
                assertThat(e.mayHaveTakenEffect())
                    .as("%s, caused by %s", e, e.getCause())
                    .isFalse();
                assertThat(e.attempts()).isEqualTo(3);
              });
      assertThat(requests).hasValue(3);
    }
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void aGoodbyeThatIncludesTheRequestEndsACreate(boolean async) throws Exception {
    AtomicInteger requests = new AtomicInteger();
    try (RawServer server = new RawServer();
        TalkturoClient client = client(server.url(), priorKnowledge())) {
      server.script(c -> goodbye(c, FIRST_STREAM, requests));
      assertSentOnce(client, Operation.CREATE, async);
      assertThat(requests).hasValue(1);
    }
  }

  /** Ends the connection with GOAWAY as soon as a request begins. */
  private static void goodbye(Connection c, int lastStream, AtomicInteger requests)
      throws IOException {
    readFrames(
        c,
        head -> {
          if (head[3] == HEADERS_FRAME) {
            requests.incrementAndGet();
            c.write(frame(GOAWAY_FRAME, new byte[] {0, 0, 0, (byte) lastStream, 0, 0, 0, 0}));
            if (lastStream > 0) {
              c.endGently();
            }
            // Otherwise there is nothing left to answer, and the client ends the connection.
          }
        });
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void aStreamThatIsRefusedInItsAnswerWasProcessed(boolean async) throws Exception {
    AtomicInteger requests = new AtomicInteger();
    try (RawServer server = new RawServer();
        TalkturoClient client = client(server.url(), priorKnowledge())) {
      server.script(c -> refuseInTheAnswer(c, requests));
      assertThatThrownBy(() -> Operation.CREATE.call(client, async))
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> {
                assertThat(e.requestSent()).isTrue();
                assertThat(e.attempts()).isEqualTo(1);
                assertThat(e.partialResponse().orElseThrow().body())
                    .isEqualTo("{\"id\":\"asst_1\"");
              });
      assertThat(requests).hasValue(1);
    }
  }

  /** Begins an answer, and says then that it has not looked at the request. */
  private static void refuseInTheAnswer(Connection c, AtomicInteger requests) throws IOException {
    readFrames(
        c,
        head -> {
          if (endsTheRequest(head)) {
            requests.incrementAndGet();
            byte stream = head[8];
            c.write(frame(HEADERS_FRAME, END_HEADERS, stream, new byte[] {STATUS_200}));
            c.write(frame(DATA_FRAME, 0, stream, "{\"id\":\"asst_1\"".getBytes(UTF_8)));
            c.write(frame(RST_STREAM_FRAME, 0, stream, new byte[] {0, 0, 0, REFUSED_STREAM}));
          }
        });
  }

  private interface OnFrame {
    void read(byte[] head) throws IOException;
  }

  /** Speaks just enough HTTP/2 to read what a client sends. */
  private static void readFrames(Connection c, OnFrame onFrame) throws IOException {
    c.readBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length());
    c.write(frame(SETTINGS_FRAME, new byte[0]));
    for (int i = 0; i < 100; i++) {
      byte[] head = c.readBytes(9);
      c.readBytes((head[0] & 0xff) << 16 | (head[1] & 0xff) << 8 | head[2] & 0xff);
      onFrame.read(head);
    }
  }

  private static byte[] frame(int type, byte[] payload) {
    return frame(type, 0, 0, payload);
  }

  private static byte[] frame(int type, int flags, int stream, byte[] payload) {
    int length = payload.length;
    byte[] head = {
      (byte) (length >> 16),
      (byte) (length >> 8),
      (byte) length,
      (byte) type,
      (byte) flags,
      0,
      0,
      0,
      (byte) stream
    };
    byte[] frame = Arrays.copyOf(head, 9 + length);
    System.arraycopy(payload, 0, frame, 9, length);
    return frame;
  }
}
