package com.talkturo.sdk.springboot;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Timers where there is a MeterRegistry, and observations where there is their registry. */
@Configuration(proxyBeanMethods = false)
class TalkturoMicrometerConfiguration {
  private static final String ENABLED = "talkturo.metrics.enabled";

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(ObservationRegistry.class)
  static class Observations {
    /** The last listener: those before it hear of an end while the span is in scope. */
    @Bean
    @Order
    @ConditionalOnSingleCandidate(ObservationRegistry.class)
    ObservedRequests talkturoObservedRequests(ObservationRegistry registry) {
      return new ObservedRequests(registry);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterRegistry.class)
  @ConditionalOnBooleanProperty(name = ENABLED, matchIfMissing = true)
  static class Metrics {
    @Bean
    @Order(0)
    @ConditionalOnSingleCandidate(MeterRegistry.class)
    MeteredRequests talkturoMeteredRequests(
        MeterRegistry registry, ObjectProvider<ObservedRequests> observed) {
      return new MeteredRequests(registry, observed.getIfAvailable());
    }
  }

  /** Without timers of its own, the starter keeps those of observations away too. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({MeterRegistry.class, ObservationRegistry.class})
  @Conditional(SwitchedOff.class)
  static class NoMetrics {
    @Bean
    MeterFilter talkturoNoMetrics() {
      return MeterFilter.deny(
          meter ->
              meter.getName().startsWith(MeteredRequests.REQUESTS)
                  || meter.getName().startsWith(MeteredRequests.ATTEMPTS));
    }
  }

  static final class SwitchedOff extends NoneNestedConditions {
    SwitchedOff() {
      super(ConfigurationPhase.PARSE_CONFIGURATION);
    }

    @ConditionalOnBooleanProperty(name = ENABLED, matchIfMissing = true)
    static class SwitchedOn {}
  }
}
