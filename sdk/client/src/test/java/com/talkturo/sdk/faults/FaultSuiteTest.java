package com.talkturo.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.calls.ClientKind;
import com.talkturo.calls.FaultCase;
import com.talkturo.calls.FaultSuite;
import com.talkturo.calls.FaultTable;
import com.talkturo.calls.Limits;
import com.talkturo.calls.Operation;
import com.talkturo.sdk.TalkturoClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/**
 * Every operation against every fault: on fresh and pooled connections, synchronously and
 * asynchronously, with the SDK's OkHttpClient and with a user's that has every silent repeat
 * switched on. The table says what is promised; nothing in it depends on the combination.
 */
class FaultSuiteTest {
  private static final ClientKind<TalkturoClient> TALKTURO =
      new ClientKind<>() {
        @Override
        public TalkturoClient open(String baseUrl, Limits limits, OkHttpClient users) {
          TalkturoClient.Builder client =
              TalkturoClient.builder()
                  .apiKey("key_fault_suite")
                  .accountSlug("team")
                  .baseUrl(baseUrl)
                  .timeout(limits.timeout())
                  .connectTimeout(limits.connectTimeout())
                  .readTimeout(limits.readTimeout())
                  .maxResponseBytes(limits.maxResponseBytes());
          return (users == null ? client : client.okHttpClient(users)).build();
        }

        @Override
        public void read(TalkturoClient client, boolean async) {
          // The limits of a row may be too short for a busy machine: not the row's subject.
          Operation.GET.call(client.withOptions(o -> o.timeout(Duration.ofSeconds(20))), async);
        }
      };

  private static List<FaultSuite.Call<?>> calls() {
    List<FaultSuite.Call<?>> calls = new ArrayList<>();
    for (FaultCase fault : FaultTable.rows()) {
      for (Operation operation : Operation.values()) {
        for (int bits = 0; bits < 8; bits++) {
          FaultSuite.Call<?> one =
              new FaultSuite.Call<>(
                  fault, TALKTURO, operation, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0);
          if (one.isPossible()) {
            calls.add(one);
          }
        }
      }
    }
    return calls;
  }

  @Test
  void everyFaultHasItsExpectedOutcome() throws Exception {
    List<FaultSuite.Call<?>> calls = calls();
    assertThat(calls).hasSizeGreaterThan(800 * Operation.values().length);
    assertThat(FaultSuite.differences(calls)).as("%s calls", calls.size()).isEmpty();
  }
}
