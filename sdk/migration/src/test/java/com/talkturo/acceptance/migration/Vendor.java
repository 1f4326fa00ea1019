package com.talkturo.acceptance.migration;

import com.talkturo.migration.flireo.FlireoAssistant;
import com.talkturo.migration.flireo.FlireoClient;
import com.talkturo.migration.telnyx.TelnyxAssistant;
import com.talkturo.migration.telnyx.TelnyxClient;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.FlireoServer;
import com.talkturo.sdk.testing.ReceivedRequest;
import com.talkturo.sdk.testing.TelnyxServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Both vendors in one form, for what holds for either. */
enum Vendor {
  TELNYX("/v2/ai/assistants", "/v2/ai/assistants/{assistant_id}", "POST") {
    @Override
    Session open() {
      return new Telnyx();
    }
  },
  FLIREO("/api/v1/assistants", "/api/v1/assistants/{id}", "PATCH") {
    @Override
    Session open() {
      return new Flireo();
    }
  };

  static final Duration READ_TIMEOUT = Duration.ofMillis(700);

  final String collection;
  final String item;
  final String updateMethod;

  Vendor(String collection, String item, String updateMethod) {
    this.collection = collection;
    this.item = item;
    this.updateMethod = updateMethod;
  }

  abstract Session open();

  String fixture() {
    return Json.fixture(name().toLowerCase(java.util.Locale.ROOT) + "/full");
  }

  /** A server of the vendor with a client at it. */
  interface Session extends AutoCloseable {
    /** Creates one of this name, and returns its id. */
    String create(String name);

    /** Creates one from the writable part of a read one. */
    String createLike(String id);

    Map<String, Object> get(String id);

    List<String> list();

    String update(String id, String name);

    void delete(String id);

    void enqueue(Fault... faults);

    void respondAlways(Fault fault);

    List<ReceivedRequest> requests();

    void clearRequests();

    List<Map<String, Object>> stored();

    String add(Map<String, Object> assistant);

    String apiKey();

    /** All that could be printed of an assistant. */
    String printed(String id);

    @Override
    void close();
  }

  private static final class Telnyx implements Session {
    private final TelnyxServer server = TelnyxServer.start();
    private final TelnyxClient client =
        TelnyxClient.builder()
            .apiKey(server.apiKey())
            .baseUrl(server.baseUrl())
            .readTimeout(READ_TIMEOUT)
            .build();

    @Override
    public String create(String name) {
      return client.assistants().create(s -> s.name(name).instructions("Answer.")).id();
    }

    @Override
    public String createLike(String id) {
      return client.assistants().create(client.assistants().get(id).toSettings()).id();
    }

    @Override
    public Map<String, Object> get(String id) {
      return client.assistants().get(id).toTree();
    }

    @Override
    public List<String> list() {
      return client.assistants().list().stream().map(TelnyxAssistant::id).toList();
    }

    @Override
    public String update(String id, String name) {
      return client.assistants().update(id, s -> s.name(name)).name().orElse("");
    }

    @Override
    public void delete(String id) {
      client.assistants().delete(id);
    }

    @Override
    public void enqueue(Fault... faults) {
      server.enqueue(faults);
    }

    @Override
    public void respondAlways(Fault fault) {
      server.respondAlways(fault);
    }

    @Override
    public List<ReceivedRequest> requests() {
      return server.requests();
    }

    @Override
    public void clearRequests() {
      server.clearRequests();
    }

    @Override
    public List<Map<String, Object>> stored() {
      return server.assistants();
    }

    @Override
    public String add(Map<String, Object> assistant) {
      return server.addAssistant(assistant);
    }

    @Override
    public String apiKey() {
      return server.apiKey();
    }

    @Override
    public String printed(String id) {
      TelnyxAssistant assistant = client.assistants().get(id);
      return assistant + " " + assistant.toSettings() + " " + client + " " + assistant.tools();
    }

    @Override
    public void close() {
      client.close();
      server.close();
    }
  }

  private static final class Flireo implements Session {
    private final FlireoServer server = FlireoServer.start();
    private final FlireoClient client =
        FlireoClient.builder()
            .apiKey(server.apiKey())
            .baseUrl(server.baseUrl())
            .readTimeout(READ_TIMEOUT)
            .build();

    @Override
    public String create(String name) {
      return client.assistants().create(s -> s.name(name)).id();
    }

    @Override
    public String createLike(String id) {
      return client.assistants().create(client.assistants().get(id).toSettings()).id();
    }

    @Override
    public Map<String, Object> get(String id) {
      return client.assistants().get(id).toTree();
    }

    @Override
    public List<String> list() {
      return client.assistants().list().stream().map(FlireoAssistant::id).toList();
    }

    @Override
    public String update(String id, String name) {
      return client.assistants().update(id, s -> s.name(name)).name().orElse("");
    }

    @Override
    public void delete(String id) {
      client.assistants().delete(id);
    }

    @Override
    public void enqueue(Fault... faults) {
      server.enqueue(faults);
    }

    @Override
    public void respondAlways(Fault fault) {
      server.respondAlways(fault);
    }

    @Override
    public List<ReceivedRequest> requests() {
      return server.requests();
    }

    @Override
    public void clearRequests() {
      server.clearRequests();
    }

    @Override
    public List<Map<String, Object>> stored() {
      return server.assistants();
    }

    @Override
    public String add(Map<String, Object> assistant) {
      return server.addAssistant(assistant);
    }

    @Override
    public String apiKey() {
      return server.apiKey();
    }

    @Override
    public String printed(String id) {
      FlireoAssistant assistant = client.assistants().get(id);
      return assistant + " " + assistant.toSettings() + " " + client + " " + assistant.llmConfig();
    }

    @Override
    public void close() {
      client.close();
      server.close();
    }
  }
}
