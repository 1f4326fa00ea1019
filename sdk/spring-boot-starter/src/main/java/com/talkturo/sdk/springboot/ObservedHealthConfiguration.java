package com.talkturo.sdk.springboot;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.springboot.ObservedHealth.Report;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the health indicators have in common. Not nested in their configuration: Spring would read
 * it from there without any of them.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TalkturoHealthProperties.class)
class ObservedHealthConfiguration {
  @Bean
  ObservedHealth talkturoObservedHealth(TalkturoHealthProperties properties) {
    return new ObservedHealth(properties.window(), System::nanoTime);
  }

  /**
   * What an indicator tells; the client is asked for late, because it tells the other what it does.
   */
  static Supplier<Report> reports(
      ObservedHealth observed,
      TalkturoHealthProperties properties,
      Supplier<TalkturoClient> client) {
    if (!Boolean.TRUE.equals(properties.probe())) {
      return observed::report;
    }
    KeyProbe probe =
        new KeyProbe(
            () ->
                client
                    .get()
                    .withOptions(o -> o.timeout(KeyProbe.PATIENCE).maxRetries(0))
                    .apiKeys()
                    .testAsync(),
            observed::ranOutOfTimeWaiting,
            System::nanoTime);
    return () -> {
      Report report = observed.report();
      return report.status().equals(ObservedHealth.UNKNOWN) ? probe.report() : report;
    };
  }
}
