package com.talkturo.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.calls.Answers;
import com.talkturo.calls.Certificates;
import com.talkturo.calls.Operation;
import com.talkturo.calls.RawServer;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.ApiException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Credentials;
import org.junit.jupiter.api.Test;

/** A proxy that asks for a user and a password. */
class ProxyTest {
  private static final String CREDENTIALS = Credentials.basic("proxy-user", "proxy-word");

  private static RawServer.Script thatAsksFor(String credentials) {
    return c -> {
      RawServer.Received request = c.read();
      c.write(
          credentials.equals(request.header("Proxy-Authorization"))
              ? Answers.ok()
              : Answers.failure(407, "Proxy-Authenticate: Basic realm=\"proxy\"\r\n"));
    };
  }

  private static TalkturoClient throughPlain(RawServer proxy) {
    return TalkturoClient.builder()
        .apiKey("key_proxy")
        .accountSlug("team")
        .baseUrl("http://api.example")
        .allowPlainHttp(true)
        .proxy("127.0.0.1", proxy.port(), "proxy-user", "proxy-word")
        .build();
  }

  @Test
  void aPlainRequestBringsTheCredentialsUnasked() throws Exception {
    try (RawServer proxy = new RawServer();
        TalkturoClient client = throughPlain(proxy)) {
      proxy.script(thatAsksFor(CREDENTIALS));
      for (Operation operation : Operation.values()) {
        for (boolean async : new boolean[] {false, true}) {
          proxy.resetCounts();
          assertThat(operation.call(client, async)).as("%s", operation).isNotNull();
          assertThat(proxy.requests()).as("%s", operation).isEqualTo(1);
        }
      }
    }
  }

  @Test
  void credentialsThatTheProxyRefusesAreSentOnceAndNotShown() throws Exception {
    try (RawServer proxy = new RawServer();
        TalkturoClient client = throughPlain(proxy)) {
      proxy.script(thatAsksFor("others"));
      for (boolean async : new boolean[] {false, true}) {
        proxy.resetCounts();
        assertThatThrownBy(() -> Operation.CREATE.call(client, async))
            .isInstanceOfSatisfying(
                ApiException.class, e -> assertThat(e.statusCode()).isEqualTo(407))
            .message()
            .doesNotContain("proxy-word", CREDENTIALS);
        assertThat(proxy.requests()).isEqualTo(1);
      }
    }
  }

  @Test
  void throughATunnelTheCredentialsGoToTheProxyAlone() throws Exception {
    try (MockWebServer proxy = new MockWebServer()) {
      proxy.useHttps(Certificates.SERVER.sslSocketFactory());
      proxy.enqueue(new MockResponse.Builder().inTunnel().build());
      proxy.enqueue(new MockResponse.Builder().body(Answers.ASSISTANT).build());
      proxy.start();
      try (TalkturoClient client =
          TalkturoClient.builder()
              .apiKey("key_proxy")
              .accountSlug("team")
              .baseUrl("https://localhost:1")
              .okHttpClient(Certificates.client().build())
              .proxy("127.0.0.1", proxy.getPort(), "proxy-user", "proxy-word")
              .build()) {
        Operation.CREATE.call(client, false);
      }
      assertThat(header(proxy.takeRequest())).isEqualTo(CREDENTIALS);
      RecordedRequest atTheApi = proxy.takeRequest();
      assertThat(atTheApi.getMethod()).isEqualTo("POST");
      assertThat(header(atTheApi)).isNull();
    }
  }

  private static String header(RecordedRequest request) {
    return request.getHeaders().get("Proxy-Authorization");
  }
}
