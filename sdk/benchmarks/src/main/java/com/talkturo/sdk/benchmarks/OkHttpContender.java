package com.talkturo.sdk.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The call that a careful engineer writes with OkHttp; how JSON is made of it is left open. */
abstract class OkHttpContender implements Contender {
  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient http;
  private final String assistants;

  OkHttpContender(String url, int connections, Duration deadline) {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(connections);
    dispatcher.setMaxRequestsPerHost(connections);
    http =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(connections, 5, TimeUnit.MINUTES))
            .callTimeout(deadline)
            .build();
    assistants = url + "/api/assistants/";
  }

  /** The JSON of an update that is built for this call. */
  abstract byte[] newBody() throws IOException;

  private Call newCall() throws IOException {
    return http.newCall(
        new Request.Builder()
            .url(assistants + Sample.ASSISTANT_ID)
            .header("Authorization", "Bearer " + Sample.API_KEY)
            .header("Accept", "application/json")
            .header("User-Agent", "my-service/1.0")
            .patch(RequestBody.create(newBody(), JSON))
            .build());
  }

  private Object read(Response response) throws IOException {
    if (!response.isSuccessful()) {
      throw new IOException("status " + response.code());
    }
    return decode(response.body().bytes());
  }

  @Override
  public abstract Object decode(byte[] answer) throws IOException;

  @Override
  public final Object update() throws IOException {
    try (Response response = newCall().execute()) {
      return read(response);
    }
  }

  @Override
  public final CompletableFuture<?> updateAsync() {
    CompletableFuture<Object> future = new CompletableFuture<>();
    try {
      newCall().enqueue(new Completion(future));
    } catch (IOException e) {
      future.completeExceptionally(e);
    }
    return future;
  }

  @Override
  public final void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  private final class Completion implements Callback {
    private final CompletableFuture<Object> future;

    Completion(CompletableFuture<Object> future) {
      this.future = future;
    }

    @Override
    public void onResponse(Call call, Response response) {
      try (Response open = response) {
        future.complete(read(open));
      } catch (Exception e) {
        future.completeExceptionally(e);
      }
    }

    @Override
    public void onFailure(Call call, IOException e) {
      future.completeExceptionally(e);
    }
  }
}
