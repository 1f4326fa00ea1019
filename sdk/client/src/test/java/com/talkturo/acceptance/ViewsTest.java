package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.calls.Mode;
import com.talkturo.calls.Operation;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.errors.RateLimitException;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A view of a client: other options on the same connections. */
class ViewsTest extends ServerTest {
  @ParameterizedTest
  @EnumSource
  void aViewSharesTheConnection(Mode mode) {
    answerFixture("get/subset");
    answerFixture("get/subset");
    TalkturoClient client = client();
    Operation.GET.call(mode, client);
    Operation.GET.call(mode, client.withOptions(o -> o.maxRetries(0)));
    assertThat(received().getExchangeIndex()).isZero();
    assertThat(received().getExchangeIndex()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aHeaderOfAViewIsSentByTheViewAlone(Mode mode) {
    answerFixture("get/subset");
    answerFixture("get/subset");
    TalkturoClient client = open(builder().header("X-Client", "c"));
    Operation.GET.call(mode, client.withOptions(o -> o.header("X-Trace", "t")));
    Operation.GET.call(mode, client);
    RecordedRequest ofView = received();
    assertThat(ofView.getHeaders().values("X-Trace")).containsExactly("t");
    assertThat(ofView.getHeaders().values("X-Client")).containsExactly("c");
    RecordedRequest ofClient = received();
    assertThat(ofClient.getHeaders().get("X-Trace")).isNull();
    assertThat(ofClient.getHeaders().get("X-Client")).isEqualTo("c");
  }

  @Test
  void theLastHeaderOfANameCountsHoweverItIsSpelled() {
    answerFixture("get/subset");
    answerFixture("get/subset");
    TalkturoClient client =
        open(builder().header("x-a", "1").header("X-A", "2").header("x-a", "3"));
    client.assistants().get("asst_1");
    client.withOptions(o -> o.header("X-A", "4")).assistants().get("asst_1");
    assertThat(received().getHeaders().values("X-A")).containsExactly("3");
    assertThat(received().getHeaders().values("X-A")).containsExactly("4");
  }

  @ParameterizedTest
  @EnumSource
  void anOptionOfAViewReplacesTheClients(Mode mode) {
    answer(429, "", "Retry-After", "0");
    TalkturoClient view =
        open(builder().header("X-A", "1"))
            .withOptions(o -> o.maxRetries(0).accountSlug("south").header("x-a", "2"));
    assertThat(failure(RateLimitException.class, Operation.CREATE, mode, view).attempts())
        .isEqualTo(1);
    RecordedRequest request = received();
    assertThat(request.getHeaders().values("X-A")).containsExactly("2");
    assertThat(request.getBody().utf8()).contains("\"accountSlug\":\"south\"");
  }
}
