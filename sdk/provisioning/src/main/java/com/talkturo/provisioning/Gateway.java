package com.talkturo.provisioning;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.AssignPhoneNumbersRequest;
import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.assistants.CreateAssistantRequest;
import com.talkturo.sdk.assistants.TemplateId;
import com.talkturo.sdk.assistants.UpdateAssistantRequest;
import com.talkturo.sdk.http.ApiRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every request of the engine, and nothing but requests. */
final class Gateway {
  private final TalkturoClient talkturo;
  private final Probe probe;
  private final AtomicLong requests = new AtomicLong();

  Gateway(TalkturoClient talkturo, Duration callTimeout, Optional<String> account, Probe probe) {
    this.talkturo =
        talkturo.withOptions(
            options -> {
              options.timeout(callTimeout);
              account.ifPresent(options::accountSlug);
            });
    this.probe = probe;
  }

  /** A number that an assistant has or may get. */
  record PhoneNumber(String id, String number, Optional<String> assistantId) {}

  /** How many requests were made, retries inside the client not counted. */
  long requests() {
    return requests.get();
  }

  /** Where the API is: the client tells nothing else of its configuration. */
  static String baseUrlOf(TalkturoClient talkturo) {
    return talkturo.toString().replaceFirst("^TalkturoClient\\{baseUrl=(.*)}$", "$1");
  }

  private <T> T step(String step, String key, Runnable ready, Supplier<T> request) {
    probe.at(step, key);
    ready.run();
    requests.incrementAndGet();
    try {
      return request.get();
    } finally {
      probe.at(step + " answered", key);
    }
  }

  /** A request that only reads may be sent at any time. */
  private static void always() {}

  /**
   * Creates an assistant.
   *
   * @param ready runs right before the request is sent, and keeps it from being sent by throwing
   */
  Assistant create(String key, String name, Optional<TemplateId> templateId, Runnable ready) {
    CreateAssistantRequest.Builder request = CreateAssistantRequest.builder().name(name);
    templateId.ifPresent(request::templateId);
    CreateAssistantRequest built = request.build();
    // An interrupt would close the socket, and the create be left for a person to resolve.
    return step(
        "POST",
        key,
        ready,
        () -> Uninterrupted.get(talkturo.assistants().createAsync(built), () -> {}));
  }

  /**
   * The live assistant by JSON names, as it came: a field that is {@code null} is not one that is
   * absent, which the typed answer would not tell.
   */
  @SuppressWarnings("unchecked")
  Map<String, @Nullable Object> get(String key, String assistantId) {
    ApiRequest<Map<String, @Nullable Object>> request =
        (ApiRequest<Map<String, @Nullable Object>>)
            (ApiRequest<?>)
                ApiRequest.builder("GET", "/api/assistants/{assistantId}")
                    .path("assistantId", assistantId)
                    .envelope("assistant")
                    .returning(Map.class);
    return step("GET", key, Gateway::always, () -> talkturo.exchange(request).body());
  }

  Assistant update(
      String key, String assistantId, Map<String, @Nullable Object> fields, Runnable ready) {
    UpdateAssistantRequest.Builder request =
        UpdateAssistantRequest.builder().assistantId(assistantId);
    fields.forEach((name, value) -> ManagedField.addTo(request, name, value));
    UpdateAssistantRequest built = request.build();
    return step("PATCH", key, ready, () -> talkturo.assistants().update(built));
  }

  void assign(String key, String assistantId, Collection<String> phoneNumberIds, Runnable ready) {
    AssignPhoneNumbersRequest.Builder request =
        AssignPhoneNumbersRequest.builder().assistantId(assistantId);
    if (phoneNumberIds.isEmpty()) {
      request.unassignAllPhoneNumbers();
    } else {
      request.phoneNumberIds(phoneNumberIds);
    }
    AssignPhoneNumbersRequest built = request.build();
    step("ASSIGN", key, ready, () -> talkturo.assistants().assignPhoneNumbers(built));
  }

  void delete(String key, String assistantId, Runnable ready) {
    step("DELETE", key, ready, () -> talkturo.assistants().delete(assistantId));
  }

  List<PhoneNumber> phoneNumbers(String key, String assistantId) {
    return step(
            "NUMBERS",
            key,
            Gateway::always,
            () -> talkturo.assistants().assignablePhoneNumbers(assistantId))
        .numbers()
        .stream()
        .map(
            number ->
                new PhoneNumber(number.id(), number.phoneNumber().orElse(""), number.assistantId()))
        .toList();
  }
}
