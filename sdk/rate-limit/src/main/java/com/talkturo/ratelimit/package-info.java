/**
 * Rate limiters on Bucket4j: one limit for a client, or for a whole fleet that shares a store.
 *
 * <pre>
 * {@link com.talkturo.ratelimit.ApiLimit}            so many requests per window, as a bucket
 * {@link com.talkturo.ratelimit.BucketRateLimiter}   gives turns from a bucket, local or shared
 * </pre>
 */
@NullMarked
package com.talkturo.ratelimit;

import org.jspecify.annotations.NullMarked;
