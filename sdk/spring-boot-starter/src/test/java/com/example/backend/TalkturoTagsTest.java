package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.apikeys.UpdateApiKeyRequest;
import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.springboot.TalkturoAutoConfiguration;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Under which tags each operation is timed and observed. */
@Timeout(60)
class TalkturoTagsTest {
  private static final String ID = "asst_no_tag";
  private static final Pattern WORDS_OF_THE_API =
      Pattern.compile("error='.*?', (?=lowCardinality)|, parentObservation=.*", Pattern.DOTALL);

  @RegisterExtension static final TalkturoServerExtension TALKTURO = new TalkturoServerExtension();

  private final TalkturoServer server = TALKTURO.server();
  private final List<Observation.Context> observed = new CopyOnWriteArrayList<>();

  /** By method and path template; most end with an error of the API, which changes neither. */
  private static Map<String, Consumer<TalkturoClient>> operations() {
    String assistant = "/api/assistants/{assistantId}";
    Map<String, Consumer<TalkturoClient>> operations = new TreeMap<>();
    operations.put("POST /api/assistants", c -> c.assistants().create(r -> r.name(ID)));
    operations.put("GET " + assistant, c -> c.assistants().get(ID));
    operations.put("PATCH " + assistant, c -> c.assistants().update(ID, r -> r.temperature(0.5)));
    operations.put(
        "PATCH " + assistant + "/telephony/phone-numbers",
        c -> c.assistants().assignPhoneNumbers(ID, "pn_no_tag"));
    operations.put(
        "GET " + assistant + "/telephony/phone-numbers",
        c -> c.assistants().assignablePhoneNumbers(ID));
    operations.put("DELETE " + assistant, c -> c.assistants().delete(ID));
    operations.put("POST " + assistant + "/clone", c -> c.assistants().clone(ID, "south_no_tag"));
    operations.put(
        "GET " + assistant + "/usage-stats", c -> c.assistants().usageStats(ID, "acc_no_tag"));
    operations.put("GET /api/credits", c -> c.credits().get());
    operations.put("POST /api/credits", c -> c.credits().deduct("acc_no_tag", BigDecimal.ONE));
    operations.put(
        "POST /api/credits/checkout", c -> c.credits().checkout("acc_no_tag", "plan_no_tag"));
    operations.put(
        "POST /api/flow/{flowId}/trigger",
        c -> {
          c.flows()
              .triggerAsync("flow_no_tag", "s3cr3t_no_tag", Map.of())
              .handle((run, failure) -> failure)
              .join();
          c.flows().triggerAndWait("flow_no_tag", "s3cr3t_no_tag", Map.of());
        });
    operations.put("GET /api/api-keys", c -> c.apiKeys().list());
    operations.put("POST /api/api-keys", c -> c.apiKeys().create("name_no_tag"));
    operations.put(
        "PATCH /api/api-keys/{id}",
        c ->
            c.apiKeys()
                .update(UpdateApiKeyRequest.builder().id("key_no_tag").isActive(false).build()));
    operations.put("DELETE /api/api-keys/{id}", c -> c.apiKeys().revoke("key_no_tag"));
    operations.put("GET /api/test-api-key", c -> c.apiKeys().test());
    operations.put("GET /auth/token", c -> c.rooms().createToken(ID));
    return operations;
  }

  private MeterRegistry meters(ObservationRegistry observations) {
    MeterRegistry meters = new SimpleMeterRegistry();
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(TalkturoAutoConfiguration.class))
        .withBean("meters", MeterRegistry.class, () -> meters, d -> d.setDestroyMethodName(""))
        .withBean(ObservationRegistry.class, () -> observations)
        .withPropertyValues(
            "talkturo.api-key=" + server.apiKey(),
            "talkturo.base-url=" + server.baseUrl(),
            "talkturo.account-slug=" + server.accountSlug())
        .run(
            context ->
                operations()
                    .values()
                    .forEach(
                        call -> callWhateverComes(call, context.getBean(TalkturoClient.class))));
    return meters;
  }

  private static void callWhateverComes(Consumer<TalkturoClient> call, TalkturoClient client) {
    try {
      call.accept(client);
    } catch (ApiException refused) {
      assertThat(refused.statusCode()).isBetween(400, 499);
    }
  }

  @Test
  void everyOperationIsTimedUnderItsPathTemplate() {
    MeterRegistry meters = meters(ObservationRegistry.NOOP);
    for (String name : List.of("talkturo.requests", "talkturo.attempts")) {
      assertThat(meters.get(name).timers())
          .extracting(timer -> operation(timer.getId()))
          .containsOnlyOnceElementsOf(operations().keySet());
    }
    assertThat(meters.getMeters())
        .flatExtracting(meter -> meter.getId().getTags())
        .extracting(Tag::getValue)
        .noneMatch(value -> value.contains("no_tag") || value.contains(server.accountSlug()));
  }

  private static String operation(Meter.Id timer) {
    return timer.getTag("method") + " " + timer.getTag("uri");
  }

  private static List<String> spanNames(String kind) {
    return operations().keySet().stream()
        .map(name -> name.split(" "))
        .map(name -> kind + " " + name[0].toLowerCase(Locale.ROOT) + " " + name[1])
        .toList();
  }

  @Test
  void everyOperationIsObservedUnderItsPathTemplate() {
    ObservationRegistry observations = ObservationRegistry.create();
    observations
        .observationConfig()
        .observationHandler(
            new ObservationHandler<>() {
              @Override
              public void onStop(Observation.Context context) {
                observed.add(context);
              }

              @Override
              public boolean supportsContext(Observation.Context context) {
                return true;
              }
            });
    meters(observations);
    assertThat(observed)
        .extracting(Observation.Context::getContextualName)
        .containsAll(spanNames("talkturo"))
        .containsAll(spanNames("http"));
    assertThat(observed)
        .extracting(context -> WORDS_OF_THE_API.matcher(context.toString()).replaceAll(""))
        .allSatisfy(text -> assertThat(text).contains("uri=", "status="))
        .noneMatch(text -> text.contains("no_tag") || text.contains(server.accountSlug()));
  }
}
