package com.talkturo.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.calls.ClientKind;
import com.talkturo.calls.FaultCase;
import com.talkturo.calls.FaultSuite;
import com.talkturo.calls.FaultTable;
import com.talkturo.calls.Limits;
import com.talkturo.calls.Operation;
import com.talkturo.sdk.TalkturoClient;
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
          Operation.GET.call(client, async);
        }
      };

  /** Of later operations, as many combinations as show whether they differ from the first four. */
  private static boolean isWanted(FaultSuite.Call<?> one, Operation operation) {
    boolean isFirst = operation.compareTo(Operation.ASSIGN_PHONE_NUMBERS) <= 0;
    boolean isHalf = one.users() == one.async();
    return isFirst || (isHalf && (operation.isAtMostOnce() || one.pooled() == one.async()));
  }

  private static List<FaultSuite.Call<?>> calls() {
    List<FaultSuite.Call<?>> calls = new ArrayList<>();
    for (FaultCase fault : FaultTable.rows()) {
      for (Operation operation : Operation.values()) {
        for (int bits = 0; bits < 8; bits++) {
          FaultSuite.Call<?> one =
              new FaultSuite.Call<>(
                  fault, TALKTURO, operation, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0);
          boolean overrules = operation.isPatient() && fault.endsByReadTimeout;
          if (one.isPossible() && isWanted(one, operation) && !overrules) {
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
    assertThat(calls).hasSizeGreaterThan(1_000);
    assertThat(FaultSuite.differences(calls)).as("%s calls", calls.size()).isEmpty();
  }
}
