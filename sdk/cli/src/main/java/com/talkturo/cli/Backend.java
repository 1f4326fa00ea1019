package com.talkturo.cli;

import com.talkturo.provisioning.files.Declared;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.testing.TalkturoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.OkHttpClient;

/** The API that an environment talks to, and where the state of its keys is kept. */
final class Backend implements AutoCloseable {
  /** The state belongs to a base URL, and the embedded server has another port each time. */
  private static final String EMBEDDED_URL = "http://localhost";

  private static final String EMBEDDED_FOLDER = ".embedded";

  private final TalkturoClient client;
  private final String accountSlug;
  private final Path stateFolder;
  private final boolean isEmbedded;
  private final AutoCloseable server;

  private Backend(
      TalkturoClient client,
      String accountSlug,
      Path stateFolder,
      boolean isEmbedded,
      AutoCloseable server) {
    this.client = client;
    this.accountSlug = accountSlug;
    this.stateFolder = stateFolder;
    this.isEmbedded = isEmbedded;
    this.server = server;
  }

  static Backend of(Declared declared, Terminal terminal, Progress progress) {
    String file = "environments/" + declared.environment() + ".yaml";
    String account =
        declared
            .accountSlug()
            .orElseThrow(
                () ->
                    new RefusedException(
                        file
                            + ": account is missing; write account: and the slug from the"
                            + " dashboard's URL"));
    String key = terminal.variable(declared.apiKeyVariable());
    if (key == null || key.isBlank()) {
      throw new RefusedException(
          "environment variable "
              + declared.apiKeyVariable()
              + " is not set; it holds the API key of environment "
              + declared.environment());
    }
    TalkturoClient.Builder client =
        TalkturoClient.builder()
            .apiKey(key.trim())
            .accountSlug(account)
            .applicationName("talkturo-cli")
            .listener(progress);
    declared.baseUrl().ifPresent(client::baseUrl);
    try {
      return new Backend(client.build(), account, declared.stateFolder(), false, () -> {});
    } catch (IllegalArgumentException e) {
      throw new RefusedException(file + ": " + e.getMessage());
    }
  }

  static Backend embedded(Path folder, String environment, Progress progress) {
    Path own = folder.resolve(EMBEDDED_FOLDER).resolve(environment);
    TalkturoServer server;
    try {
      Files.createDirectories(own);
      server = TalkturoServer.builder().dataFolder(own.resolve("server")).start();
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw new RefusedException("the embedded server cannot start: " + e.getMessage());
    }
    URI running = URI.create(server.baseUrl());
    OkHttpClient http =
        new OkHttpClient.Builder()
            .socketFactory(
                new FixedAddressSockets(
                    new InetSocketAddress(running.getHost(), running.getPort())))
            .build();
    TalkturoClient client =
        TalkturoClient.builder()
            .baseUrl(EMBEDDED_URL)
            .apiKey(server.apiKey())
            .accountSlug(server.accountSlug())
            .okHttpClient(http)
            .listener(progress)
            .build();
    return new Backend(
        client,
        server.accountSlug(),
        own.resolve("state"),
        true,
        () -> {
          http.dispatcher().executorService().shutdown();
          http.connectionPool().evictAll();
          server.close();
        });
  }

  TalkturoClient client() {
    return client;
  }

  String accountSlug() {
    return accountSlug;
  }

  Path stateFolder() {
    return stateFolder;
  }

  boolean isEmbedded() {
    return isEmbedded;
  }

  @Override
  public void close() {
    client.close();
    try {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException("the embedded server cannot stop", e);
    }
  }
}
