package com.talkturo.sdk.springboot;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.springboot.ObservedHealth.Report;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The health indicator {@code talkturo} for each version of Spring Boot. Off unless asked for: an
 * outage of Talkturo must not take an application out of rotation by surprise.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("management.health.talkturo.enabled")
@ConditionalOnMissingBean(name = "talkturoHealthIndicator")
class TalkturoHealthConfiguration {

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(org.springframework.boot.actuate.health.HealthIndicator.class)
  @Import(ObservedHealthConfiguration.class)
  static class SpringBoot3 {
    @Bean
    org.springframework.boot.actuate.health.HealthIndicator talkturoHealthIndicator(
        ObservedHealth observed,
        TalkturoHealthProperties properties,
        ObjectProvider<TalkturoClient> client) {
      Supplier<Report> reports =
          ObservedHealthConfiguration.reports(observed, properties, client::getObject);
      return () -> {
        Report report = reports.get();
        return org.springframework.boot.actuate.health.Health.status(report.status())
            .withDetails(report.details())
            .build();
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(org.springframework.boot.health.contributor.HealthIndicator.class)
  @Import(ObservedHealthConfiguration.class)
  static class SpringBoot4 {
    @Bean
    org.springframework.boot.health.contributor.HealthIndicator talkturoHealthIndicator(
        ObservedHealth observed,
        TalkturoHealthProperties properties,
        ObjectProvider<TalkturoClient> client) {
      Supplier<Report> reports =
          ObservedHealthConfiguration.reports(observed, properties, client::getObject);
      return () -> {
        Report report = reports.get();
        return org.springframework.boot.health.contributor.Health.status(report.status())
            .withDetails(report.details())
            .build();
      };
    }
  }
}
