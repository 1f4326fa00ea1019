package com.example.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Starts the application against an in-memory Talkturo and uses it over HTTP. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "management.endpoint.health.show-details=always")
@Timeout(60)
class FrontDeskApplicationTest {
  @RegisterExtension static final TalkturoServerExtension TALKTURO = new TalkturoServerExtension();

  @DynamicPropertySource
  static void talkturo(DynamicPropertyRegistry properties) {
    properties.add("talkturo.base-url", () -> TALKTURO.server().baseUrl());
    properties.add("talkturo.api-key", () -> TALKTURO.server().apiKey());
    properties.add("talkturo.account-slug", () -> TALKTURO.server().accountSlug());
  }

  private final HttpClient browser = HttpClient.newHttpClient();

  @LocalServerPort private int port;

  /** Set by the build, so that a profile cannot quietly test the other version. */
  @Test
  void runsWithTheSpringBootThatTheBuildAskedFor() {
    assertThat(SpringBootVersion.getVersion())
        .isEqualTo(System.getProperty("expected.spring-boot"));
  }

  @Test
  void aFrontDeskIsAnAssistant() throws Exception {
    HttpResponse<String> opened =
        send(
            at("/front-desks")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"company\":\"Acme\"}")));
    assertThat(opened.statusCode()).isEqualTo(201);
    assertThat(TALKTURO.server().assistants())
        .singleElement()
        .satisfies(assistant -> assertThat(assistant).containsEntry("name", "Acme front desk"));
    String id = (String) TALKTURO.server().assistants().get(0).get("id");
    assertThat(opened.body()).contains(id);

    TALKTURO.server().enqueue(Fault.rateLimited(Duration.ZERO));
    HttpResponse<String> shown = send(at("/front-desks/" + id));
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body()).contains("Acme front desk");
  }

  @Test
  void anUnknownFrontDeskIsNotFound() throws Exception {
    assertThat(send(at("/front-desks/asst_none")).statusCode()).isEqualTo(404);
  }

  @Test
  void theActuatorShowsTheTimers() throws Exception {
    send(at("/front-desks/asst_none"));
    HttpResponse<String> metric = send(at("/actuator/metrics/talkturo.requests"));
    assertThat(metric.statusCode()).isEqualTo(200);
    assertThat(metric.body()).contains("/api/assistants/{assistantId}").doesNotContain("asst_none");
  }

  @Test
  void theActuatorShowsHowTheLatestRequestEnded() throws Exception {
    send(at("/front-desks/asst_none"));
    HttpResponse<String> up = send(at("/actuator/health/talkturo"));
    assertThat(up.statusCode()).isEqualTo(200);
    assertThat(up.body())
        .contains("\"UP\"", "/api/assistants/{assistantId}", "404")
        .doesNotContain("asst_none");

    TALKTURO.server().revokeApiKey(TALKTURO.server().apiKey());
    send(at("/front-desks/asst_none"));
    HttpResponse<String> down = send(at("/actuator/health"));
    assertThat(down.statusCode()).isEqualTo(503);
    assertThat(down.body())
        .contains("\"talkturo\"", "\"DOWN\"", "401", "AuthenticationException")
        .doesNotContain(TALKTURO.server().apiKey());
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
