package com.talkturo.acceptance.migration;

import com.talkturo.migration.flireo.FlireoClient;
import com.talkturo.migration.telnyx.TelnyxClient;
import com.talkturo.sdk.testing.FlireoServer;
import com.talkturo.sdk.testing.TelnyxServer;
import org.junit.jupiter.api.AfterEach;

/** A server of each vendor, and a client at each. */
abstract class BothVendors {
  final TelnyxServer telnyxServer = TelnyxServer.start();
  final FlireoServer flireoServer = FlireoServer.start();
  final TelnyxClient telnyx;
  final FlireoClient flireo;

  BothVendors(int maxRetries) {
    telnyx =
        TelnyxClient.builder()
            .apiKey(telnyxServer.apiKey())
            .baseUrl(telnyxServer.baseUrl())
            .maxRetries(maxRetries)
            .build();
    flireo =
        FlireoClient.builder()
            .apiKey(flireoServer.apiKey())
            .baseUrl(flireoServer.baseUrl())
            .maxRetries(maxRetries)
            .build();
  }

  @AfterEach
  void close() {
    telnyx.close();
    flireo.close();
    telnyxServer.close();
    flireoServer.close();
  }
}
