package com.talkturo.ratelimit;

import io.github.bucket4j.BucketConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * A limit of the API, and the bucket that keeps it: of so many requests per window, {@link #burst}
 * may go at once and the others follow evenly, so that no window holds more than the limit, however
 * the server counts it and although requests arrive later or earlier than their turn.
 *
 * <p>For that, burst plus rate times (window plus {@link #jitter}) is the limit. A bucket that
 * holds the whole limit does not keep it: a burst right after a full window is answered 429.
 *
 * <p>Immutable.
 */
public final class ApiLimit {
  /** What Talkturo documents: 1000 requests per hour and API key; a turn every 3.6 s. */
  public static final ApiLimit DEFAULT = of(1_000, Duration.ofHours(1));

  private static final String NAME_PREFIX = "talkturo-rate-limit:";

  private final int requests;
  private final Duration window;
  private final int burst;
  private final Duration jitter;

  private ApiLimit(int requests, Duration window, int burst, Duration jitter) {
    require(requests >= 2, "requests", requests, "2 or more");
    require(
        isPositive(window) && window.compareTo(Duration.ofDays(366)) <= 0,
        "window",
        window,
        "more than zero, up to 366 days");
    require(burst >= 1 && burst < requests, "burst", burst, "1 to " + (requests - 1));
    require(
        !jitter.isNegative() && jitter.compareTo(window) <= 0,
        "jitter",
        jitter,
        "zero to the window, " + window);
    this.requests = requests;
    this.window = window;
    this.burst = burst;
    this.jitter = jitter;
  }

  /**
   * So many requests per window, with a burst of 1 and a jitter of 1 s (of a tenth of the window if
   * that is less).
   *
   * @param requests 2 or more
   * @param window more than zero, up to 366 days
   * @throws IllegalArgumentException if one of them is out of range
   */
  public static ApiLimit of(int requests, Duration window) {
    Duration second = Duration.ofSeconds(1);
    Duration tenth = window.dividedBy(10);
    return new ApiLimit(requests, window, 1, tenth.compareTo(second) < 0 ? tenth : second);
  }

  /**
   * How many requests may go at once after a pause. Each costs the steady rate: of 1000 requests an
   * hour, a burst of 1 leaves a turn every 3.6 s, a burst of 100 one every 4.0 s and a burst of 500
   * one every 7.2 s.
   *
   * @param newBurst 1, the default, to one less than the limit
   * @throws IllegalArgumentException if it is out of range
   */
  public ApiLimit burst(int newBurst) {
    return new ApiLimit(requests, window, newBurst, jitter);
  }

  /**
   * How much later or earlier than its turn a request may reach the server: what the network and
   * busy processors take, and how far the clocks of a fleet are apart. Costs its share of the
   * window: 1 s of a minute is 1.6 %.
   *
   * @param newJitter zero to the window
   * @throws IllegalArgumentException if it is out of range
   */
  public ApiLimit jitter(Duration newJitter) {
    return new ApiLimit(requests, window, burst, newJitter);
  }

  int burst() {
    return burst;
  }

  /** How far apart the turns are when the burst is used up. */
  public Duration interval() {
    return window.plus(jitter).dividedBy(requests - burst);
  }

  /** The limit as a bucket of Bucket4j. */
  public BucketConfiguration configuration() {
    return BucketConfiguration.builder()
        .addLimit(
            limit -> limit.capacity(burst).refillGreedy(requests - burst, window.plus(jitter)))
        .build();
  }

  /**
   * What one of so many instances may send if they cannot ask each other: the shares add up to no
   * more than the limit.
   */
  ApiLimit share(int fleetSize) {
    require(
        fleetSize >= 1 && fleetSize <= requests / 2,
        "fleetSize",
        fleetSize,
        "1 to " + requests / 2);
    return new ApiLimit(requests / fleetSize, window, Math.max(1, burst / fleetSize), jitter);
  }

  /**
   * A name for the bucket of this API key in a shared store: the same for everybody with the key,
   * and a SHA-256 hash, so that the store never holds the key.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  public static String bucketName(String apiKey) {
    if (apiKey.isBlank()) {
      throw new IllegalArgumentException("apiKey is blank");
    }
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha256.digest((NAME_PREFIX + apiKey).getBytes(StandardCharsets.UTF_8));
      return NAME_PREFIX + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static boolean isPositive(Duration duration) {
    return !duration.isZero() && !duration.isNegative();
  }

  static void require(boolean isAllowed, String name, Object value, String allowed) {
    if (!isAllowed) {
      throw new IllegalArgumentException(name + " is " + value + "; allowed is " + allowed);
    }
  }

  /** Requests, window, burst and jitter. */
  @Override
  public String toString() {
    return requests + " per " + window + ", burst " + burst + ", jitter " + jitter;
  }
}
