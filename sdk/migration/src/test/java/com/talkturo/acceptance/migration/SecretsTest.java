package com.talkturo.acceptance.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.errors.DecodeException;
import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.testing.Fault;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every secret of the fixtures has "secret-" in it; nothing that can be seen may hold that. */
class SecretsTest {
  @ParameterizedTest
  @EnumSource
  void nothingThatIsPrintedShowsOne(Vendor vendor) {
    PrintStream console = System.err;
    ByteArrayOutputStream logged = new ByteArrayOutputStream();
    System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
    try (Vendor.Session session = vendor.open()) {
      Map<String, Object> tree = Json.tree(vendor.fixture());
      String id = session.add(tree);
      assertSecret(session.printed(id));

      for (Fault fault :
          new Fault[] {
            Fault.truncatedJson(),
            Fault.resetDuringBody().times(3),
            Fault.status(200).body("[" + vendor.fixture() + "]"),
            Fault.status(422)
                .body(
                    "{\"detail\":[{\"loc\":[\"body\",0],\"msg\":\"no\",\"input\":"
                        + vendor.fixture()
                        + "}]}"),
            Fault.status(400).body("{\"error\":\"bad\",\"details\":" + vendor.fixture() + "}"),
            Fault.status(500).body(vendor.fixture()).times(3),
            Fault.status(400).body("no JSON " + vendor.fixture().substring(0, 900))
          }) {
        session.clearRequests();
        session.enqueue(fault);
        assertSecret(failure(() -> session.get(id)));
      }
      session.enqueue(
          Fault.delay(java.time.Duration.ZERO),
          Fault.status(400)
              .body(
                  vendor == Vendor.TELNYX
                      ? "{\"error\":\"not allowed: secret-header-one\",\"details\":[\"Bearer"
                          + " secret-header-one\",\"secret-ref-cal\",\"secret-tool-token and"
                          + " tool-user:secret-tool-pw\"]}"
                      : "{\"error\":\"not allowed: whsec_secret-webhook\",\"details\":"
                          + "[\"secret-server-header\",\"secret-hook-sig, secret-hook-pw\"]}"));
      assertSecret(failure(() -> session.createLike(id)));
    } finally {
      System.setErr(console);
    }
    assertThat(logged.toString(StandardCharsets.UTF_8)).contains("com.talkturo");
    assertSecret(logged.toString(StandardCharsets.UTF_8));
  }

  private static void assertSecret(String shown) {
    assertThat(shown).isNotEmpty().doesNotContain("secret-");
  }

  /** All that a program could print of the failure. */
  private static String failure(Runnable operation) {
    try {
      operation.run();
    } catch (TalkturoException e) {
      StringWriter all = new StringWriter();
      e.printStackTrace(new PrintWriter(all));
      if (e instanceof ApiException api) {
        all.append(api.body()).append(api.details().toString()).append(api.errorText().toString());
      }
      if (e instanceof DecodeException decode) {
        all.append(decode.body());
      }
      return all.toString();
    }
    throw new AssertionError("nothing failed");
  }
}
