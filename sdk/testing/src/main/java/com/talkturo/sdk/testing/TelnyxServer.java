package com.talkturo.sdk.testing;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Telnyx's API of AI assistants in memory behind a real HTTP socket on 127.0.0.1, for tests of code
 * that moves assistants to Talkturo. It is set up, read and made to fail like {@link
 * TalkturoServer}.
 *
 * <p>It serves, with {@link #apiKey()} as bearer token:
 *
 * <ul>
 *   <li>{@code POST /v2/ai/assistants}, which requires {@code name} and {@code instructions}
 *   <li>{@code GET /v2/ai/assistants}, all of them in {@code data}: Telnyx documents no paging
 *   <li>{@code GET}, {@code POST} (a partial update) and {@code DELETE
 *       /v2/ai/assistants/{assistant_id}}
 * </ul>
 *
 * <p>A body that is not as documented is answered 422 in FastAPI's form, a {@code detail} for each
 * fault whose {@code loc} mixes names and positions; everything else in Telnyx's own, {@code
 * errors} with {@code code}, {@code title} and {@code detail}.
 *
 * <p>Where Telnyx documents nothing, this server had to choose:
 *
 * <ul>
 *   <li>The defaults of what a create leaves out are invented.
 *   <li>A nested object that an update sends replaces the old one; {@link #mergingObjects} changes
 *       that. A list always replaces. A {@code null} is stored.
 *   <li>Members it does not know are kept. {@code promote_to_main} and {@code tool_ids} are
 *       accepted and not answered; {@code id}, {@code created_at} and the other members that only
 *       answers have are ignored.
 *   <li>A tool of a known type must have its documented payload, one of another type only {@code
 *       type}.
 *   <li>The {@code code} of statuses other than 401, 403, 404 and 429 is {@code 10015}.
 * </ul>
 *
 * <p>Safe for use from many threads. The threads of the server end with {@link #close}; until then
 * they keep the JVM alive.
 */
public final class TelnyxServer extends VendorServer {
  private TelnyxServer(Builder builder, TelnyxApi api) throws IOException {
    super(builder, api, "/v2");
  }

  /**
   * Returns a running server on a free port, with one API key and no assistants.
   *
   * @throws UncheckedIOException if no port can be opened
   * @throws IllegalStateException if OkHttp is older than 5
   */
  public static TelnyxServer start() {
    return builder().start();
  }

  /** Returns a builder for a server with a fixed port, TLS, HTTP/2 or a data folder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Settings of a server; the defaults are those of {@link TelnyxServer#start()}. */
  public static final class Builder extends ServerBuilder<TelnyxServer, Builder> {
    private Builder() {
      super("Telnyx", (settings, store) -> new TelnyxServer(settings, new TelnyxApi(store)));
    }
  }
}
