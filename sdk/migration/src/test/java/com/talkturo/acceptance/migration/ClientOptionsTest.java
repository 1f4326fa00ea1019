package com.talkturo.acceptance.migration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.calls.Answers;
import com.talkturo.calls.Faults;
import com.talkturo.calls.RawServer;
import com.talkturo.sdk.errors.NotSentException;
import com.talkturo.sdk.errors.RateLimitException;
import com.talkturo.sdk.errors.TransportException;
import com.talkturo.sdk.http.RateLimiter;
import com.talkturo.sdk.http.TalkturoListener;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the builders of the vendors' clients offer is what the client does. */
class ClientOptionsTest {
  @ParameterizedTest
  @EnumSource
  void listenersHearOfEveryRequestAndAttempt(Vendor vendor) throws IOException {
    List<String> heard = new CopyOnWriteArrayList<>();
    AtomicInteger finished = new AtomicInteger();
    TalkturoListener listener =
        new TalkturoListener() {
          @Override
          public void attemptFinished(Request request, Attempt attempt) {
            heard.add(request + " " + attempt.statusCode().orElse(0));
          }

          @Override
          public void requestFinished(Request request, Outcome outcome) {
            heard.add("finished after " + outcome.attempts());
          }
        };
    TalkturoListener counter =
        new TalkturoListener() {
          @Override
          public void requestFinished(Request request, Outcome outcome) {
            finished.incrementAndGet();
          }
        };
    try (RawServer server = new RawServer();
        Vendor.Client client =
            vendor.open(b -> b.baseUrl(server.url()).listener(listener).listener(counter))) {
      server.script(
          c -> {
            c.read();
            c.write(
                server.requests() == 1 ? Answers.failure(503, "Retry-After: 0\r\n") : Answers.ok());
          });
      client.get("secret-id");
    }
    String request =
        vendor == Vendor.TELNYX ? "GET /ai/assistants/{assistant_id}" : "GET /assistants/{id}";
    assertThat(heard).containsExactly(request + " 503", request + " 200", "finished after 2");
    assertThat(finished).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource
  void aProxyGetsItsOwnCredentialsAndNeverTheKey(Vendor vendor) throws IOException {
    List<String> asked = new CopyOnWriteArrayList<>();
    try (RawServer proxy = new RawServer();
        Vendor.Client client =
            vendor.open(
                b ->
                    b.maxRetries(0).proxy("127.0.0.1", proxy.port(), "proxy-user", "proxy-word"))) {
      proxy.script(
          c -> {
            RawServer.Received request = c.read();
            String credentials = request.header("Proxy-Authorization");
            asked.add(request.method() + " " + request.target() + " " + credentials);
            assertThat(request.headers()).doesNotContainKey("authorization");
            c.end();
          });
      assertThatThrownBy(client::list)
          .isInstanceOfSatisfying(
              TransportException.class, e -> assertThat(e.requestSent()).isFalse())
          .hasMessageNotContaining("proxy-word");
    }
    String host = vendor == Vendor.TELNYX ? "api.telnyx.com" : "api.hmsovereign.com";
    String basic = Base64.getEncoder().encodeToString("proxy-user:proxy-word".getBytes(UTF_8));
    assertThat(asked).containsExactly("CONNECT " + host + ":443 Basic " + basic);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> vendor.open(b -> b.proxy("u:proxy-word@host", 1, "u", "proxy-word")))
        .withMessageStartingWith("proxy host is ")
        .withMessageNotContaining("proxy-word");
  }

  @ParameterizedTest
  @EnumSource
  void theUserAgentNamesTheApplicationFirst(Vendor vendor) throws IOException {
    List<String> agents = new CopyOnWriteArrayList<>();
    try (RawServer server = new RawServer();
        Vendor.Client client =
            vendor.open(
                b ->
                    b.baseUrl(server.url())
                        .applicationName("front-desk/1.4")
                        .header("X-Team", "north"))) {
      server.script(
          c -> {
            RawServer.Received request = c.read();
            agents.add(request.header("User-Agent") + " " + request.header("X-Team"));
            c.write(Answers.ok());
          });
      client.list();
    }
    assertThat(agents).hasSize(1);
    assertThat(agents.get(0)).startsWith("front-desk/1.4 talkturo-sdk-java/").endsWith(" north");
  }

  @ParameterizedTest
  @EnumSource
  void aRateLimiterDecidesWhenAttemptsAreMade(Vendor vendor) throws IOException {
    List<Optional<Duration>> rejections = new ArrayList<>();
    RateLimiter limiter =
        new RateLimiter() {
          @Override
          public Duration takeTurn(Duration latest) {
            return rejections.isEmpty() ? Duration.ZERO : latest.plusSeconds(1);
          }

          @Override
          public void rejected(Optional<Duration> retryAfter) {
            rejections.add(retryAfter);
          }
        };
    try (RawServer server = new RawServer();
        Vendor.Client client =
            vendor.open(
                b ->
                    b.baseUrl(server.url())
                        .rateLimiter(limiter)
                        .holdAfterRateLimit(false)
                        .maxRetries(0))) {
      server.script(Faults.status(429, "Retry-After: 7\r\n"));
      assertThatThrownBy(client::list).isInstanceOf(RateLimitException.class);
      assertThatThrownBy(client::list).isInstanceOf(NotSentException.class);
      assertThat(server.requests()).isEqualTo(1);
    }
    assertThat(rejections).containsExactly(Optional.of(Duration.ofSeconds(7)));
  }

  @ParameterizedTest
  @EnumSource
  void aRateLimitHoldsOtherCallsBackUnlessThatIsSwitchedOff(Vendor vendor) throws IOException {
    for (boolean holds : new boolean[] {true, false}) {
      try (RawServer server = new RawServer();
          Vendor.Client client =
              vendor.open(
                  b -> {
                    b.baseUrl(server.url()).maxRetries(0).timeout(Duration.ofSeconds(5));
                    if (!holds) {
                      b.holdAfterRateLimit(false);
                    }
                  })) {
        server.script(Faults.status(429, "Retry-After: 30\r\n"));
        assertThatThrownBy(client::list).isInstanceOf(RateLimitException.class);
        assertThatThrownBy(client::list)
            .isInstanceOf(holds ? NotSentException.class : RateLimitException.class);
        assertThat(server.requests()).isEqualTo(holds ? 1 : 2);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBadBaseUrlIsRefusedWithTheVendorsOwn(Vendor vendor) {
    String usual =
        vendor == Vendor.TELNYX
            ? "https://api.telnyx.com/v2"
            : "https://api.hmsovereign.com/api/v1";
    for (String bad : List.of("vendor.example", "http://vendor.example", "https://h?x=1")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> vendor.open(b -> b.baseUrl(bad)))
          .withMessageStartingWith("baseUrl is \"" + bad + "\", but ")
          .withMessageEndingWith("; allowed is a URL such as " + usual);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBaseUrlIsTakenWhole(Vendor vendor) throws IOException {
    List<String> targets = new CopyOnWriteArrayList<>();
    try (RawServer server = new RawServer();
        Vendor.Client client = vendor.open(b -> b.baseUrl(server.url() + "/gateway/api"))) {
      server.script(
          c -> {
            targets.add(c.read().target());
            c.write(Answers.ok());
          });
      client.list();
    }
    assertThat(targets)
        .containsExactly(
            vendor == Vendor.TELNYX ? "/gateway/api/ai/assistants" : "/gateway/api/assistants");
  }

  @ParameterizedTest
  @EnumSource
  void aKeyThatIsMissingOrNoneIsRefusedWithoutBeingShown(Vendor vendor) {
    for (String bad : new String[] {null, " ", "two words", "secret-\u00e4"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> vendor.open(b -> b.apiKey(bad)))
          .withMessageStartingWith("apiKey ")
          .withMessageNotContainingAny("two words", "secret-");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLastKeyCountsAndASupplierIsAskedForEveryAttempt(Vendor vendor) throws IOException {
    List<String> keys = new CopyOnWriteArrayList<>();
    AtomicInteger asked = new AtomicInteger();
    try (RawServer server = new RawServer();
        Vendor.Client supplied =
            vendor.open(
                b ->
                    b.apiKey("key-first")
                        .apiKey(() -> "key-" + asked.incrementAndGet())
                        .fromEnv()
                        .baseUrl(server.url()));
        Vendor.Client fixed =
            vendor.open(
                b ->
                    b.apiKey(() -> "key-supplied")
                        .apiKey("key-last")
                        .fromEnv()
                        .baseUrl(server.url()))) {
      server.script(
          c -> {
            keys.add(c.read().header("Authorization"));
            c.write(keys.size() == 1 ? Answers.failure(503, "Retry-After: 0\r\n") : Answers.ok());
          });
      supplied.list();
      fixed.list();
    }
    assertThat(keys).containsExactly("Bearer key-1", "Bearer key-2", "Bearer key-last");
  }

  @ParameterizedTest
  @EnumSource
  void aSuppliedKeyThatIsNoneIsNotSent(Vendor vendor) throws IOException {
    try (RawServer server = new RawServer();
        Vendor.Client client = vendor.open(b -> b.apiKey(() -> " ").baseUrl(server.url()))) {
      server.script(Faults.status(200, ""));
      assertThatIllegalArgumentException()
          .isThrownBy(client::list)
          .withMessageStartingWith("apiKey ");
      assertThat(server.requests()).isZero();
    }
  }
}
