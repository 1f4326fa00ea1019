package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.calls.Mode;
import com.talkturo.calls.Operation;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.DecodeException;
import com.talkturo.sdk.errors.ServerException;
import com.talkturo.sdk.rooms.CreateRoomTokenRequest;
import com.talkturo.sdk.rooms.RoomToken;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A room token costs a room: it is asked for once, without a key, outside /api. */
class RoomsTest extends ServerTest {
  @ParameterizedTest
  @EnumSource
  void everyParameterIsSentAndEveryFieldRead(Mode mode) {
    answerFixture("rooms/token");
    RoomToken token =
        mode.exchange(
                client(),
                CreateRoomTokenRequest.builder()
                    .mode("voice")
                    .room("room 1")
                    .assistantId("asst_1")
                    .accountId("0b7f")
                    .companyId("comp_1")
                    .visitorName("Zoë & Co")
                    .visitorPhone("+4930123456")
                    .billingExempt(false)
                    .build())
            .body();
    assertThat(token.accessToken()).isEqualTo("eyJ.r00m.t0ken");
    assertThat(token.identity()).hasValue("visitor_1");
    assertThat(token.roomName()).hasValue("room_1");
    assertThat(token.agentName()).hasValue("agent_1");
    assertThat(token.toString()).doesNotContain("r00m").contains("visitor_1");
    RecordedRequest request = received();
    assertThat(request.getTarget())
        .isEqualTo(
            "/auth/token?mode=voice&room=room%201&assistant_id=asst_1&account_id=0b7f"
                + "&company_id=comp_1&visitor_name=Zo%C3%AB%20%26%20Co"
                + "&visitor_phone=%2B4930123456&billing_exempt=false");
    assertThat(request.getHeaders().get("Authorization")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"'',/auth/token", "/api,/auth/token", "/v/x/api/,/v/x/auth/token"})
  void thePathIsOutsideTheApisWhateverTheBaseUrl(String suffix, String path) {
    answerFixture("rooms/token");
    open(TalkturoClient.builder().apiKey(KEY).baseUrl(baseUrl() + suffix)).rooms().createToken("a");
    assertThat(received().getTarget()).isEqualTo(path + "?assistant_id=a");
  }

  @ParameterizedTest
  @EnumSource
  void aGetWithAnEffectIsNotRepeated(Mode mode) {
    answer(500, "{}");
    failure(ServerException.class, Operation.ROOM_TOKEN, mode, client());
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"accessToken\":null}", "{\"accessToken\":7}"})
  void withoutATokenThereIsNoAnswer(String body) {
    answer(200, body);
    failure(DecodeException.class, Operation.ROOM_TOKEN, Mode.SYNC, client());
  }

  @Test
  void aTokenComesWithWhateverElseThereIs() {
    answer(200, "{\"accessToken\":\"t\",\"identity\":9,\"roomName\":null,\"url\":\"wss://x\"}");
    RoomToken token = client().rooms().createToken("a");
    assertThat(token.identity()).hasValue("9");
    assertThat(token.additionalProperties()).containsOnlyKeys("url");
  }
}
