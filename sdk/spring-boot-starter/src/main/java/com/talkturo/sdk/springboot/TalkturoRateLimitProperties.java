package com.talkturo.sdk.springboot;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * The properties {@code talkturo.rate-limit.*}, next to {@code enabled}: what ApiLimit of
 * talkturo-rate-limit takes.
 *
 * @param requests Requests per window that the API allows the key.
 * @param window Window in which the API counts. Without a unit in seconds.
 * @param burst Requests that may go at once after a pause; each slows down the others.
 * @param jitter How much later or earlier than its turn a request may arrive. Without a unit in
 *     seconds. Default is 1s.
 */
@ConfigurationProperties("talkturo.rate-limit")
record TalkturoRateLimitProperties(
    @DefaultValue("1000") int requests,
    @DurationUnit(ChronoUnit.SECONDS) @DefaultValue("1h") Duration window,
    @DefaultValue("1") int burst,
    @DurationUnit(ChronoUnit.SECONDS) @Nullable Duration jitter) {}
