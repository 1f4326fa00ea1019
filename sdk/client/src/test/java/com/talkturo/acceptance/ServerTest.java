package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.calls.Mode;
import com.talkturo.calls.Operation;
import com.talkturo.sdk.TalkturoClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;

/** A test against a real socket. */
@Timeout(60)
abstract class ServerTest {
  static final String KEY = "tk_live_s3cr3t/\"quoted\"+Zq9";

  final MockWebServer server = new MockWebServer();
  private final List<TalkturoClient> clients = new ArrayList<>();

  static Stream<Arguments> everyOperationAndMode() {
    return Stream.of(Operation.values())
        .flatMap(op -> Stream.of(Mode.values()).map(mode -> Arguments.of(op, mode)));
  }

  @BeforeEach
  void startServer() throws IOException {
    MemoryLogs.clear();
    server.start();
  }

  @AfterEach
  void stopServer() {
    clients.forEach(TalkturoClient::close);
    server.close();
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getPort();
  }

  TalkturoClient.Builder builder() {
    return TalkturoClient.builder()
        .apiKey(KEY)
        .baseUrl(baseUrl())
        .accountSlug("north-wind")
        .timeout(Duration.ofSeconds(20));
  }

  TalkturoClient client() {
    return open(builder());
  }

  TalkturoClient clientWithoutRetries() {
    return open(builder().maxRetries(0));
  }

  /** A client that is closed after the test. */
  TalkturoClient open(TalkturoClient.Builder builder) {
    TalkturoClient client = builder.build();
    clients.add(client);
    return client;
  }

  void answer(int status, String body, String... headers) {
    server.enqueue(response(status, body, headers));
  }

  void answerFixture(String name) {
    answer(200, Fixtures.read(name), "Content-Type", "application/json");
  }

  static MockResponse response(int status, String body, String... headers) {
    MockResponse.Builder response = new MockResponse.Builder().code(status);
    if (status != 204) {
      response.body(body);
    }
    for (int i = 0; i < headers.length; i += 2) {
      response.addHeader(headers[i], headers[i + 1]);
    }
    return response.build();
  }

  static MockResponse response(int status, Buffer body) {
    return new MockResponse.Builder().code(status).body(body).build();
  }

  RecordedRequest received() {
    try {
      RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
      assertThat(request).as("a request").isNotNull();
      return request;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  String receivedBody() {
    RecordedRequest request = received();
    return request.getBody() == null ? "" : request.getBody().utf8();
  }

  <E extends Throwable> E failure(Class<E> type, Operation op, Mode mode, TalkturoClient client) {
    return failure(type, () -> op.call(mode, client));
  }

  static <E extends Throwable> E failure(Class<E> type, Runnable action) {
    Throwable thrown = catchThrowable(action::run);
    assertThat(thrown).isExactlyInstanceOf(type);
    return type.cast(thrown);
  }
}
