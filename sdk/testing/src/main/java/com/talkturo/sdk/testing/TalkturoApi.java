package com.talkturo.sdk.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The operations of the API: which there are, what they check and what they answer. */
final class TalkturoApi {
  private final List<Route> routes =
      Collections.unmodifiableList(
          Arrays.asList(
              new Route("POST", "/api/assistants", this::createAssistant),
              new Route("GET", "/api/assistants/{assistantId}", this::getAssistant),
              new Route("PATCH", "/api/assistants/{assistantId}", this::updateAssistant),
              new Route(
                  "PATCH",
                  "/api/assistants/{assistantId}/telephony/phone-numbers",
                  this::assignPhoneNumbers)));

  private final Workspace workspace;

  TalkturoApi(Workspace workspace) {
    this.workspace = workspace;
  }

  private interface Operation {
    Answer answer(Incoming incoming);
  }

  private static final class Route {
    final String method;
    final PathTemplate path;
    final Operation operation;

    Route(String method, String path, Operation operation) {
      this.method = method;
      this.path = new PathTemplate(path);
      this.operation = operation;
    }
  }

  /** An authenticated request with the variables of its path. */
  private static final class Incoming {
    final ReceivedRequest request;
    final List<String> variables;
    final String accountSlug;

    Incoming(ReceivedRequest request, List<String> variables, String accountSlug) {
      this.request = request;
      this.variables = variables;
      this.accountSlug = accountSlug;
    }

    String assistantId() {
      return PathTemplate.decode(variables.get(0));
    }

    ObjectNode body() {
      String contentType = request.header("Content-Type").orElse("none");
      if (!contentType.split(";", 2)[0].trim().equalsIgnoreCase("application/json")) {
        throw ApiError.badRequest("Content-Type must be application/json, not " + contentType);
      }
      JsonNode body;
      try {
        body = Json.parse(request.bodyBytes());
      } catch (JsonProcessingException e) {
        throw ApiError.badRequest("invalid JSON: " + e.getOriginalMessage());
      } catch (IOException e) {
        throw ApiError.badRequest("invalid JSON: " + e.getMessage());
      }
      if (!body.isObject()) {
        throw ApiError.badRequest("the body must be a JSON object");
      }
      return (ObjectNode) body;
    }

    void requireOwnAccount(@Nullable String slug) {
      if (slug != null && !slug.equals(accountSlug)) {
        throw new ApiError(403, "The API key has no access to account " + slug);
      }
    }
  }

  Answer answer(ReceivedRequest request) {
    try {
      return dispatch(request);
    } catch (ApiError e) {
      return e.answer();
    }
  }

  private Answer dispatch(ReceivedRequest request) {
    List<String> path = PathTemplate.split(request.path());
    Set<String> otherMethods = new TreeSet<>();
    for (Route route : routes) {
      List<String> variables = route.path.match(path);
      if (variables == null) {
        continue;
      }
      if (route.method.equals(request.method())) {
        return route.operation.answer(new Incoming(request, variables, authenticate(request)));
      }
      otherMethods.add(route.method);
    }
    if (otherMethods.isEmpty()) {
      throw new ApiError(404, "Not found");
    }
    return new ApiError(405, "Method not allowed")
        .answer()
        .withAddedHeader("Allow", String.join(", ", otherMethods));
  }

  private String authenticate(ReceivedRequest request) {
    String authorization = request.header("Authorization").orElse("");
    String scheme = "Bearer ";
    if (!authorization.regionMatches(true, 0, scheme, 0, scheme.length())) {
      throw new ApiError(401, "Unauthorized");
    }
    String account = workspace.accountOfKey(authorization.substring(scheme.length()).trim());
    if (account == null) {
      throw new ApiError(401, "Invalid API key");
    }
    return account;
  }

  private Answer createAssistant(Incoming incoming) {
    ObjectNode body = incoming.body();
    String slug = requiredText(body, "accountSlug");
    String name = requiredText(body, "name");
    String templateId = optionalText(body, "templateId");
    incoming.requireOwnAccount(slug);
    return assistant(
        workspace.createAssistant(slug, name, templateId == null ? "custom" : templateId));
  }

  private Answer getAssistant(Incoming incoming) {
    return assistant(workspace.assistantOf(incoming.accountSlug, incoming.assistantId()));
  }

  private Answer updateAssistant(Incoming incoming) {
    ObjectNode body = incoming.body();
    incoming.requireOwnAccount(optionalText(body, "accountSlug"));
    workspace.assistantOf(incoming.accountSlug, incoming.assistantId());
    body.remove("accountSlug");
    AttributeRules.check(body);
    return assistant(workspace.updateAssistant(incoming.accountSlug, incoming.assistantId(), body));
  }

  private Answer assignPhoneNumbers(Incoming incoming) {
    ObjectNode body = incoming.body();
    incoming.requireOwnAccount(optionalText(body, "accountSlug"));
    workspace.assistantOf(incoming.accountSlug, incoming.assistantId());
    Set<String> ids = requiredTexts(body, "phoneNumberIds");
    workspace.assignPhoneNumbers(incoming.accountSlug, incoming.assistantId(), ids);
    ObjectNode answer = Json.object().put("success", true);
    return Answer.json(200, answer.put("message", "Phone numbers assigned: " + ids.size()));
  }

  private static Answer assistant(ObjectNode assistant) {
    ObjectNode envelope = Json.object().put("success", true);
    return Answer.json(200, envelope.set("assistant", assistant));
  }

  private static String requiredText(ObjectNode body, String field) {
    String text = optionalText(body, field);
    if (text == null || text.trim().isEmpty()) {
      throw ApiError.badRequest(field + " is required");
    }
    return text;
  }

  private static @Nullable String optionalText(ObjectNode body, String field) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw ApiError.badRequest(field + " must be a string");
    }
    return value.asText();
  }

  private static Set<String> requiredTexts(ObjectNode body, String field) {
    JsonNode values = body.path(field);
    if (values.isMissingNode()) {
      throw ApiError.badRequest(field + " is required");
    }
    if (!values.isArray()) {
      throw ApiError.badRequest(field + " must be an array of strings");
    }
    Set<String> texts = new LinkedHashSet<>();
    for (JsonNode value : values) {
      if (!value.isTextual()) {
        throw ApiError.badRequest(field + " must be an array of strings");
      }
      texts.add(value.asText());
    }
    return texts;
  }
}
