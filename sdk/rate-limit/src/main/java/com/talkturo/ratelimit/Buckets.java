package com.talkturo.ratelimit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;

/** Buckets in this JVM, on a clock that nobody sets: a wall clock may be put forward or back. */
final class Buckets {
  private Buckets() {}

  static Bucket local(BucketConfiguration configuration, TimeMeter clock) {
    LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(clock);
    for (Bandwidth limit : configuration.getBandwidths()) {
      builder.addLimit(limit);
    }
    return builder.build();
  }
}
