package com.talkturo.calls;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.AssignPhoneNumbersRequest;
import com.talkturo.sdk.assistants.CreateAssistantRequest;
import com.talkturo.sdk.assistants.GetAssistantRequest;
import com.talkturo.sdk.assistants.TemplateId;
import com.talkturo.sdk.assistants.UpdateAssistantRequest;
import com.talkturo.sdk.http.ApiRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The operations of the SDK, each with a valid request: every suite walks these. */
public enum Operation {
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
      c -> c.assistants().assignPhoneNumbersAsync("asst_5tq8", "pn_a1", "pn_b2"));

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
    return this != CREATE;
  }

  /** The value, or what the SDK threw. */
  public Object call(Mode mode, TalkturoClient client) {
    return mode == Mode.SYNC ? sync.apply(client) : Mode.join(async.apply(client));
  }

  public Object call(TalkturoClient client, boolean async) {
    return call(async ? Mode.ASYNC : Mode.SYNC, client);
  }

  public CompletableFuture<?> start(TalkturoClient client) {
    return async.apply(client);
  }
}
