package com.example.backend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.talkturo.sdk.testing.TalkturoServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The JDK's HTTP client, so that nothing of the SDK can hide a mistake of the server. */
final class PlainClient {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final String baseUrl;
  private final String key;

  PlainClient(TalkturoServer server) {
    this(server, server.apiKey());
  }

  PlainClient(TalkturoServer server, String key) {
    this(server.baseUrl(), key);
  }

  PlainClient(String baseUrl, String key) {
    this.baseUrl = baseUrl;
    this.key = key;
  }

  record Reply(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() throws IOException {
      return MAPPER.readTree(body());
    }

    JsonNode assistant() throws IOException {
      return json().path("assistant");
    }

    String error() throws IOException {
      return json().path("error").asText();
    }
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(baseUrl + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", "application/json");
  }

  Reply send(HttpRequest request) throws IOException, InterruptedException {
    return new Reply(http.send(request, HttpResponse.BodyHandlers.ofString()));
  }

  Reply send(String method, String path, String body) throws IOException, InterruptedException {
    return send(request(path).method(method, HttpRequest.BodyPublishers.ofString(body)).build());
  }

  Reply delete(String path) throws IOException, InterruptedException {
    return send(request(path).DELETE().build());
  }

  Reply get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  Reply post(String path, String body) throws IOException, InterruptedException {
    return send("POST", path, body);
  }

  Reply patch(String path, String body) throws IOException, InterruptedException {
    return send("PATCH", path, body);
  }

  Reply create(String name) throws IOException, InterruptedException {
    return post(
        "/api/assistants", "{\"accountSlug\":\"north-wind\",\"name\":\"%s\"}".formatted(name));
  }
}
