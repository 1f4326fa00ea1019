package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The operations of Flireo (HMS Sovereign) on assistants, and what they want of a body. */
final class FlireoApi extends VendorApi {
  private static final Shape MESSAGES =
      Shape.listOf(
          Shape.object()
              .with(Shape.oneOf("system", "user", "assistant"), "role")
              .with(Shape.TEXT, "content"));

  private static final Shape.Members STT =
      Shape.object()
          .with(Shape.TEXT, "provider", "model", "language", "region")
          .with(Shape.FLAG, "tag_audio_events", "include_timestamps", "code_switching")
          .with(Shape.FLAG, "translation_enabled")
          .with(Shape.NUMBER, "sample_rate", "endpointing")
          .with(Shape.listOf(Shape.TEXT), "keyterms", "languages", "translation_target_languages");

  private static final Shape.Members LLM =
      Shape.object()
          .with(Shape.TEXT, "provider", "model", "voice", "location", "analysis_model")
          .with(Shape.FLAG, "vertexai")
          .with(Shape.between(0, 2), "temperature")
          .with(MESSAGES, "messages")
          .with(Shape.listOf(Shape.object()), "tools");

  private static final Shape.Members TTS =
      Shape.object()
          .with(Shape.TEXT, "provider", "voice_id", "model", "language", "instructions")
          .with(Shape.between(0, 1), "stability", "similarity_boost", "style")
          .with(Shape.NUMBER, "speed")
          .with(Shape.FLAG, "use_speaker_boost");

  private static final Shape.Members ANALYSIS =
      Shape.object()
          .with(
              Shape.object()
                  .with(Shape.FLAG, "enabled")
                  .with(Shape.object(), "schema")
                  .with(MESSAGES, "messages"),
              "structured_data_plan")
          .with(Shape.INTEGER, "min_messages_threshold");

  private static final Shape.Members ASSISTANT =
      Shape.object()
          .with(Shape.TEXT, "name", "business_name", "notification_email", "first_message")
          .with(Shape.TEXT, "voicemail_message", "webhook_url", "webhook_secret")
          .with(Shape.FLAG, "is_active", "autonomous_silence_handling", "voicemail_detection")
          .with(Shape.FLAG, "gdpr_mode")
          .with(Shape.NUMBER, "max_duration_seconds", "silence_timeout_seconds")
          .with(
              Shape.listOf(
                  Shape.oneOf(
                      "assistant-request", "tool-calls", "status-update", "end-of-call-report")),
              "webhook_events")
          .with(ANALYSIS, "analysis_plan")
          .with(STT, "stt_config")
          .with(LLM, "llm_config")
          .with(TTS, "tts_config");

  private static final Shape.Members NEW_ASSISTANT = ASSISTANT.butRequiring("name");

  private final Router router;
  private boolean errorsAreObjects;
  private boolean deletesAreEmpty;

  FlireoApi(Store store) {
    super(
        store,
        new VendorAssistants(
            store, "", Json.resource("flireo-assistant.json"), "id", "created_at", "updated_at"));
    String assistant = "/api/v1/assistants/{id}";
    router =
        new Router(this::error, store)
            .route(this::callerOf, "GET", "/api/v1/assistants", this::list)
            .route(this::callerOf, "POST", "/api/v1/assistants", this::create)
            .route(this::callerOf, "GET", assistant, this::get)
            .route(this::callerOf, "PATCH", assistant, this::update)
            .route(this::callerOf, "DELETE", assistant, this::delete);
  }

  void answerErrorsAsObjects(boolean objects) {
    store().atomically(() -> errorsAreObjects = objects);
  }

  void answerDeletesWithoutBody(boolean empty) {
    store().atomically(() -> deletesAreEmpty = empty);
  }

  @Override
  void endBehaviours() {
    errorsAreObjects = false;
    deletesAreEmpty = false;
  }

  @Override
  public Router router() {
    return router;
  }

  private Answer list(Incoming incoming) {
    ObjectNode answer = Json.object();
    answer.putArray("assistants").addAll(assistants.all());
    return Answer.json(200, answer);
  }

  private Answer create(Incoming incoming) {
    return assistant(201, assistants.create(body(incoming, NEW_ASSISTANT)));
  }

  private Answer get(Incoming incoming) {
    return assistant(200, assistants.of(incoming.id()));
  }

  private Answer update(Incoming incoming) {
    assistants.of(incoming.id());
    return assistant(200, assistants.update(incoming.id(), body(incoming, ASSISTANT)));
  }

  private Answer delete(Incoming incoming) {
    assistants.of(incoming.id());
    assistants.remove(incoming.id());
    return deletesAreEmpty
        ? Answer.EMPTY.withStatus(204)
        : Answer.json(200, Json.object().put("success", true));
  }

  private static Answer assistant(int status, ObjectNode assistant) {
    ObjectNode envelope = Json.object();
    envelope.set("assistant", assistant);
    return Answer.json(status, envelope);
  }

  private static ObjectNode body(Incoming incoming, Shape.Members shape) {
    ObjectNode body = incoming.body().tree();
    List<Finding> findings = shape.findingsIn(body, Collections.emptyList());
    if (!findings.isEmpty()) {
      throw new ApiError(400, describe(findings.get(0)), findings);
    }
    return body;
  }

  private static String describe(Finding finding) {
    return pathOf(finding) + ": " + finding.message();
  }

  private static String pathOf(Finding finding) {
    return finding.path().stream().map(String::valueOf).collect(Collectors.joining("."));
  }

  // Errors: a text in the API page and the vendor's SDK, an object in the pages on errors.

  private ObjectNode error(ApiError error) {
    ObjectNode body = Json.object();
    if (errorsAreObjects) {
      ObjectNode object = body.putObject("error");
      object.put("code", code(error)).put("message", error.text());
      object.put("param", error.findings().isEmpty() ? null : pathOf(error.findings().get(0)));
      object.put("type", type(error.status()));
      return body;
    }
    boolean unauthorized = error.status() == 401;
    body.put("error", unauthorized ? error.text() : type(error.status()));
    body.put("message", unauthorized ? "The API key is missing or unknown" : error.text());
    if (!error.findings().isEmpty()) {
      ArrayNode details = body.putArray("details");
      error.findings().forEach(finding -> details.add(describe(finding)));
    }
    return body;
  }

  private static String code(ApiError error) {
    switch (error.status()) {
      case 401:
        return "unauthorized";
      case 429:
        return "rate_limit_exceeded";
      case 400:
        return !error.findings().isEmpty() && error.findings().get(0).type().equals(Shape.MISSING)
            ? "missing_field"
            : "invalid_request";
      default:
        return type(error.status());
    }
  }

  private static String type(int status) {
    switch (status) {
      case 401:
        return "authentication_error";
      case 403:
        return "forbidden";
      case 404:
        return "not_found";
      case 409:
        return "conflict";
      case 429:
        return "rate_limit_error";
      default:
        return status < 500 ? "invalid_request" : "server_error";
    }
  }
}
