package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.talkturo.sdk.TalkturoClient;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The supplier of the key is asked for every attempt and its failures are the caller's. */
class KeySupplierTest extends ServerTest {
  @ParameterizedTest
  @EnumSource
  void aKeyThatRotatesBetweenAttemptsSignsTheNextOne(Mode mode) {
    AtomicInteger asked = new AtomicInteger();
    TalkturoClient client = open(builder().apiKey(() -> "key_" + asked.incrementAndGet()));
    answer(503, "", "Retry-After", "0");
    answer(429, "", "Retry-After", "0");
    answerFixture("create/full");
    Op.CREATE.call(mode, client);
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertThat(received().getHeaders().values("Authorization"))
          .containsExactly("Bearer key_" + attempt);
    }
    assertThat(asked).hasValue(3);
  }

  @ParameterizedTest
  @EnumSource
  void theSupplierIsNotAskedBeforeTheFirstCall(Mode mode) {
    AtomicInteger asked = new AtomicInteger();
    TalkturoClient client = open(builder().apiKey(() -> "key_" + asked.incrementAndGet()));
    assertThat(asked).hasValue(0);
    answerFixture("get/subset");
    Op.GET.call(mode, client);
    assertThat(asked).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource
  void anExceptionOfTheSupplierReachesTheCallerUnchanged(Mode mode) {
    RuntimeException broken = new UnsupportedOperationException("vault is sealed");
    TalkturoClient client =
        open(
            builder()
                .apiKey(
                    () -> {
                      throw broken;
                    }));
    assertThat(catchThrowable(() -> Op.GET.call(mode, client))).isSameAs(broken);
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void anErrorOfTheSupplierReachesTheCallerUnchanged(Mode mode) {
    Error broken = new NoClassDefFoundError("vault");
    TalkturoClient client =
        open(
            builder()
                .apiKey(
                    () -> {
                      throw broken;
                    }));
    assertThat(catchThrowable(() -> Op.GET.call(mode, client))).isSameAs(broken);
  }

  @ParameterizedTest
  @EnumSource
  void anExceptionOfTheSupplierAtARetryReachesTheCallerUnchanged(Mode mode) {
    RuntimeException broken = new IllegalStateException("vault is sealed");
    AtomicInteger asked = new AtomicInteger();
    TalkturoClient client =
        open(
            builder()
                .apiKey(
                    () -> {
                      if (asked.incrementAndGet() > 1) {
                        throw broken;
                      }
                      return KEY;
                    }));
    answer(429, "", "Retry-After", "0");
    assertThat(catchThrowable(() -> Op.CREATE.call(mode, client))).isSameAs(broken);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }
}
