package com.talkturo.ratelimit;

/**
 * What a {@link BucketRateLimiter} has done since it was made, for metrics: every number only
 * grows.
 *
 * @param taken turns that were given, from the store and locally
 * @param takenLocally turns that were given from the local share, because the store was away
 * @param late turns that were not given, because they would have come after the deadline
 * @param unused turns that were given and then lost: the call ended while it waited
 * @param rejected answers 429 all the same
 * @param storeFailures questions to the store that failed or took longer than the timeout
 */
public record TurnCounts(
    long taken, long takenLocally, long late, long unused, long rejected, long storeFailures) {}
