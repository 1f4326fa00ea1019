package com.talkturo.sdk.springboot;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.http.RateLimiter;
import com.talkturo.sdk.http.TalkturoListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * One {@link TalkturoClient} for the application, built from {@code talkturo.*} and closed with the
 * context; none if the application defines its own.
 *
 * <p>A bean of type {@link RateLimiter} decides when it makes attempts; {@code
 * talkturo.rate-limit.enabled=true} makes one for this JVM alone, with talkturo-rate-limit.
 *
 * <p>All beans of type {@link TalkturoListener} are told what it does. One of them times requests,
 * attempts and waits for a turn as {@code talkturo.requests}, {@code talkturo.attempts} and {@code
 * talkturo.waits} where there is a MeterRegistry; another makes observations of requests and
 * attempts where there is an ObservationRegistry, for a tracer; a third is the health indicator
 * {@code talkturo}, with Actuator and {@code management.health.talkturo.enabled=true}.
 */
@AutoConfiguration(
    afterName = {
      // Where the registries come from in Spring Boot 3, and in 4.
      "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
      "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
    })
@EnableConfigurationProperties(TalkturoProperties.class)
@Import({
  TalkturoMicrometerConfiguration.class,
  TalkturoHealthConfiguration.class,
  TalkturoRateLimitConfiguration.class
})
public class TalkturoAutoConfiguration {
  /** For Spring. */
  public TalkturoAutoConfiguration() {}

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  TalkturoClient talkturoClient(
      TalkturoProperties properties,
      ObjectProvider<TalkturoClientCustomizer> customizers,
      ObjectProvider<TalkturoListener> listeners,
      ObjectProvider<RateLimiter> limiter) {
    TalkturoClient.Builder builder = TalkturoClient.builder();
    try {
      properties.applyTo(builder);
      listeners.orderedStream().forEach(builder::listener);
      limiter.ifAvailable(builder::rateLimiter);
      customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw ClientNotBuiltException.of(e);
    }
  }
}
