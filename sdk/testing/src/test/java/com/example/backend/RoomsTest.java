package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TalkturoServerExtension.class)
class RoomsTest {
  @Test
  void aTokenNeedsNoCredentialAndStandsOutsideTheApi(TalkturoServer server) throws Exception {
    PlainClient.Reply reply = token(server, "");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("identity", "accessToken", "roomName", "agentName");
    assertThat(reply.json().path("accessToken").asText()).startsWith("eyJ");
    assertThat(new PlainClient(server).get("/api/auth/token").status()).isEqualTo(404);
  }

  @Test
  void eachRequestOpensARoom(TalkturoServer server) throws Exception {
    String first = token(server, "").json().path("roomName").asText();
    String second = token(server, "").json().path("roomName").asText();

    assertThat(first).isNotEqualTo(second);
    assertThat(server.rooms().opened())
        .extracting(room -> room.get("roomName"))
        .containsExactly(first, second);
  }

  @Test
  void aRoomThatIsNamedKeepsItsNameAndTheParametersAreKept(TalkturoServer server) throws Exception {
    token(server, "?room=lobby&assistant_id=asst_1&visitor_name=Zo%C3%AB%20B");
    token(server, "?room=lobby");

    assertThat(server.rooms().opened()).hasSize(2);
    assertThat(server.rooms().opened().get(0))
        .containsEntry("roomName", "lobby")
        .containsEntry("assistant_id", "asst_1")
        .containsEntry("visitor_name", "Zoë B")
        .doesNotContainKey("accessToken");
  }

  private static PlainClient.Reply token(TalkturoServer server, String query) throws Exception {
    return new PlainClient(server)
        .send(
            HttpRequest.newBuilder(URI.create(server.baseUrl() + "/auth/token" + query))
                .timeout(PlainClient.PATIENCE)
                .build());
  }
}
