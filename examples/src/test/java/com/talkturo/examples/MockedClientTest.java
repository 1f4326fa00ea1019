package com.talkturo.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.assistants.AssistantsClient;
import com.talkturo.sdk.assistants.CreateAssistantRequest;
import com.talkturo.sdk.assistants.GetAssistantRequest;
import com.talkturo.sdk.errors.RequestSummary;
import com.talkturo.sdk.errors.TransportException;
import com.talkturo.sdk.http.ApiResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The client replaced by a mock, as the README of the testing server shows it. */
class MockedClientTest {
  @Test
  void anAnswerIsMocked() {
    TalkturoClient talkturo = mock(TalkturoClient.class);
    AssistantsClient assistants = mock(AssistantsClient.class);
    when(talkturo.assistants()).thenReturn(assistants);

    Assistant frontDesk = Assistant.builder().id("asst_1").name("Front desk").build();
    when(assistants.create(any(CreateAssistantRequest.class))).thenReturn(frontDesk);
    when(talkturo.exchange(any(GetAssistantRequest.class)))
        .thenReturn(ApiResponse.of(frontDesk, 200, Map.of(), Optional.of("req_1"), 1));

    CreateAssistantRequest create = CreateAssistantRequest.builder().name("Front desk").build();
    assertThat(talkturo.assistants().create(create).id()).isEqualTo("asst_1");
    verify(assistants).create(create);
    ApiResponse<Assistant> response =
        talkturo.exchange(GetAssistantRequest.builder().assistantId("asst_1").build());
    assertThat(response.body().name()).contains("Front desk");
    assertThat(response.requestId()).contains("req_1");
  }

  @Test
  void aFailureIsMocked() {
    AssistantsClient assistants = mock(AssistantsClient.class);

    RequestSummary lost = RequestSummary.of("POST", "/api/assistants", 1, true, true);
    when(assistants.create(any(CreateAssistantRequest.class)))
        .thenThrow(new TransportException("connection reset", null, lost));

    CreateAssistantRequest create = CreateAssistantRequest.builder().name("Front desk").build();
    assertThat(catchThrowable(() -> assistants.create(create)))
        .isInstanceOfSatisfying(
            TransportException.class, e -> assertThat(e.mayHaveTakenEffect()).isTrue())
        .hasMessageContaining("connection reset");
  }
}
