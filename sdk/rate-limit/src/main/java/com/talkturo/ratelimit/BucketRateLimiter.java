package com.talkturo.ratelimit;

import com.talkturo.sdk.http.RateLimiter;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

/**
 * A {@link RateLimiter} whose turns come from a bucket of Bucket4j.
 *
 * <pre>{@code
 * // One client:
 * RateLimiter limiter = BucketRateLimiter.local(ApiLimit.DEFAULT);
 *
 * // Twenty instances that share the limit of one key; any back end of Bucket4j serves:
 * RateLimiter limiter =
 *     BucketRateLimiter.shared(proxyManager.asAsync(), apiKey, ApiLimit.DEFAULT)
 *         .fleetSize(20)
 *         .build();
 *
 * TalkturoClient client = TalkturoClient.builder().apiKey(apiKey).rateLimiter(limiter).build();
 * }</pre>
 *
 * <p>Turns are given in the order of the questions. A turn that would come after the deadline of
 * the call is not taken. A turn that is taken and not used is lost, and {@linkplain #counts()
 * counted}.
 *
 * <p>Logs to {@value #LOGGER}. Safe for use from many threads, and by many clients with the same
 * API key: the API counts per key.
 */
public final class BucketRateLimiter implements RateLimiter {
  /** The name of the SLF4J logger. */
  public static final String LOGGER = "com.talkturo.ratelimit";

  private static final long MAX_NANOS = Duration.ofDays(365).toNanos();

  private final TurnSource turns;
  private final LongAdder taken = new LongAdder();
  private final LongAdder late = new LongAdder();
  private final LongAdder unused = new LongAdder();
  private final LongAdder rejected = new LongAdder();

  private BucketRateLimiter(TurnSource turns) {
    this.turns = turns;
  }

  /** Keeps this limit alone: for one JVM with the API key. */
  public static BucketRateLimiter local(ApiLimit limit) {
    return of(Buckets.local(limit.configuration(), TimeMeter.SYSTEM_NANOTIME));
  }

  /**
   * Turns from a bucket in this JVM, with limits of your own; see {@link ApiLimit} for how a bucket
   * keeps the API's.
   *
   * @throws IllegalArgumentException if the bucket is a proxy for a store: questions to it need a
   *     timeout, see {@link #shared(Bucket, ApiLimit)}
   */
  public static BucketRateLimiter of(Bucket bucket) {
    if (bucket instanceof BucketProxy) {
      throw new IllegalArgumentException(
          "bucket is a proxy for a store; allowed is a local one, and shared(bucket, limit) takes"
              + " proxies");
    }
    return new BucketRateLimiter(new LocalTurns(Objects.requireNonNull(bucket, "bucket")));
  }

  /**
   * Shares the limit of this API key with everybody who uses the same store. Concurrent questions
   * of this JVM travel together, and one alone costs what a change of a bucket costs in the store:
   * two round trips where that is a compare-and-swap, such as in Redis.
   *
   * <p>The bucket's name is {@link ApiLimit#bucketName} and holds no key. Give the proxy manager a
   * request timeout of a second or so: a turn that comes after {@link Builder#storeTimeout} serves
   * the next call, and one that comes much later is lost. Give it an expiry, so that buckets of old
   * keys go away.
   *
   * <p>A bucket that exists keeps the limit that it was made with. To change it, let it expire,
   * remove it, or use {@code replaceConfiguration} of Bucket4j.
   */
  public static Builder shared(AsyncProxyManager<String> store, String apiKey, ApiLimit limit) {
    return shared(
        store
            .builder()
            .withOptimization(Optimizations.batching())
            .build(
                ApiLimit.bucketName(apiKey),
                () -> CompletableFuture.completedFuture(limit.configuration())),
        limit);
  }

  /**
   * The same for a back end that blocks. It is asked on up to 16 daemon threads of the limiter's
   * own, so that a call does not wait longer than the timeout either.
   */
  public static Builder shared(ProxyManager<String> store, String apiKey, ApiLimit limit) {
    return shared(
        store
            .builder()
            .withOptimization(Optimizations.batching())
            .build(ApiLimit.bucketName(apiKey), limit::configuration),
        limit);
  }

  /**
   * Turns from a bucket in a store, under a name of your own.
   *
   * @param limit what the bucket keeps; what each instance keeps its share of while the store is
   *     away
   */
  public static Builder shared(AsyncBucketProxy bucket, ApiLimit limit) {
    return new Builder(new AsyncStore(Objects.requireNonNull(bucket, "bucket")), limit);
  }

  /** The same for a bucket that blocks: a proxy, or what else implements {@link Bucket}. */
  public static Builder shared(Bucket bucket, ApiLimit limit) {
    return new Builder(new BlockingStore(Objects.requireNonNull(bucket, "bucket")), limit);
  }

  /** What to do while the store of a shared limit is away or slow. */
  public static final class Builder {
    private final Store store;
    private final ApiLimit limit;
    private Duration timeout = Duration.ofMillis(50);
    private int fleetSize;
    private boolean fails;

    private Builder(Store store, ApiLimit limit) {
      this.store = store;
      this.limit = Objects.requireNonNull(limit, "limit");
    }

    /**
     * How many instances share the limit. While the store is away, each serves its share of the
     * limit from a local bucket: at the switch, the fleet may exceed the limit by one burst of the
     * shares, which is a request per instance. Count all that may run at the same time.
     *
     * @param instances 1 to half of the limit's requests
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder fleetSize(int instances) {
      limit.share(instances);
      fleetSize = instances;
      return this;
    }

    /**
     * While the store is away, calls fail with {@link StoreUnavailableException} and send nothing,
     * instead of serving the share of this instance.
     */
    public Builder failWithoutStore() {
      fails = true;
      return this;
    }

    /**
     * How long a call waits for the store, but never past its deadline; the default is 50 ms. After
     * a question that got no answer in that time the store is away: nobody waits for it, and one
     * question per second looks whether it is back.
     *
     * @param newTimeout more than zero, up to a minute
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder storeTimeout(Duration newTimeout) {
      ApiLimit.require(
          ApiLimit.isPositive(newTimeout) && newTimeout.compareTo(Duration.ofMinutes(1)) <= 0,
          "storeTimeout",
          newTimeout,
          "more than zero, up to a minute");
      timeout = newTimeout;
      return this;
    }

    /**
     * Makes the limiter. Asks the store once, without taking a turn, for up to a second: the first
     * question loads what the others need. A store that is away then is no failure.
     *
     * @throws IllegalArgumentException if neither {@link #fleetSize} nor {@link #failWithoutStore}
     *     was called
     */
    public BucketRateLimiter build() {
      if (fleetSize == 0 && !fails) {
        throw new IllegalArgumentException(
            "fleetSize is not set; it says what this instance may send while the store is away"
                + " (or call failWithoutStore)");
      }
      SharedTurns shared =
          new SharedTurns(store, fails ? null : new FleetShare(limit.share(fleetSize)), timeout);
      shared.makeContact();
      return new BucketRateLimiter(shared);
    }
  }

  /** Takes a turn from the bucket, or none if it would come later than {@code latest}. */
  @Override
  public Duration takeTurn(Duration latest) {
    boolean isFar = latest.compareTo(Duration.ofDays(365)) > 0;
    long maxNanos = isFar ? MAX_NANOS : Math.max(1, latest.toNanos());
    long wait = turns.reserve(maxNanos);
    (wait > maxNanos ? late : taken).increment();
    return Duration.ofNanos(wait);
  }

  /** Counts. */
  @Override
  public void rejected(Optional<Duration> retryAfter) {
    rejected.increment();
  }

  /** Counts. */
  @Override
  public void turnUnused() {
    unused.increment();
  }

  /** What happened so far. */
  public TurnCounts counts() {
    SharedTurns shared = turns instanceof SharedTurns s ? s : null;
    return new TurnCounts(
        taken.sum(),
        shared == null ? 0 : shared.takenLocally(),
        late.sum(),
        unused.sum(),
        rejected.sum(),
        shared == null ? 0 : shared.failures());
  }

  /** Whether the shared store is away right now; never for a local limit. */
  public boolean isStoreAway() {
    return turns instanceof SharedTurns shared && shared.isStoreAway();
  }
}
