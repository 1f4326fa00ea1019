package com.talkturo.acceptance.migration;

import com.talkturo.calls.ClientKind;
import com.talkturo.calls.Limits;
import com.talkturo.migration.client.VendorClientBuilder;
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
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;

/** Both vendors in one form, for what holds for either. */
enum Vendor implements ClientKind<Vendor.Client> {
  TELNYX {
    @Override
    Session open() {
      return new TelnyxSession(TelnyxServer.start());
    }

    @Override
    Client open(Consumer<VendorClientBuilder<?, ?>> options) {
      TelnyxClient.Builder client = TelnyxClient.builder().apiKey("key_of_the_test");
      options.accept(client);
      return new TelnyxCalls(client.build());
    }
  },
  FLIREO {
    @Override
    Session open() {
      return new FlireoSession(FlireoServer.start());
    }

    @Override
    Client open(Consumer<VendorClientBuilder<?, ?>> options) {
      FlireoClient.Builder client = FlireoClient.builder().apiKey("key_of_the_test");
      options.accept(client);
      return new FlireoCalls(client.build());
    }
  };

  static final Duration READ_TIMEOUT = Duration.ofMillis(700);

  abstract Session open();

  abstract Client open(Consumer<VendorClientBuilder<?, ?>> options);

  @Override
  public void read(Client client, boolean async) {
    client.get("asst_1");
  }

  @Override
  public Client open(String baseUrl, Limits limits, OkHttpClient users) {
    return open(
        client -> {
          client
              .baseUrl(baseUrl)
              .timeout(limits.timeout())
              .connectTimeout(limits.connectTimeout())
              .readTimeout(limits.readTimeout())
              .maxResponseBytes(limits.maxResponseBytes());
          if (users != null) {
            client.okHttpClient(users);
          }
        });
  }

  String fixture() {
    return Json.fixture(name().toLowerCase(Locale.ROOT) + "/full");
  }

  /** A client of the vendor. */
  interface Client extends AutoCloseable {
    /** Creates one of this name, and returns its id. */
    String create(String name);

    /** Creates one from the writable part of a read one. */
    String createLike(String id);

    Map<String, Object> get(String id);

    List<String> list();

    String update(String id, String name);

    void delete(String id);

    /** All that could be printed of an assistant. */
    String printed(String id);

    @Override
    void close();
  }

  /** A server of the vendor with a client at it. */
  interface Session extends Client {
    void enqueue(Fault... faults);

    void respondAlways(Fault fault);

    List<ReceivedRequest> requests();

    void clearRequests();

    List<Map<String, Object>> stored();

    String add(Map<String, Object> assistant);

    String apiKey();
  }

  private static class TelnyxCalls implements Client {
    private final TelnyxClient client;

    TelnyxCalls(TelnyxClient client) {
      this.client = client;
    }

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
    public String printed(String id) {
      TelnyxAssistant assistant = client.assistants().get(id);
      return assistant + " " + assistant.toSettings() + " " + client + " " + assistant.tools();
    }

    @Override
    public void close() {
      client.close();
    }
  }

  private static final class TelnyxSession extends TelnyxCalls implements Session {
    private final TelnyxServer server;

    TelnyxSession(TelnyxServer server) {
      super(
          TelnyxClient.builder()
              .apiKey(server.apiKey())
              .baseUrl(server.baseUrl())
              .readTimeout(READ_TIMEOUT)
              .build());
      this.server = server;
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
    public void close() {
      super.close();
      server.close();
    }
  }

  private static class FlireoCalls implements Client {
    private final FlireoClient client;

    FlireoCalls(FlireoClient client) {
      this.client = client;
    }

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
    public String printed(String id) {
      FlireoAssistant assistant = client.assistants().get(id);
      return assistant + " " + assistant.toSettings() + " " + client + " " + assistant.llmConfig();
    }

    @Override
    public void close() {
      client.close();
    }
  }

  private static final class FlireoSession extends FlireoCalls implements Session {
    private final FlireoServer server;

    FlireoSession(FlireoServer server) {
      super(
          FlireoClient.builder()
              .apiKey(server.apiKey())
              .baseUrl(server.baseUrl())
              .readTimeout(READ_TIMEOUT)
              .build());
      this.server = server;
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
    public void close() {
      super.close();
      server.close();
    }
  }
}
