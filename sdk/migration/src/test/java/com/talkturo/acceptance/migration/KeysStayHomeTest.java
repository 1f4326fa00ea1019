package com.talkturo.acceptance.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.migration.flireo.FlireoClient;
import com.talkturo.migration.telnyx.TelnyxClient;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.testing.FlireoServer;
import com.talkturo.sdk.testing.ReceivedRequest;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TelnyxServer;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class KeysStayHomeTest {
  @Test
  void aKeyOfOneVendorNeverReachesAnother() {
    OkHttpClient shared = new OkHttpClient();
    try (TalkturoServer talkturoServer = TalkturoServer.start();
        TelnyxServer telnyxServer = TelnyxServer.start();
        FlireoServer flireoServer = FlireoServer.start();
        TalkturoClient talkturo =
            TalkturoClient.builder()
                .apiKey(talkturoServer.apiKey())
                .baseUrl(talkturoServer.baseUrl())
                .accountSlug(talkturoServer.accountSlug())
                .okHttpClient(shared)
                .build();
        TelnyxClient telnyx =
            TelnyxClient.builder()
                .apiKey(telnyxServer.apiKey())
                .baseUrl(telnyxServer.baseUrl())
                .okHttpClient(shared)
                .build();
        FlireoClient flireo =
            FlireoClient.builder()
                .apiKey(flireoServer.apiKey())
                .baseUrl(flireoServer.baseUrl())
                .okHttpClient(shared)
                .build()) {
      for (int i = 0; i < 5; i++) {
        talkturo.assistants().create(r -> r.name("Desk"));
        telnyx.assistants().create(s -> s.name("Desk").instructions("Answer."));
        flireo.assistants().create(s -> s.name("Desk"));
      }

      assertOnly(talkturoServer.requests(), talkturoServer.apiKey());
      assertOnly(telnyxServer.requests(), telnyxServer.apiKey());
      assertOnly(flireoServer.requests(), flireoServer.apiKey());
    }
  }

  private static void assertOnly(List<ReceivedRequest> requests, String key) {
    assertThat(requests).hasSize(5);
    for (ReceivedRequest request : requests) {
      assertThat(request.headers().get("Authorization")).containsExactly("Bearer " + key);
    }
  }

  @Test
  void eachClientTakesTheKeyOfItsOwnVariable() {
    // Set by the build: TELNYX_API_KEY is there, HMSOVEREIGN_API_KEY is not.
    try (TelnyxServer server = TelnyxServer.start();
        TelnyxClient client = TelnyxClient.builder().fromEnv().baseUrl(server.baseUrl()).build()) {
      server.acceptApiKey("KEY_of_the_environment");
      assertThat(client.assistants().list()).isEmpty();
    }
    assertThatThrownBy(FlireoClient::fromEnv)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("HMSOVEREIGN_API_KEY");
  }

  @Test
  void withoutABaseUrlEachGoesToItsOwnVendor() {
    try (TelnyxClient telnyx = TelnyxClient.builder().apiKey("key-1").build();
        FlireoClient flireo = FlireoClient.builder().apiKey("key-2").build()) {
      assertThat(telnyx).hasToString("TelnyxClient{baseUrl=https://api.telnyx.com/v2}");
      assertThat(flireo).hasToString("FlireoClient{baseUrl=https://api.hmsovereign.com/api/v1}");
    }
  }
}
