package com.talkturo.sdk.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** The JDK's own HTTP client and an ObjectMapper. */
final class JavaNetContender implements Contender {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String assistants;
  private final ObjectReader reader;
  private final ObjectWriter writer;
  private final UpdatePojo sample = UpdatePojo.sample();

  JavaNetContender(String url) {
    assistants = url + "/api/assistants/";
    ObjectMapper mapper = Mappers.mapperFor(AssistantPojo.Envelope.class);
    reader = mapper.readerFor(AssistantPojo.Envelope.class);
    writer = mapper.writerFor(UpdatePojo.class);
  }

  private HttpRequest newRequest() throws IOException {
    return HttpRequest.newBuilder(URI.create(assistants + Sample.ASSISTANT_ID))
        .header("Authorization", "Bearer " + Sample.API_KEY)
        .header("Accept", "application/json")
        .header("Content-Type", "application/json")
        .method(
            "PATCH",
            HttpRequest.BodyPublishers.ofByteArray(writer.writeValueAsBytes(UpdatePojo.sample())))
        .build();
  }

  private Object read(HttpResponse<byte[]> response) throws IOException {
    if (response.statusCode() != 200) {
      throw new IOException("status " + response.statusCode());
    }
    return decode(response.body());
  }

  @Override
  public Object update() throws Exception {
    return read(http.send(newRequest(), HttpResponse.BodyHandlers.ofByteArray()));
  }

  @Override
  public CompletableFuture<?> updateAsync() {
    try {
      return http.sendAsync(newRequest(), HttpResponse.BodyHandlers.ofByteArray())
          .thenApply(
              response -> {
                try {
                  return read(response);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public byte[] encode() throws IOException {
    return writer.writeValueAsBytes(sample);
  }

  @Override
  public Object decode(byte[] answer) throws IOException {
    return reader.readValue(answer);
  }

  @Override
  public void close() {}
}
