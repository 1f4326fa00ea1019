package com.talkturo.calls;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.apikeys.CreateApiKeyRequest;
import com.talkturo.sdk.apikeys.ListApiKeysRequest;
import com.talkturo.sdk.apikeys.RevokeApiKeyRequest;
import com.talkturo.sdk.apikeys.TestApiKeyRequest;
import com.talkturo.sdk.apikeys.UpdateApiKeyRequest;
import com.talkturo.sdk.assistants.AssignPhoneNumbersRequest;
import com.talkturo.sdk.assistants.CloneAssistantRequest;
import com.talkturo.sdk.assistants.CreateAssistantRequest;
import com.talkturo.sdk.assistants.DeleteAssistantRequest;
import com.talkturo.sdk.assistants.GetAssistantRequest;
import com.talkturo.sdk.assistants.GetUsageStatsRequest;
import com.talkturo.sdk.assistants.ListAssignablePhoneNumbersRequest;
import com.talkturo.sdk.assistants.TemplateId;
import com.talkturo.sdk.assistants.UpdateAssistantRequest;
import com.talkturo.sdk.credits.CheckoutRequest;
import com.talkturo.sdk.credits.DeductCreditsRequest;
import com.talkturo.sdk.credits.GetCreditsRequest;
import com.talkturo.sdk.flows.TriggerFlowRequest;
import com.talkturo.sdk.http.ApiRequest;
import com.talkturo.sdk.rooms.CreateRoomTokenRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The operations of the SDK, each with a valid request: every suite walks these. */
public enum Operation implements CalledOperation<TalkturoClient> {
  CREATE(
      "POST",
      "/api/assistants",
      "/api/assistants",
      CreateAssistantRequest.builder()
          .name("Front desk")
          .templateId(TemplateId.INBOUND_SUPPORT)
          .build(),
      c -> c.assistants().create(r -> r.name("Front desk").templateId(TemplateId.INBOUND_SUPPORT)),
      c ->
          c.assistants()
              .createAsync(r -> r.name("Front desk").templateId(TemplateId.INBOUND_SUPPORT))),
  GET(
      "GET",
      "/api/assistants/{assistantId}",
      "/api/assistants/asst_5tq8",
      GetAssistantRequest.builder().assistantId("asst_5tq8").build(),
      c -> c.assistants().get("asst_5tq8"),
      c -> c.assistants().getAsync("asst_5tq8")),
  UPDATE(
      "PATCH",
      "/api/assistants/{assistantId}",
      "/api/assistants/asst_5tq8",
      UpdateAssistantRequest.builder().assistantId("asst_5tq8").temperature(0.2).build(),
      c -> c.assistants().update("asst_5tq8", r -> r.temperature(0.2)),
      c -> c.assistants().updateAsync("asst_5tq8", r -> r.temperature(0.2))),
  ASSIGN_PHONE_NUMBERS(
      "PATCH",
      "/api/assistants/{assistantId}/telephony/phone-numbers",
      "/api/assistants/asst_5tq8/telephony/phone-numbers",
      AssignPhoneNumbersRequest.builder()
          .assistantId("asst_5tq8")
          .phoneNumberIds(List.of("pn_a1", "pn_b2"))
          .build(),
      c -> c.assistants().assignPhoneNumbers("asst_5tq8", "pn_a1", "pn_b2"),
      c -> c.assistants().assignPhoneNumbersAsync("asst_5tq8", "pn_a1", "pn_b2")),
  DELETE(
      "DELETE",
      "/api/assistants/{assistantId}",
      "/api/assistants/asst_5tq8",
      DeleteAssistantRequest.builder().assistantId("asst_5tq8").build(),
      c -> c.assistants().delete("asst_5tq8"),
      c -> c.assistants().deleteAsync("asst_5tq8")),
  CLONE(
      "POST",
      "/api/assistants/{assistantId}/clone",
      "/api/assistants/asst_5tq8/clone",
      CloneAssistantRequest.builder().assistantId("asst_5tq8").targetAccountSlug("south").build(),
      c -> c.assistants().clone("asst_5tq8", "south"),
      c -> c.assistants().cloneAsync("asst_5tq8", "south")),
  USAGE_STATS(
      "GET",
      "/api/assistants/{assistantId}/usage-stats",
      "/api/assistants/asst_5tq8/usage-stats?accountId=0b7f",
      GetUsageStatsRequest.builder().assistantId("asst_5tq8").accountId("0b7f").build(),
      c -> c.assistants().usageStats("asst_5tq8", "0b7f"),
      c -> c.assistants().usageStatsAsync("asst_5tq8", "0b7f")),
  ASSIGNABLE_PHONE_NUMBERS(
      "GET",
      "/api/assistants/{assistantId}/telephony/phone-numbers",
      "/api/assistants/asst_5tq8/telephony/phone-numbers?accountSlug=north-wind",
      ListAssignablePhoneNumbersRequest.builder().assistantId("asst_5tq8").build(),
      c -> c.assistants().assignablePhoneNumbers("asst_5tq8"),
      c -> c.assistants().assignablePhoneNumbersAsync("asst_5tq8")),
  CREDITS(
      "GET",
      "/api/credits",
      "/api/credits",
      GetCreditsRequest.builder().build(),
      c -> c.credits().get(),
      c -> c.credits().getAsync()),
  DEDUCT(
      "POST",
      "/api/credits",
      "/api/credits",
      DeductCreditsRequest.builder().accountId("0b7f").amount(new BigDecimal("1.50")).build(),
      c -> c.credits().deduct("0b7f", new BigDecimal("1.50")),
      c -> c.credits().deductAsync("0b7f", new BigDecimal("1.50"))),
  CHECKOUT(
      "POST",
      "/api/credits/checkout",
      "/api/credits/checkout",
      CheckoutRequest.builder().accountId("0b7f").planId("plan_1").build(),
      c -> c.credits().checkout("0b7f", "plan_1"),
      c -> c.credits().checkoutAsync("0b7f", "plan_1")),
  TRIGGER(
      "POST",
      "/api/flow/{flowId}/trigger",
      "/api/flow/flow_7/trigger",
      TriggerFlowRequest.builder().flowId("flow_7").secret("flow_s3cr3t").build(),
      c -> c.flows().trigger("flow_7", "flow_s3cr3t", Map.of()),
      c -> c.flows().triggerAsync("flow_7", "flow_s3cr3t", Map.of())),
  TRIGGER_AND_WAIT(
      "POST",
      "/api/flow/{flowId}/trigger",
      "/api/flow/flow_7/trigger?sync=true",
      TriggerFlowRequest.builder().flowId("flow_7").secret("flow_s3cr3t").waits(true).build(),
      c -> c.flows().triggerAndWait("flow_7", "flow_s3cr3t", Map.of()),
      c -> c.flows().triggerAndWaitAsync("flow_7", "flow_s3cr3t", Map.of())),
  LIST_API_KEYS(
      "GET",
      "/api/api-keys",
      "/api/api-keys?accountSlug=north-wind",
      ListApiKeysRequest.builder().build(),
      c -> c.apiKeys().list(),
      c -> c.apiKeys().listAsync()),
  CREATE_API_KEY(
      "POST",
      "/api/api-keys",
      "/api/api-keys",
      CreateApiKeyRequest.builder().name("CI").build(),
      c -> c.apiKeys().create("CI"),
      c -> c.apiKeys().createAsync("CI")),
  UPDATE_API_KEY(
      "PATCH",
      "/api/api-keys/{id}",
      "/api/api-keys/key_1",
      UpdateApiKeyRequest.builder().id("key_1").isActive(false).build(),
      c -> c.apiKeys().update(UpdateApiKeyRequest.builder().id("key_1").isActive(false).build()),
      c ->
          c.apiKeys()
              .updateAsync(UpdateApiKeyRequest.builder().id("key_1").isActive(false).build())),
  REVOKE_API_KEY(
      "DELETE",
      "/api/api-keys/{id}",
      "/api/api-keys/key_1",
      RevokeApiKeyRequest.builder().id("key_1").build(),
      c -> c.apiKeys().revoke("key_1"),
      c -> c.apiKeys().revokeAsync("key_1")),
  TEST_API_KEY(
      "GET",
      "/api/test-api-key",
      "/api/test-api-key",
      TestApiKeyRequest.builder().build(),
      c -> c.apiKeys().test(),
      c -> c.apiKeys().testAsync()),
  ROOM_TOKEN(
      "GET",
      "/auth/token",
      "/auth/token?assistant_id=asst_5tq8&account_slug=north-wind",
      CreateRoomTokenRequest.builder().assistantId("asst_5tq8").build(),
      c -> c.rooms().createToken("asst_5tq8"),
      c -> c.rooms().createTokenAsync("asst_5tq8"));

  public final String method;
  public final String pathTemplate;
  public final String path;
  public final ApiRequest<?> request;
  private final Function<TalkturoClient, Object> sync;
  private final Function<TalkturoClient, CompletableFuture<?>> async;

  Operation(
      String method,
      String pathTemplate,
      String path,
      ApiRequest<?> request,
      Function<TalkturoClient, Object> sync,
      Function<TalkturoClient, CompletableFuture<?>> async) {
    this.method = method;
    this.pathTemplate = pathTemplate;
    this.path = path;
    this.request = request;
    this.sync = sync;
    this.async = async;
  }

  /** Whether a repeat does no harm. */
  public boolean isRepeatable() {
    return !(method.equals("POST") || this == ROOM_TOKEN);
  }

  /** The value, or what the SDK threw. */
  public Object call(Mode mode, TalkturoClient client) {
    return mode == Mode.SYNC ? sync.apply(client) : Mode.join(async.apply(client));
  }

  @Override
  public Object call(TalkturoClient client, boolean async) {
    return call(async ? Mode.ASYNC : Mode.SYNC, client);
  }

  @Override
  public boolean isAtMostOnce() {
    return !isRepeatable();
  }

  @Override
  public boolean needsNoResource() {
    return this == ASSIGN_PHONE_NUMBERS
        || this == DELETE
        || this == REVOKE_API_KEY
        || this == TEST_API_KEY;
  }

  /** Whether it is signed with the API key. */
  public boolean usesKey() {
    return !isSigned() && this != ROOM_TOKEN;
  }

  /** Whether it is signed with a flow's secret. */
  public boolean isSigned() {
    return this == TRIGGER || this == TRIGGER_AND_WAIT;
  }

  /** Whether it waits longer for an answer than the client's read timeout. */
  @Override
  public boolean isPatient() {
    return this == TRIGGER_AND_WAIT;
  }

  public boolean hasBody() {
    return method.equals("POST") || method.equals("PATCH");
  }

  public CompletableFuture<?> start(TalkturoClient client) {
    return async.apply(client);
  }
}
