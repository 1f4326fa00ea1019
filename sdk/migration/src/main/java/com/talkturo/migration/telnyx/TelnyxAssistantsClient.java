package com.talkturo.migration.telnyx;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.migration.vendors.VendorRequest;
import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.engine.Transport;
import com.talkturo.sdk.json.Decoder;
import com.talkturo.sdk.json.Kind;
import java.util.List;
import java.util.function.Consumer;

/**
 * The operations on assistants, as {@code telnyx.assistants()}. Safe for use from many threads.
 *
 * <p>Every operation throws {@link com.talkturo.sdk.errors.ApiException} if the API refuses (its
 * subclasses tell why), {@link com.talkturo.sdk.errors.TransportException} if no usable answer
 * arrives in time, {@link com.talkturo.sdk.errors.DecodeException} if the answer cannot be read,
 * and {@link com.talkturo.sdk.errors.InterruptedCallException} if the thread is interrupted. Before
 * anything is sent, it throws {@link IllegalArgumentException} if the request is invalid, such as
 * an id that is blank or would address another path, and {@link IllegalStateException} if the
 * client is closed.
 */
public final class TelnyxAssistantsClient {
  private static final Decoder<TelnyxAssistant> ASSISTANT = Decoder.object(TelnyxAssistant.TABLE);

  static final Endpoint<TelnyxAssistant> CREATE =
      Endpoint.atMostOnce("POST", "/ai/assistants", ASSISTANT);
  static final Endpoint<TelnyxAssistant> GET =
      Endpoint.repeatable("GET", "/ai/assistants/{assistant_id}", ASSISTANT);
  static final Endpoint<List<TelnyxAssistant>> LIST =
      Endpoint.repeatable(
          "GET", "/ai/assistants", Decoder.list("data", Kind.object(TelnyxAssistant.TABLE)));

  /** A partial update: the same fields twice leave the same assistant. */
  static final Endpoint<TelnyxAssistant> UPDATE =
      Endpoint.repeatable("POST", "/ai/assistants/{assistant_id}", ASSISTANT);

  /** An update that makes a version of its own: sent twice, it might make two. */
  static final Endpoint<TelnyxAssistant> UPDATE_AS_VERSION =
      Endpoint.atMostOnce("POST", "/ai/assistants/{assistant_id}", ASSISTANT);

  @SuppressWarnings("NullAway") // Void has no other value than null.
  static final Endpoint<Void> DELETE =
      Endpoint.repeatable(
              "DELETE",
              "/ai/assistants/{assistant_id}",
              Decoder.nothing().withSuccessWord("deleted"))
          .withGone(() -> null);

  private final Transport transport;

  TelnyxAssistantsClient(Transport transport) {
    this.transport = transport;
  }

  /**
   * Creates an assistant.
   *
   * <pre>POST /ai/assistants</pre>
   *
   * <p>Makes at most one assistant, whatever the network does: once the API may have processed the
   * request, the client does not send it again, and the exception's {@code mayHaveTakenEffect()} is
   * {@code true}.
   *
   * @param settings {@code name} and {@code instructions} are required
   */
  public TelnyxAssistant create(TelnyxAssistantSettings settings) {
    Payloads.requireForCreate("name", settings.name());
    Payloads.requireForCreate("instructions", settings.instructions());
    return transport.send(VendorRequest.to(CREATE).with(TelnyxAssistantSettings.TABLE, settings));
  }

  /** Creates an assistant; see {@link #create(TelnyxAssistantSettings)}. */
  public TelnyxAssistant create(Consumer<TelnyxAssistantSettings.Builder> settings) {
    return create(built(settings));
  }

  /**
   * Reads an assistant as it is now.
   *
   * <pre>GET /ai/assistants/{assistant_id}</pre>
   */
  public TelnyxAssistant get(String assistantId) {
    return transport.send(VendorRequest.to(GET, assistantId));
  }

  /**
   * Reads an assistant as it is now, with the dynamic variables of a phone call. Telnyx names the
   * parameters, and does not document what they change in the answer.
   *
   * <pre>GET
   * /ai/assistants/{assistant_id}?fetch_dynamic_variables_from_webhook=&amp;from=&amp;to=&amp;call_control_id=
   * </pre>
   */
  public TelnyxAssistant get(String assistantId, TelnyxGetOptions options) {
    return transport.send(VendorRequest.to(GET, assistantId).with(options.query()));
  }

  /** Reads an assistant; see {@link #get(String, TelnyxGetOptions)}. */
  public TelnyxAssistant get(String assistantId, Consumer<TelnyxGetOptions.Builder> options) {
    TelnyxGetOptions.Builder built = TelnyxGetOptions.builder();
    options.accept(built);
    return get(assistantId, built.build());
  }

  /**
   * Reads all assistants, in the order of the answer. Telnyx documents no paging. The list leaves
   * out an element without an id, with a warning in the log.
   *
   * <pre>GET /ai/assistants</pre>
   */
  public List<TelnyxAssistant> list() {
    return transport.send(VendorRequest.to(LIST));
  }

  /**
   * Changes what the settings set or clear, and returns the assistant as the API sends it back.
   *
   * <pre>POST /ai/assistants/{assistant_id}</pre>
   *
   * <p>Only what is set is sent. A nested object or a list is sent whole; Telnyx does not document
   * whether it replaces the old one or is merged into it.
   *
   * <p>The client sends it again if the answer is lost, because the same fields twice leave the
   * same assistant. With {@code version_name} or {@code promote_to_main} among the additional
   * properties, which newer revisions of the API have, it sends it at most once.
   */
  public TelnyxAssistant update(String assistantId, TelnyxAssistantSettings change) {
    return transport.send(
        VendorRequest.to(endpointOf(change), assistantId)
            .with(TelnyxAssistantSettings.TABLE, change));
  }

  /**
   * Changes what the settings set or clear; see {@link #update(String, TelnyxAssistantSettings)}.
   */
  public TelnyxAssistant update(
      String assistantId, Consumer<TelnyxAssistantSettings.Builder> change) {
    return update(assistantId, built(change));
  }

  /**
   * Deletes an assistant.
   *
   * <pre>DELETE /ai/assistants/{assistant_id}</pre>
   *
   * <p>An answer that says {@code "deleted": false} is an {@link
   * com.talkturo.sdk.errors.ApiException}. A 404 counts as success only if an earlier attempt of
   * the same call may have deleted it.
   */
  public void delete(String assistantId) {
    transport.send(VendorRequest.to(DELETE, assistantId));
  }

  private static Endpoint<TelnyxAssistant> endpointOf(TelnyxAssistantSettings change) {
    boolean makesVersion =
        change.additionalProperties().containsKey("version_name")
            || change.additionalProperties().containsKey("promote_to_main");
    return makesVersion ? UPDATE_AS_VERSION : UPDATE;
  }

  private static TelnyxAssistantSettings built(Consumer<TelnyxAssistantSettings.Builder> change) {
    TelnyxAssistantSettings.Builder settings = TelnyxAssistantSettings.builder();
    change.accept(settings);
    return settings.build();
  }
}
