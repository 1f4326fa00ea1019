package com.talkturo.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.calls.Certificates;
import com.talkturo.calls.RawServer;
import com.talkturo.calls.Waiting;
import com.talkturo.sdk.TalkturoClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Servers close idle connections sooner than OkHttp looks; a create must not fall into that. */
class StaleConnectionsTest {
  private static final int CONNECTIONS = 20;

  @Test
  void theKeyIsAskedForOnceForAnAttemptThatDiscardsConnections() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (RawServer server = new RawServer();
        TalkturoClient client =
            TalkturoClient.builder()
                .apiKey(() -> "key_" + asked.incrementAndGet())
                .accountSlug("team")
                .baseUrl(server.url())
                .build()) {
      assertSurvives(server, client);
    }
    assertThat(asked).hasValue(CONNECTIONS + 1);
  }

  private static void assertSurvives(RawServer server, TalkturoClient client) throws Exception {
    warmUp(server, client, CONNECTIONS);
    server.hangUp();
    Waiting.until(() -> server.openConnections() == 0);
    server.resetCounts();
    client.assistants().create(r -> r.name("Front desk"));
    assertThat(server.requests()).isEqualTo(1);
    assertThat(server.objects()).isEqualTo(1);
  }

  /** Leaves as many idle connections behind. */
  static void warmUp(RawServer server, TalkturoClient client, int connections) throws Exception {
    CountDownLatch allThere = new CountDownLatch(connections);
    server.script(
        c -> {
          allThere.countDown();
          allThere.await(10, TimeUnit.SECONDS);
          c.answer();
        });
    List<CompletableFuture<?>> warmUp = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      warmUp.add(client.assistants().getAsync("asst_1"));
    }
    CompletableFuture.allOf(warmUp.toArray(new CompletableFuture<?>[0])).join();
    assertThat(server.openConnections()).isEqualTo(connections);
    server.script(RawServer.Connection::answer);
  }

  @Test
  void aCreateDiscardsAllConnectionsThatTheServerClosed() throws Exception {
    try (RawServer server = new RawServer();
        TalkturoClient client =
            TalkturoClient.builder()
                .apiKey("key_stale")
                .accountSlug("team")
                .baseUrl(server.url())
                .build()) {
      assertSurvives(server, client);
    }
  }

  @Test
  void aCreateDiscardsAllTlsConnectionsThatTheServerClosed() throws Exception {
    OkHttpClient users =
        Certificates.client()
            .connectionPool(new okhttp3.ConnectionPool(CONNECTIONS, 1, TimeUnit.MINUTES))
            .build();
    try (RawServer server = new RawServer(Certificates.SERVER.sslSocketFactory());
        TalkturoClient client =
            TalkturoClient.builder()
                .apiKey("key_stale")
                .accountSlug("team")
                .baseUrl(server.url())
                .okHttpClient(users)
                .build()) {
      assertSurvives(server, client);
      server.script(RawServer.Connection::answer);
      for (int i = 0; i < 20; i++) {
        client.assistants().get("asst_1");
      }
      assertThat(server.connections()).as("a healthy connection is kept").isEqualTo(2);
      users.connectionPool().evictAll();
    }
  }
}
