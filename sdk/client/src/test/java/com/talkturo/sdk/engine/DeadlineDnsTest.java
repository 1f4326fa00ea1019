package com.talkturo.sdk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.json.Decoder;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

final class DeadlineDnsTest {
  @Test
  void aLookupThatGetsNoThreadIsMadeAllTheSame() throws Exception {
    List<InetAddress> found = List.of(InetAddress.getLoopbackAddress());
    Executor exhausted =
        lookup -> {
          throw new OutOfMemoryError("unable to create native thread");
        };
    DeadlineDns names = new DeadlineDns(host -> found, exhausted);
    Endpoint<Void> endpoint = Endpoint.repeatable("GET", "/api/x", Decoder.nothing());
    CallState call = CallStates.of(endpoint, Duration.ofSeconds(1), 0);
    CallState outer = DeadlineDns.enter(call);
    try {
      assertThat(names.lookup("h.example")).isEqualTo(found);
      assertThat(names.lookup("h.example")).isEqualTo(found);
    } finally {
      DeadlineDns.leave(outer);
    }
  }
}
