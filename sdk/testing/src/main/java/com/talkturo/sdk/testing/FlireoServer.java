package com.talkturo.sdk.testing;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Flireo's API of assistants, also known as HMS Sovereign and VoiceDock, in memory behind a real
 * HTTP socket on 127.0.0.1, for tests of code that moves assistants to Talkturo. It is set up, read
 * and made to fail like {@link TalkturoServer}.
 *
 * <p>It serves, with {@link #apiKey()} as bearer token:
 *
 * <ul>
 *   <li>{@code GET /api/v1/assistants}, all of them in {@code assistants}: Flireo has no paging
 *   <li>{@code POST /api/v1/assistants}, which requires {@code name} and answers 201
 *   <li>{@code GET}, {@code PATCH} and {@code DELETE /api/v1/assistants/{id}}
 * </ul>
 *
 * <p>Where Flireo documents nothing, or two things, this server had to choose:
 *
 * <ul>
 *   <li>An error is {@code {"error": "...", "message": "..."}}, with {@code details} where the body
 *       has faults; {@link #errorsAsObjects} answers the other documented form.
 *   <li>A delete is answered {@code {"success": true}}; {@link #emptyDeletes} answers 204.
 *   <li>A body that is not as documented is answered 400.
 *   <li>The defaults of what a create leaves out are invented where they are not documented.
 *   <li>A nested object that an update sends replaces the old one; {@link #mergingObjects} changes
 *       that. A list always replaces. A {@code null} is stored.
 *   <li>Members it does not know are kept. {@code id} and times in a body are ignored.
 *   <li>The documented 100 requests a minute are counted when {@link #rateLimit} says so; headers
 *       other than {@code Retry-After} are not sent.
 *   <li>Phone numbers, and the deprecated {@code /api/v1/agents}, are not served.
 * </ul>
 *
 * <p>Safe for use from many threads. The threads of the server end with {@link #close}; until then
 * they keep the JVM alive.
 */
public final class FlireoServer extends VendorServer {
  private final FlireoApi api;

  private FlireoServer(Builder builder, FlireoApi api) throws IOException {
    super(builder, api, "/api/v1");
    this.api = api;
  }

  /**
   * Returns a running server on a free port, with one API key and no assistants.
   *
   * @throws UncheckedIOException if no port can be opened
   * @throws IllegalStateException if OkHttp is older than 5
   */
  public static FlireoServer start() {
    return builder().start();
  }

  /** Returns a builder for a server with a fixed port, TLS, HTTP/2 or a data folder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Settings of a server; the defaults are those of {@link FlireoServer#start()}. */
  public static final class Builder extends ServerBuilder<FlireoServer, Builder> {
    private Builder() {
      super("Flireo", (settings, store) -> new FlireoServer(settings, new FlireoApi(store)));
    }
  }

  /**
   * Answers errors as {@code {"error": {"code", "message", "param", "type"}}}, as Flireo's pages on
   * errors have them.
   */
  public void errorsAsObjects(boolean objects) {
    api.answerErrorsAsObjects(objects);
  }

  /** Answers a delete 204 without a body, as Flireo's table of statuses has it. */
  public void emptyDeletes(boolean empty) {
    api.answerDeletesWithoutBody(empty);
  }
}
