/** Keeps the API's rate limit; start at {@link com.talkturo.ratelimit.BucketRateLimiter}. */
module com.talkturo.ratelimit {
  requires transitive com.talkturo.sdk;
  requires transitive io.github.bucket4j.core;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports com.talkturo.ratelimit;
}
