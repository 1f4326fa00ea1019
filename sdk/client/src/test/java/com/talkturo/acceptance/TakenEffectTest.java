package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.talkturo.calls.Answers;
import com.talkturo.calls.Faults;
import com.talkturo.calls.Operation;
import com.talkturo.calls.RawServer;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.errors.TransportException;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every failure says of the request: was it sent, and may it have taken effect. */
class TakenEffectTest {
  private RawServer server;

  @BeforeEach
  void start() throws Exception {
    server = new RawServer();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private TalkturoClient.Builder options() {
    return TalkturoClient.builder()
        .apiKey("key_effect")
        .accountSlug("team")
        .baseUrl(server.url())
        .maxRetries(0);
  }

  private static TalkturoException failure(
      TalkturoClient client, Operation operation, boolean async) {
    TalkturoException e =
        catchThrowableOfType(TalkturoException.class, () -> operation.call(client, async));
    assertThat(e).as("%s", operation).isNotNull();
    return e;
  }

  private void assertThatEveryFailureIsSent(boolean mayHaveTakenEffect) {
    try (TalkturoClient client = options().build()) {
      for (Operation operation : Operation.values()) {
        for (boolean async : new boolean[] {false, true}) {
          TalkturoException e = failure(client, operation, async);
          assertThat(e.requestSent()).as("%s", operation).isTrue();
          assertThat(e.mayHaveTakenEffect()).as("%s", operation).isEqualTo(mayHaveTakenEffect);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        300, 301, 302, 303, 304, 307, 308, 399, 400, 401, 402, 403, 404, 405, 409, 410, 413, 415,
        422, 429
      })
  void aRefusalHadNoEffect(int status) {
    server.script(Faults.status(status, ""));
    assertThatEveryFailureIsSent(false);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {406, 408, 411, 412, 414, 416, 418, 421, 423, 425, 499, 500, 501, 502, 503, 504, 599})
  void anyOtherStatusMayHaveTakenEffect(int status) {
    server.script(Faults.status(status, ""));
    assertThatEveryFailureIsSent(true);
  }

  @ParameterizedTest
  @CsvSource({"503,0,false", "503,60,false", "503,soon,true", "503,-1,true", "500,60,true"})
  void onlyA503CanNameATimeToComeBack(int status, String retryAfter, boolean mayHaveTakenEffect) {
    server.script(Faults.status(status, "Retry-After: " + retryAfter + "\r\n"));
    assertThatEveryFailureIsSent(mayHaveTakenEffect);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"success\":false,\"error\":\"no\"}", "no JSON", "{\"success\":tru"})
  void anAnswerThatIsNoValueMayHaveTakenEffect(String body) {
    server.script(Faults.answer(Answers.status(200, "OK", "", body)));
    assertThatEveryFailureIsSent(true);
  }

  @Test
  void aRefusalAfterALostAttemptLeavesThatOneOpen() {
    AtomicInteger served = new AtomicInteger();
    server.script(
        c -> {
          if (served.getAndIncrement() == 0) {
            Faults.resetAfterProcessing().serve(c);
          } else {
            Faults.status(422, "").serve(c);
          }
        });
    try (TalkturoClient client = options().maxRetries(1).build()) {
      TalkturoException e = failure(client, Operation.UPDATE, false);
      assertThat(e).isInstanceOf(ApiException.class);
      assertThat(e.attempts()).isEqualTo(2);
      assertThat(e.mayHaveTakenEffect()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anUnknownHostSaysSoAndNothingWasSent(boolean async) {
    OkHttpClient knowsNobody =
        new OkHttpClient.Builder()
            .dns(
                host -> {
                  throw new UnknownHostException(host);
                })
            .build();
    try (TalkturoClient client =
        options().baseUrl("https://api.nowhere.example").okHttpClient(knowsNobody).build()) {
      for (Operation operation : Operation.values()) {
        TalkturoException e = failure(client, operation, async);
        assertThat(e)
            .isExactlyInstanceOf(TransportException.class)
            .hasMessageContaining("the host is not known: api.nowhere.example");
        assertThat(e.requestSent()).isFalse();
        assertThat(e.mayHaveTakenEffect()).isFalse();
      }
    }
  }
}
