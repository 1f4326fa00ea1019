package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations of Telnyx on assistants, and what they want of a body. */
final class TelnyxApi extends VendorApi {
  private static final String ERRORS_PAGE = "https://developers.telnyx.com/docs/overview/errors/";

  private static final Shape.Members PARAMETERS = Shape.object();

  private static final Map<String, Shape> TOOLS = new LinkedHashMap<>();

  static {
    TOOLS.put(
        "webhook",
        Shape.object()
            .requiring(Shape.TEXT, "name", "description", "url")
            .with(Shape.oneOf("GET", "POST", "PUT", "DELETE", "PATCH"), "method")
            .with(Shape.listOf(Shape.object().with(Shape.TEXT, "name", "value")), "headers")
            .with(PARAMETERS, "body_parameters", "path_parameters", "query_parameters"));
    TOOLS.put("hangup", Shape.object().with(Shape.TEXT, "description"));
    TOOLS.put(
        "transfer",
        Shape.object()
            .with(
                Shape.listOf(Shape.object().with(Shape.TEXT, "name").requiring(Shape.TEXT, "to")),
                "targets")
            .with(Shape.TEXT, "from"));
    TOOLS.put(
        "retrieval",
        Shape.object()
            .requiring(Shape.listOf(Shape.TEXT), "bucket_ids")
            .with(Shape.INTEGER, "max_num_results"));
    Shape calendar =
        Shape.object()
            .with(Shape.INTEGER, "event_type_id")
            .with(Shape.TEXT, "api_key_ref", "attendee_name", "attendee_timezone");
    TOOLS.put("book_appointment", calendar);
    TOOLS.put("check_availability", calendar);
  }

  private static final Shape.Members ASSISTANT =
      Shape.object()
          .with(Shape.TEXT, "name", "model", "instructions", "description", "greeting")
          .with(Shape.TEXT, "llm_api_key_ref", "dynamic_variables_webhook_url")
          .with(
              Shape.object().requiring(Shape.TEXT, "voice").with(Shape.TEXT, "api_key_ref"),
              "voice_settings")
          .with(Shape.object().with(Shape.TEXT, "model"), "transcription")
          .with(Shape.object().with(Shape.TEXT, "default_texml_app_id"), "telephony_settings")
          .with(
              Shape.object()
                  .with(Shape.TEXT, "default_messaging_profile_id", "delivery_status_webhook_url"),
              "messaging_settings")
          .with(Shape.object().with(Shape.TEXT, "insight_group_id"), "insight_settings")
          .with(Shape.listOf(Shape.oneOf("telephony", "messaging")), "enabled_features")
          .with(Shape.object(), "dynamic_variables")
          .with(Shape.listOf(TelnyxApi::checkTool), "tools");

  private static final Shape.Members NEW_ASSISTANT = ASSISTANT.butRequiring("name", "instructions");

  private final Router router;

  TelnyxApi(Store store) {
    super(
        store,
        new VendorAssistants(
            store,
            "assistant-",
            Json.resource("telnyx-assistant.json"),
            "id",
            "created_at",
            "import_metadata",
            "related_mission_ids",
            "version_id",
            "version_created_at",
            "promote_to_main",
            "tool_ids"));
    String assistant = "/v2/ai/assistants/{assistant_id}";
    router =
        new Router(TelnyxApi::error, store)
            .route(this::callerOf, "POST", "/v2/ai/assistants", this::create)
            .route(this::callerOf, "GET", "/v2/ai/assistants", this::list)
            .route(this::callerOf, "GET", assistant, this::get)
            .route(this::callerOf, "POST", assistant, this::update)
            .route(this::callerOf, "DELETE", assistant, this::delete);
  }

  @Override
  public Router router() {
    return router;
  }

  @Override
  void endBehaviours() {}

  private Answer create(Incoming incoming) {
    return Answer.json(200, assistants.create(body(incoming, NEW_ASSISTANT)));
  }

  private Answer list(Incoming incoming) {
    ObjectNode answer = Json.object();
    answer.putArray("data").addAll(assistants.all());
    return Answer.json(200, answer);
  }

  private Answer get(Incoming incoming) {
    return Answer.json(200, assistants.of(incoming.id()));
  }

  private Answer update(Incoming incoming) {
    assistants.of(incoming.id());
    return Answer.json(200, assistants.update(incoming.id(), body(incoming, ASSISTANT)));
  }

  private Answer delete(Incoming incoming) {
    assistants.of(incoming.id());
    assistants.remove(incoming.id());
    return Answer.json(
        200,
        Json.object().put("id", incoming.id()).put("object", "assistant").put("deleted", true));
  }

  private static ObjectNode body(Incoming incoming, Shape.Members shape) {
    ObjectNode body;
    try {
      body = incoming.body().tree();
    } catch (ApiError e) {
      throw invalid(Collections.singletonList(new Finding(at("body"), e.text(), "json_invalid")));
    }
    List<Finding> findings = shape.findingsIn(body, at("body"));
    if (!findings.isEmpty()) {
      throw invalid(findings);
    }
    return body;
  }

  private static ApiError invalid(List<Finding> findings) {
    return new ApiError(422, "Validation error", findings);
  }

  private static List<Object> at(String place) {
    return Collections.singletonList(place);
  }

  /** A tool of a known type carries its payload under that name; of others nothing is known. */
  private static void checkTool(JsonNode tool, List<Object> path, List<Finding> findings) {
    List<Finding> own = new ArrayList<>();
    Shape.object().requiring(Shape.TEXT, "type").check(tool, path, own);
    Shape payload = own.isEmpty() ? TOOLS.get(tool.path("type").asText()) : null;
    if (payload != null) {
      Shape.object().requiring(payload, tool.path("type").asText()).check(tool, path, own);
    }
    findings.addAll(own);
  }

  // Errors: FastAPI's form for 422, Telnyx's own for all others.

  private static ObjectNode error(ApiError error) {
    return error.status() == 422 ? detail(error) : errors(error);
  }

  private static ObjectNode detail(ApiError error) {
    List<Finding> findings = error.findings();
    if (findings.isEmpty()) {
      findings = Collections.singletonList(new Finding(at("body"), error.text(), "value_error"));
    }
    ObjectNode body = Json.object();
    ArrayNode detail = body.putArray("detail");
    for (Finding finding : findings) {
      ObjectNode entry = detail.addObject();
      entry.set("loc", Json.treeOf(finding.path()));
      entry.put("msg", finding.message()).put("type", finding.type());
    }
    return body;
  }

  private static ObjectNode errors(ApiError error) {
    ObjectNode body = Json.object();
    String code = code(error.status());
    ObjectNode entry = body.putArray("errors").addObject();
    entry.put("code", code).put("title", title(error.status())).put("detail", error.text());
    entry.putObject("meta").put("url", ERRORS_PAGE + code);
    return body;
  }

  private static String code(int status) {
    switch (status) {
      case 401:
        return "10009";
      case 403:
        return "10010";
      case 404:
        return "10005";
      case 429:
        return "10011";
      default:
        return "10015";
    }
  }

  private static String title(int status) {
    switch (status) {
      case 401:
        return "Authentication failed";
      case 403:
        return "Authorization failed";
      case 404:
        return "Resource not found";
      case 429:
        return "Too many requests";
      default:
        return status < 500 ? "Bad Request" : "Internal Server Error";
    }
  }
}
