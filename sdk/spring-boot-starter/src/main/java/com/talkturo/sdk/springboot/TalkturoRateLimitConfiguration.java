package com.talkturo.sdk.springboot;

import com.talkturo.ratelimit.ApiLimit;
import com.talkturo.ratelimit.BucketRateLimiter;
import com.talkturo.sdk.http.RateLimiter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A limiter for this JVM alone, with {@code talkturo.rate-limit.enabled=true}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("talkturo.rate-limit.enabled")
@ConditionalOnMissingBean(RateLimiter.class)
class TalkturoRateLimitConfiguration {

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(BucketRateLimiter.class)
  @EnableConfigurationProperties(TalkturoRateLimitProperties.class)
  static class Local {
    @Bean
    BucketRateLimiter talkturoRateLimiter(TalkturoRateLimitProperties properties) {
      try {
        return BucketRateLimiter.local(limit(properties));
      } catch (IllegalArgumentException e) {
        throw ClientNotBuiltException.ofRateLimit(e);
      }
    }

    private static ApiLimit limit(TalkturoRateLimitProperties properties) {
      ApiLimit limit =
          ApiLimit.of(properties.requests(), properties.window()).burst(properties.burst());
      return properties.jitter() == null ? limit : limit.jitter(properties.jitter());
    }
  }

  /** Without the module, calls would go out unlimited, and nobody would know. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingClass("com.talkturo.ratelimit.BucketRateLimiter")
  static class Missing {
    @Bean
    RateLimiter talkturoRateLimiter() {
      throw ClientNotBuiltException.withoutRateLimitModule();
    }
  }
}
