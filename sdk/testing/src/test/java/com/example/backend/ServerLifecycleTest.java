package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.UnixOperatingSystemMXBean;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.PhoneNumberStatus;
import com.talkturo.sdk.testing.TalkturoServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ServerLifecycleTest {
  @Test
  void theBaseUrlIsOnTheLoopbackInterface() {
    try (TalkturoServer server = TalkturoServer.start()) {
      assertThat(server.baseUrl()).matches("http://127\\.0\\.0\\.1:[1-9][0-9]+");
    }
  }

  @Test
  void aClosedServerRefusesConnections() {
    TalkturoServer server = TalkturoServer.start();
    server.close();

    assertThatThrownBy(() -> new PlainClient(server).create("x"))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void closingTwiceHasNoEffect() {
    TalkturoServer server = TalkturoServer.start();
    server.close();
    server.close();
  }

  @Test
  void closingEndsAStalledRequestAndTheThreads() throws Exception {
    Thread handler;
    try (TalkturoServer server = TalkturoServer.start()) {
      server.enqueue(Fault.stall());
      try (Socket socket = RawHttp.connect(server)) {
        socket
            .getOutputStream()
            .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        server.awaitRequests(1, PlainClient.PATIENCE);
        handler = handlerOf(socket);

        server.close();

        assertThatEndOfStream(socket);
      }
    }
    handler.join(PlainClient.PATIENCE.toMillis());
    assertThat(handler.isAlive()).isFalse();
  }

  @Test
  void aStallEndsWhenTheClientGivesUp() throws Exception {
    try (TalkturoServer server = TalkturoServer.start()) {
      server.enqueue(Fault.stall());
      Thread handler;
      String busy;
      try (Socket socket = RawHttp.connect(server)) {
        socket
            .getOutputStream()
            .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        server.awaitRequests(1, PlainClient.PATIENCE);
        handler = handlerOf(socket);
        busy = handler.getName();
      }

      // The thread goes back to the pool under its general name.
      long deadline = System.nanoTime() + PlainClient.PATIENCE.toNanos();
      while (handler.isAlive() && handler.getName().equals(busy)) {
        assertThat(System.nanoTime()).as("the stall goes on").isLessThan(deadline);
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void resetReturnsToTheStateAtTheStart() throws Exception {
    try (TalkturoServer server = TalkturoServer.start()) {
      PlainClient client = new PlainClient(server);
      String id = client.create("x").assistant().path("id").asText();
      client.patch(
          "/api/assistants/" + id + "/telephony/phone-numbers", "{\"phoneNumberIds\":[\"pn_a1\"]}");
      server.addPhoneNumber("pn_more", PhoneNumberStatus.SUSPENDED);
      server.addAccount("south-sea");
      server.acceptApiKey("tk_test_other");
      server.revokeApiKey(server.apiKey());
      server.enqueue(Fault.status(500));
      server.respondAlways(Fault.status(500));

      server.reset();

      assertThat(server.assistants()).isEmpty();
      assertThat(server.phoneNumberIds()).containsExactly("pn_a1", "pn_b2", "pn_c3");
      assertThat(server.phoneNumbersOf(id)).isEmpty();
      assertThat(server.requests()).isEmpty();
      assertThat(new PlainClient(server, "tk_test_other").create("y").status()).isEqualTo(401);
      assertThat(client.create("y").assistant().path("id").asText()).isNotEqualTo(id);
    }
  }

  @Test
  void twoServersKnowNothingOfEachOther() throws Exception {
    try (TalkturoServer one = TalkturoServer.start();
        TalkturoServer other = TalkturoServer.start()) {
      new PlainClient(one).create("x");

      assertThat(other.assistants()).isEmpty();
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    try (TalkturoServer server = TalkturoServer.start()) {
      int port = URI.create(server.baseUrl()).getPort();

      assertThatThrownBy(() -> TalkturoServer.builder().port(port).start())
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(Integer.toString(port));
    }
  }

  @Test
  void toStringDoesNotShowTheKey() {
    try (TalkturoServer server = TalkturoServer.start()) {
      assertThat(server.toString()).contains(server.baseUrl()).doesNotContain(server.apiKey());
    }
  }

  @Test
  void thirtyTwoClientsAtOnceLoseAndDoubleNothing() throws Exception {
    int clients = 32;
    int createsPerClient = 50;
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try (TalkturoServer server = TalkturoServer.start()) {
      PlainClient client = new PlainClient(server);
      Callable<Set<String>> load =
          () -> {
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < createsPerClient; i++) {
              String id = client.create("x").assistant().path("id").asText();
              client.patch("/api/assistants/" + id, "{\"temperature\":1.5}");
              ids.add(id);
            }
            return ids;
          };
      Set<String> ids = new HashSet<>();
      for (Future<Set<String>> done :
          threads.invokeAll(IntStream.range(0, clients).mapToObj(i -> load).toList())) {
        ids.addAll(done.get());
      }

      assertThat(ids).hasSize(clients * createsPerClient);
      assertThat(server.assistants())
          .hasSize(clients * createsPerClient)
          .allSatisfy(assistant -> assertThat(assistant).containsEntry("temperature", 1.5));
      assertThat(server.requestCount()).isEqualTo(2L * clients * createsPerClient);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void http2WithPriorKnowledgeIsServed() throws Exception {
    OkHttpClient client =
        new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
    try (TalkturoServer server = TalkturoServer.builder().http2().start()) {
      String id = server.addAssistant(Map.of("name", "x"));
      Request request =
          new Request.Builder()
              .url(server.baseUrl() + "/api/assistants/" + id)
              .header("Authorization", "Bearer " + server.apiKey())
              .build();

      try (Response response = client.newCall(request).execute()) {
        assertThat(response.code()).isEqualTo(200);
      }
      assertThat(server.requests().get(0).headers()).doesNotContainKey(":authority");
      server.enqueue(Fault.resetBeforeProcessing());
      assertThatThrownBy(
              () ->
                  client
                      .newBuilder()
                      .retryOnConnectionFailure(false)
                      .build()
                      .newCall(request)
                      .execute())
          .isInstanceOf(IOException.class);
    } finally {
      client.connectionPool().evictAll();
      client.dispatcher().executorService().shutdown();
    }
  }

  @Test
  void httpsIsServedWithTheCertificateGiven(@TempDir Path folder) throws Exception {
    SSLContext tls = selfSigned(folder);
    HttpClient client = HttpClient.newBuilder().sslContext(tls).build();
    try (TalkturoServer server =
        TalkturoServer.builder().tls(tls.getSocketFactory()).http2().start()) {
      String id = server.addAssistant(Map.of("name", "x"));
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.baseUrl() + "/api/assistants/" + id))
              .timeout(PlainClient.PATIENCE)
              .header("Authorization", "Bearer " + server.apiKey())
              .build();

      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());

      assertThat(server.baseUrl()).startsWith("https://127.0.0.1:");
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
    }
  }

  private static SSLContext selfSigned(Path folder) throws Exception {
    Path file = folder.resolve("server.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, "changeit".toCharArray());
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, "changeit".toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", keys.getCertificate("server"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return tls;
  }

  private static Thread handlerOf(Socket socket) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().endsWith(":" + socket.getLocalPort()))
        .findFirst()
        .orElseThrow();
  }

  private static void assertThatEndOfStream(Socket socket) {
    try {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    } catch (IOException reset) {
      assertThat(reset).isNotInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void anInterruptedThreadClosesTheServerToo() throws Exception {
    TalkturoServer server = TalkturoServer.start();
    Socket socket = RawHttp.connect(server);
    try {
      Thread.currentThread().interrupt();
      server.close();
    } finally {
      assertThat(Thread.interrupted()).as("the flag is still set").isTrue();
    }
    assertThatEndOfStream(socket);
    assertThatThrownBy(() -> RawHttp.connect(server)).isInstanceOf(IOException.class);
  }

  @Test
  void theServerIsQuietAboutConnectionsWithoutARequest() {
    try (TalkturoServer server = TalkturoServer.start()) {
      assertThat(server.requests()).isEmpty();
      assertThat(Logger.getLogger("mockwebserver3.MockWebServer").isLoggable(Level.WARNING))
          .isFalse();
    }
  }

  @Test
  void requestsThatAreNoLongerKeptTakeNoMemory() throws Exception {
    int megabytes = 300;
    String megabyte = "x".repeat(1 << 20);
    try (TalkturoServer server = TalkturoServer.builder().keptRequests(1).start()) {
      PlainClient client = new PlainClient(server);
      long before = usedMegabytes();
      for (int i = 0; i < megabytes; i++) {
        client.post("/x", megabyte);
      }

      assertThat(usedMegabytes() - before).isLessThan(megabytes / 3);
    }
  }

  @ParameterizedTest
  @ValueSource(chars = {'H', '}'})
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void clientsThatVanishLeaveNoFileDescriptorBehind(char lastRead) throws Exception {
    UnixOperatingSystemMXBean system =
        (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    int clients = 100;
    try (TalkturoServer server = TalkturoServer.start()) {
      long before = system.getOpenFileDescriptorCount();
      for (int i = 0; i < clients; i++) {
        try (Socket socket = RawHttp.connect(server)) {
          socket
              .getOutputStream()
              .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
          int read;
          do {
            read = socket.getInputStream().read();
          } while (read != lastRead && read >= 0);
          assertThat(read).isEqualTo(lastRead);
          socket.setSoLinger(true, 0);
        }
      }

      long deadline = System.nanoTime() + PlainClient.PATIENCE.toNanos();
      while (system.getOpenFileDescriptorCount() > before + clients / 2) {
        assertThat(System.nanoTime()).as("sockets stay open").isLessThan(deadline);
        Thread.onSpinWait();
      }
    }
  }

  private static long usedMegabytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  @Test
  void anAnswerDoesNotWaitForDelayedAcknowledgements() throws Exception {
    try (TalkturoServer server = TalkturoServer.start()) {
      PlainClient client = new PlainClient(server);
      long[] nanos = new long[101];
      for (int i = 0; i < nanos.length; i++) {
        long before = System.nanoTime();
        client.create("x");
        nanos[i] = System.nanoTime() - before;
      }
      Arrays.sort(nanos);

      // 40 ms if Nagle's algorithm were on, but for the first few; a busy machine slows down some.
      assertThat(Duration.ofNanos(nanos[nanos.length / 4])).isLessThan(Duration.ofMillis(30));
    }
  }
}
