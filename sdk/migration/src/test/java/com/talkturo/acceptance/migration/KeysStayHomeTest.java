package com.talkturo.acceptance.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.migration.flireo.FlireoClient;
import com.talkturo.migration.telnyx.TelnyxClient;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.FlireoServer;
import com.talkturo.sdk.testing.ReceivedRequest;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TelnyxServer;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void aRedirectToAnotherVendorIsNotFollowed() {
    OkHttpClient shared = new OkHttpClient.Builder().followRedirects(true).build();
    try (TelnyxServer telnyxServer = TelnyxServer.start();
        FlireoServer flireoServer = FlireoServer.start();
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
      telnyxServer.enqueue(
          Fault.status(307).header("Location", flireoServer.baseUrl() + "/assistants"));
      flireoServer.enqueue(
          Fault.status(308).header("Location", telnyxServer.baseUrl() + "/ai/assistants"));

      assertThatThrownBy(() -> telnyx.assistants().list())
          .isInstanceOf(ApiException.class)
          .hasMessageContaining("307");
      assertThatThrownBy(() -> flireo.assistants().list())
          .isInstanceOf(ApiException.class)
          .hasMessageContaining("308");

      assertThat(telnyxServer.requests()).hasSize(1);
      assertThat(flireoServer.requests()).hasSize(1);
    }
  }

  @Test
  void anInterceptorOfTheSharedClientCannotTakeTheKeyElsewhere() {
    try (TelnyxServer telnyxServer = TelnyxServer.start();
        FlireoServer flireoServer = FlireoServer.start()) {
      OkHttpClient shared =
          new OkHttpClient.Builder()
              .addInterceptor(
                  chain ->
                      chain.proceed(
                          chain
                              .request()
                              .newBuilder()
                              .url(flireoServer.baseUrl() + "/assistants")
                              .build()))
              .build();
      try (TelnyxClient telnyx =
          TelnyxClient.builder()
              .apiKey(telnyxServer.apiKey())
              .baseUrl(telnyxServer.baseUrl())
              .okHttpClient(shared)
              .build()) {
        assertThatThrownBy(() -> telnyx.assistants().list())
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("origin");
      }
      assertThat(flireoServer.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TELNYX, https://api.hmsovereign.com/api/v1, Flireo",
    "TELNYX, https://hmsovereign.com, Flireo",
    "TELNYX, https://API.TALKTURO.COM/api, Talkturo",
    "FLIREO, https://api.telnyx.com./v2, Telnyx",
    "FLIREO, https://eu.api.talkturo.com, Talkturo"
  })
  void baseUrlsThatWereMixedUpAreRefused(Vendor vendor, String baseUrl, String whose) {
    assertThatThrownBy(() -> vendor.open(b -> b.baseUrl(baseUrl)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("baseUrl is \"" + baseUrl + "\", but " + whose + " is there");
  }

  @ParameterizedTest
  @CsvSource({
    "TELNYX, https://eu.api.telnyx.com/v2",
    "TELNYX, https://nothmsovereign.com",
    "FLIREO, https://telnyx.com.example/v1"
  })
  void hostsOfTheVendorAndOfNobodyKnownAreAllowed(Vendor vendor, String baseUrl) {
    vendor.open(b -> b.baseUrl(baseUrl)).close();
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
