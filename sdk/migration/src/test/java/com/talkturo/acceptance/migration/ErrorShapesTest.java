package com.talkturo.acceptance.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.errors.AuthenticationException;
import com.talkturo.sdk.errors.BadRequestException;
import com.talkturo.sdk.errors.NotFoundException;
import com.talkturo.sdk.errors.RateLimitException;
import com.talkturo.sdk.errors.UnprocessableEntityException;
import com.talkturo.sdk.testing.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorShapesTest extends BothVendors {
  ErrorShapesTest() {
    super(0);
  }

  @Test
  void telnyxErrorsHaveTheirText() {
    NotFoundException missing =
        catchThrowableOfType(NotFoundException.class, () -> telnyx.assistants().get("none"));
    assertThat(missing.errorText()).contains("Assistant not found");
    assertThat(missing.details().toString()).contains("10005");

    telnyxServer.revokeApiKey(telnyxServer.apiKey());
    AuthenticationException refused =
        catchThrowableOfType(AuthenticationException.class, () -> telnyx.assistants().list());
    assertThat(refused.errorText()).contains("Invalid API key");
  }

  @Test
  void telnyxPointersAreDetails() {
    telnyxServer.enqueue(
        Fault.status(400)
            .json(
                Map.of(
                    "errors",
                    List.of(
                        Map.of(
                            "code", "10004",
                            "title", "Missing parameter",
                            "detail", "The parameter name is missing",
                            "source", Map.of("pointer", "/name"))))));

    BadRequestException refused =
        catchThrowableOfType(BadRequestException.class, () -> telnyx.assistants().list());

    assertThat(refused.errorText()).contains("The parameter name is missing");
    assertThat(refused.details()).containsEntry("/name", "The parameter name is missing");
  }

  @Test
  void telnyxPathsOfAnInvalidBodyAreDetailsNumbersIncluded() {
    UnprocessableEntityException refused =
        catchThrowableOfType(
            UnprocessableEntityException.class,
            () ->
                telnyx
                    .assistants()
                    .create(
                        s ->
                            s.name("Desk")
                                .instructions("Answer.")
                                .tools(
                                    List.of(
                                        com.talkturo.migration.telnyx.TelnyxTool.of(
                                            com.talkturo.migration.telnyx.HangupTool.builder()
                                                .build()),
                                        com.talkturo.migration.telnyx.TelnyxTool.builder()
                                            .type(
                                                com.talkturo.migration.telnyx.TelnyxToolType
                                                    .WEBHOOK)
                                            .build()))));

    assertThat(refused.details()).containsOnlyKeys("body.tools.1.webhook");
    assertThat(refused.errorText()).isPresent();
  }

  @Test
  void flireoErrorsAreReadAsTextAndAsObject() {
    NotFoundException text =
        catchThrowableOfType(NotFoundException.class, () -> flireo.assistants().get("none"));
    assertThat(text.errorText()).isPresent();
    assertThat(text.getMessage()).contains("Assistant not found");

    flireoServer.errorsAsObjects(true);
    NotFoundException object =
        catchThrowableOfType(NotFoundException.class, () -> flireo.assistants().get("none"));
    assertThat(object.errorText()).contains("Assistant not found");
    assertThat(object.details()).containsEntry("code", "not_found");
  }

  @Test
  void flireoDetailsAreKept() {
    flireoServer.enqueue(
        Fault.status(400)
            .body(
                "{\"error\":\"invalid_request\",\"message\":\"Name too long\",\"details\":[\"name:"
                    + " at most 100\"],\"retry_after\":3}"));

    BadRequestException refused =
        catchThrowableOfType(BadRequestException.class, () -> flireo.assistants().list());

    assertThat(refused.errorText()).contains("invalid_request");
    assertThat(refused.details())
        .containsEntry("message", "Name too long")
        .containsEntry("0", "name: at most 100");
  }

  @Test
  void retryAfterOfBothIsTold() {
    telnyxServer.enqueue(Fault.rateLimited(Duration.ofSeconds(7)));
    flireoServer.enqueue(Fault.rateLimited(Duration.ofSeconds(9)));

    RateLimitException atTelnyx =
        catchThrowableOfType(RateLimitException.class, () -> telnyx.assistants().list());
    RateLimitException atFlireo =
        catchThrowableOfType(RateLimitException.class, () -> flireo.assistants().list());

    assertThat(atTelnyx.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(atFlireo.retryAfter()).contains(Duration.ofSeconds(9));
  }

  @Test
  void flireoDeletesAnswerWithOrWithoutBody() {
    String first = flireoServer.addAssistant(Map.of("name", "One"));
    String second = flireoServer.addAssistant(Map.of("name", "Two"));
    flireo.assistants().delete(first);
    flireoServer.emptyDeletes(true);
    flireo.assistants().delete(second);
    assertThat(flireoServer.assistants()).isEmpty();

    flireoServer.enqueue(Fault.status(200).body("{\"success\":false,\"error\":\"In use\"}"));
    ApiException refused =
        catchThrowableOfType(ApiException.class, () -> flireo.assistants().delete("x"));
    assertThat(refused.errorText()).contains("In use");
  }

  @Test
  void aTelnyxDeleteThatDidNotDeleteFails() {
    telnyxServer.enqueue(
        Fault.status(200).body("{\"id\":\"x\",\"object\":\"assistant\",\"deleted\":false}"));

    assertThat(catchThrowableOfType(ApiException.class, () -> telnyx.assistants().delete("x")))
        .isNotNull();
  }
}
