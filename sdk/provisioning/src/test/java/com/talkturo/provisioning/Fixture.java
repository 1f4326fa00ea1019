package com.talkturo.provisioning;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.TemplateId;
import com.talkturo.sdk.testing.TalkturoServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;

/** A server, a client and a store that is initialised. */
final class Fixture implements AutoCloseable {
  final TalkturoServer server = TalkturoServer.start();
  final TalkturoClient talkturo = client(server);
  final StateStore store;
  final TestTime time = new TestTime();

  Fixture(StateStore store) {
    this.store = store;
    provisioner().init();
  }

  Fixture() {
    this(StateStore.jdbc(h2()));
  }

  static TalkturoClient client(TalkturoServer server) {
    return TalkturoClient.builder()
        .baseUrl(server.baseUrl())
        .apiKey(server.apiKey())
        .accountSlug(server.accountSlug())
        .maxRetries(0)
        // The engine holds back itself, by the clock of the test.
        .holdAfterRateLimit(false)
        .build();
  }

  static DataSource h2() {
    return JdbcConnectionPool.create(
        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
  }

  Provisioner provisioner() {
    return provisioner(builder -> builder);
  }

  Provisioner provisioner(UnaryOperator<Provisioner.Builder> change) {
    return change.apply(Provisioner.builder(talkturo).store(store).time(time)).build();
  }

  /** A provisioner to which this happens once, at this step. */
  Provisioner interruptedAt(String where, Runnable meanwhile) {
    AtomicBoolean once = new AtomicBoolean();
    return provisioner(
        builder ->
            builder.probe(
                (step, key) -> {
                  if (step.equals(where) && once.compareAndSet(false, true)) {
                    meanwhile.run();
                  }
                }));
  }

  /** Its creates may still arrive when those of others no longer can. */
  Provisioner provisionerWithLongSettings() {
    return provisioner(
        builder ->
            builder.leaseDuration(Duration.ofMinutes(30)).callTimeout(Duration.ofMinutes(20)));
  }

  static AssistantSpec.Builder desk() {
    return AssistantSpec.builder()
        .name("Front desk")
        .templateId(TemplateId.INBOUND_SUPPORT)
        .systemPrompt("Answer.\nAsk for the order number.")
        .temperature(0.2)
        .voiceId("v-77");
  }

  Map<String, @Nullable Object> live(String id) {
    return server.assistant(id).orElseThrow();
  }

  /** Somebody changes the assistant in the dashboard. */
  void change(String id, String field, Object value) {
    UnaryOperator<com.talkturo.sdk.assistants.UpdateAssistantRequest.Builder> change =
        request -> {
          ManagedField.addTo(request, field, value);
          return request;
        };
    talkturo.assistants().update(id, change::apply);
    server.clearRequests();
  }

  List<String> requests() {
    return server.requests().stream().map(request -> request.method()).toList();
  }

  @Override
  public void close() {
    talkturo.close();
    server.close();
  }
}
