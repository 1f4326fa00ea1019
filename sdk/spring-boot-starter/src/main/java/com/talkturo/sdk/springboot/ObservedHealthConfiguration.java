package com.talkturo.sdk.springboot;

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
}
