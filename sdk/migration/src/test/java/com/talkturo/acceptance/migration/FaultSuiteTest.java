package com.talkturo.acceptance.migration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.calls.CalledOperation;
import com.talkturo.calls.FaultCase;
import com.talkturo.calls.FaultSuite;
import com.talkturo.calls.FaultTable;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * The fault suite of the client on the operations of both vendors: down to the byte, on fresh and
 * on kept connections, with an OkHttpClient of the SDK and with one of a user.
 */
class FaultSuiteTest {
  private enum Operation implements CalledOperation<Vendor.Client> {
    CREATE(client -> client.create("Desk")),
    GET(client -> client.get("asst_1")),
    LIST(Vendor.Client::list),
    UPDATE(client -> client.update("asst_1", "Desk")),
    DELETE(
        client -> {
          client.delete("asst_1");
          return "deleted";
        });

    private final Function<Vendor.Client, Object> call;

    Operation(Function<Vendor.Client, Object> call) {
      this.call = call;
    }

    @Override
    public boolean isAtMostOnce() {
      return this == CREATE;
    }

    @Override
    public boolean needsNoResource() {
      return this == DELETE;
    }

    @Override
    public Object call(Vendor.Client client, boolean async) {
      return call.apply(client);
    }
  }

  private static List<FaultSuite.Call<?>> calls() {
    List<FaultSuite.Call<?>> calls = new ArrayList<>();
    for (FaultCase fault : FaultTable.rows()) {
      for (Vendor vendor : Vendor.values()) {
        for (Operation operation : Operation.values()) {
          for (boolean pooled : new boolean[] {false, true}) {
            for (boolean users : new boolean[] {false, true}) {
              FaultSuite.Call<?> one =
                  new FaultSuite.Call<>(fault, vendor, operation, pooled, false, users);
              // The client's own suite shows that each of the two makes no difference to the other.
              boolean isWanted = operation.isAtMostOnce() || pooled != users;
              if (one.isPossible() && isWanted) {
                calls.add(one);
              }
            }
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
    PrintStream console = System.err;
    // SecretsTest needs a line for each attempt; here they would be thousands.
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
    try {
      assertThat(FaultSuite.differences(calls)).as("%s calls", calls.size()).isEmpty();
    } finally {
      System.setErr(console);
    }
  }
}
