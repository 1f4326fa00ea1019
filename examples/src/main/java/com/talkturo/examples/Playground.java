package com.talkturo.examples;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.testing.TalkturoServer;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Where the examples connect: to your account if {@code TALKTURO_API_KEY} is set, otherwise to a
 * {@link TalkturoServer} in this JVM. Your own program needs none of this: it calls {@link
 * TalkturoClient#fromEnv()} or {@link TalkturoClient#builder()}.
 */
final class Playground implements AutoCloseable {
  private final Optional<TalkturoServer> server;
  private final TalkturoClient client;
  private final Deque<String> createdIds = new ConcurrentLinkedDeque<>();

  private Playground(Optional<TalkturoServer> server) {
    this.server = server;
    this.client = server.isPresent() ? builder().build() : TalkturoClient.fromEnv();
  }

  static Playground open() {
    boolean hasKey = setting("talkturo.apiKey", "TALKTURO_API_KEY").isPresent();
    Playground playground =
        new Playground(hasKey ? Optional.empty() : Optional.of(TalkturoServer.start()));
    System.out.println(
        hasKey
            ? "Connected to your account. Assistants made here are deleted at the end."
            : "Connected to an embedded Talkturo. Set TALKTURO_API_KEY to use your account.");
    return playground;
  }

  TalkturoClient client() {
    return client;
  }

  /** A client that goes to the same place, for examples that configure their own. */
  TalkturoClient.Builder builder() {
    TalkturoClient.Builder builder = TalkturoClient.builder();
    if (server.isPresent()) {
      return builder
          .baseUrl(server.get().baseUrl())
          .apiKey(server.get().apiKey())
          .accountSlug(server.get().accountSlug());
    }
    setting("talkturo.apiKey", "TALKTURO_API_KEY").ifPresent(builder::apiKey);
    setting("talkturo.baseUrl", "TALKTURO_BASE_URL").ifPresent(builder::baseUrl);
    setting("talkturo.accountSlug", "TALKTURO_ACCOUNT_SLUG").ifPresent(builder::accountSlug);
    return builder;
  }

  /** The embedded server, for examples that make things go wrong; empty on your account. */
  Optional<TalkturoServer> server() {
    return server;
  }

  /**
   * Numbers that an example may move to a new assistant. On your account they come from {@code
   * TALKTURO_PHONE_NUMBER_IDS} (separated by commas), because a number has one assistant at most:
   * taking just any would take it away from an assistant that serves callers.
   */
  List<String> phoneNumberIds() {
    return server
        .map(TalkturoServer::phoneNumberIds)
        .orElseGet(
            () ->
                setting("talkturo.phoneNumberIds", "TALKTURO_PHONE_NUMBER_IDS")
                    .map(ids -> Arrays.asList(ids.trim().split("\\s*,\\s*")))
                    .orElse(List.of()));
  }

  /** Deletes the assistant when the example ends. */
  Assistant temporary(Assistant created) {
    createdIds.push(created.id());
    return created;
  }

  @Override
  public void close() {
    if (server.isEmpty()) {
      createdIds.forEach(this::delete);
    }
    client.close();
    server.ifPresent(TalkturoServer::close);
  }

  private void delete(String assistantId) {
    try {
      client.assistants().delete(assistantId);
      System.out.println("Deleted " + assistantId + ".");
    } catch (TalkturoException e) {
      System.out.println(
          "Could not delete " + assistantId + "; delete it in the dashboard. " + e.getMessage());
    }
  }

  private static Optional<String> setting(String property, String variable) {
    return Optional.ofNullable(System.getProperty(property))
        .filter(value -> !value.isBlank())
        .or(() -> Optional.ofNullable(System.getenv(variable)))
        .filter(value -> !value.isBlank());
  }
}
