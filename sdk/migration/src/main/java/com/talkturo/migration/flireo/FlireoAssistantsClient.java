package com.talkturo.migration.flireo;

import com.talkturo.migration.vendors.Payloads;
import com.talkturo.migration.vendors.VendorRequest;
import com.talkturo.sdk.engine.Endpoint;
import com.talkturo.sdk.engine.Transport;
import com.talkturo.sdk.json.Decoder;
import com.talkturo.sdk.json.Kind;
import java.util.List;
import java.util.function.Consumer;

/**
 * The operations on assistants, as {@code flireo.assistants()}. Safe for use from many threads.
 *
 * <p>Every operation throws {@link com.talkturo.sdk.errors.ApiException} if the API refuses (its
 * subclasses tell why), {@link com.talkturo.sdk.errors.TransportException} if no usable answer
 * arrives in time, {@link com.talkturo.sdk.errors.DecodeException} if the answer cannot be read,
 * and {@link com.talkturo.sdk.errors.InterruptedCallException} if the thread is interrupted. Before
 * anything is sent, it throws {@link IllegalArgumentException} if the request is invalid, such as
 * an id that is blank or would address another path, and {@link IllegalStateException} if the
 * client is closed.
 */
public final class FlireoAssistantsClient {
  private static final Decoder<FlireoAssistant> ASSISTANT =
      Decoder.object("assistant", FlireoAssistant.TABLE);

  static final Endpoint<FlireoAssistant> CREATE =
      Endpoint.atMostOnce("POST", "/assistants", ASSISTANT);
  static final Endpoint<FlireoAssistant> GET =
      Endpoint.repeatable("GET", "/assistants/{id}", ASSISTANT);
  static final Endpoint<List<FlireoAssistant>> LIST =
      Endpoint.repeatable(
          "GET", "/assistants", Decoder.list("assistants", Kind.object(FlireoAssistant.TABLE)));
  static final Endpoint<FlireoAssistant> UPDATE =
      Endpoint.repeatable("PATCH", "/assistants/{id}", ASSISTANT);

  @SuppressWarnings("NullAway") // Void has no other value than null.
  static final Endpoint<Void> DELETE =
      Endpoint.repeatable("DELETE", "/assistants/{id}", Decoder.nothing()).withGone(() -> null);

  private final Transport transport;

  FlireoAssistantsClient(Transport transport) {
    this.transport = transport;
  }

  /**
   * Creates an assistant.
   *
   * <pre>POST /assistants</pre>
   *
   * <p>Makes at most one assistant, whatever the network does: once the API may have processed the
   * request, the client does not send it again, and the exception's {@code mayHaveTakenEffect()} is
   * {@code true}.
   *
   * @param settings {@code name} is required
   */
  public FlireoAssistant create(FlireoAssistantSettings settings) {
    Payloads.requireForCreate("name", settings.name());
    return transport.send(VendorRequest.to(CREATE).with(FlireoAssistantSettings.TABLE, settings));
  }

  /** Creates an assistant; see {@link #create(FlireoAssistantSettings)}. */
  public FlireoAssistant create(Consumer<FlireoAssistantSettings.Builder> settings) {
    return create(built(settings));
  }

  /**
   * Reads an assistant as it is now.
   *
   * <pre>GET /assistants/{id}</pre>
   */
  public FlireoAssistant get(String assistantId) {
    return transport.send(VendorRequest.to(GET, assistantId));
  }

  /**
   * Reads all assistants, in the order of the answer. Flireo has no paging. The list leaves out an
   * element without an id, with a warning in the log.
   *
   * <pre>GET /assistants</pre>
   */
  public List<FlireoAssistant> list() {
    return transport.send(VendorRequest.to(LIST));
  }

  /**
   * Changes what the settings set or clear, and returns the assistant as the API sends it back.
   *
   * <pre>PATCH /assistants/{id}</pre>
   *
   * <p>Only what is set is sent. A nested object or a list is sent whole; Flireo does not document
   * whether it replaces the old one or is merged into it.
   */
  public FlireoAssistant update(String assistantId, FlireoAssistantSettings change) {
    return transport.send(
        VendorRequest.to(UPDATE, assistantId).with(FlireoAssistantSettings.TABLE, change));
  }

  /**
   * Changes what the settings set or clear; see {@link #update(String, FlireoAssistantSettings)}.
   */
  public FlireoAssistant update(
      String assistantId, Consumer<FlireoAssistantSettings.Builder> change) {
    return update(assistantId, built(change));
  }

  /**
   * Deletes an assistant.
   *
   * <pre>DELETE /assistants/{id}</pre>
   *
   * <p>Its phone numbers are left without an assistant. Both documented answers count as success:
   * 204 without a body, and {@code {"success": true}}. A 404 counts as success only if an earlier
   * attempt of the same call may have deleted it.
   */
  public void delete(String assistantId) {
    transport.send(VendorRequest.to(DELETE, assistantId));
  }

  private static FlireoAssistantSettings built(Consumer<FlireoAssistantSettings.Builder> change) {
    FlireoAssistantSettings.Builder settings = FlireoAssistantSettings.builder();
    change.accept(settings);
    return settings.build();
  }
}
