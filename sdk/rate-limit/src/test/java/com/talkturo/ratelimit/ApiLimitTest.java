package com.talkturo.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiLimitTest {
  /** The prices in the Javadoc of {@link ApiLimit#burst}. */
  @ParameterizedTest
  @CsvSource({"1, 3604", "100, 4001", "500, 7202"})
  void aBurstCostsTheSteadyRate(int burst, long millis) {
    assertThat(ApiLimit.DEFAULT.burst(burst).interval().toMillis()).isEqualTo(millis);
  }

  @ParameterizedTest
  @CsvSource({
    "1000, PT1H, 1, PT1S",
    "600, PT1M, 10, PT2S",
    "2, PT0.1S, 1, PT0S",
    "600, PT1M, 599, PT1M"
  })
  void burstPlusRateTimesWindowAndJitterIsTheLimit(
      int requests, Duration window, int burst, Duration jitter) {
    Bandwidth bucket =
        ApiLimit.of(requests, window)
            .burst(burst)
            .jitter(jitter)
            .configuration()
            .getBandwidths()[0];
    assertThat(bucket.getCapacity()).isEqualTo(burst);
    assertThat(bucket.getCapacity() + bucket.getRefillTokens()).isEqualTo(requests);
    assertThat(bucket.getRefillPeriodNanos()).isEqualTo(window.plus(jitter).toNanos());
  }

  @Test
  void theSharesAddUpToNoMoreThanTheLimit() {
    for (int fleet : new int[] {1, 3, 20, 333, 500}) {
      Bandwidth share = ApiLimit.DEFAULT.burst(40).share(fleet).configuration().getBandwidths()[0];
      assertThat(fleet * (share.getCapacity() + share.getRefillTokens()))
          .isLessThanOrEqualTo(1_000);
      assertThat(share.getRefillTokens()).isPositive();
    }
  }

  @Test
  void whatIsOutOfRangeIsNamedWithItsValue() {
    Duration hour = Duration.ofHours(1);
    assertThatThrownBy(() -> ApiLimit.of(1, hour))
        .hasMessage("requests is 1; allowed is 2 or more");
    assertThatThrownBy(() -> ApiLimit.of(10, Duration.ZERO)).hasMessageContaining("window is PT0S");
    assertThatThrownBy(() -> ApiLimit.of(10, hour).burst(10))
        .hasMessage("burst is 10; allowed is 1 to 9");
    assertThatThrownBy(() -> ApiLimit.of(10, hour).burst(0)).hasMessageContaining("burst is 0");
    assertThatThrownBy(() -> ApiLimit.of(10, hour).jitter(Duration.ofMillis(-1)))
        .hasMessageContaining("jitter is PT-0.001S");
    assertThatThrownBy(() -> ApiLimit.of(10, hour).share(6))
        .hasMessage("fleetSize is 6; allowed is 1 to 5");
  }

  @Test
  void theNameOfABucketHidesTheKeyAndIsTheSameForAll() {
    String name = ApiLimit.bucketName("key_of_a_customer");
    assertThat(name)
        .isEqualTo(ApiLimit.bucketName("key_of_a_customer"))
        .isNotEqualTo(ApiLimit.bucketName("key_of_another"))
        .matches("talkturo-rate-limit:[0-9a-f]{64}")
        .doesNotContain("customer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void aBlankKeyHasNoName(String key) {
    assertThatThrownBy(() -> ApiLimit.bucketName(key)).hasMessage("apiKey is blank");
  }
}
