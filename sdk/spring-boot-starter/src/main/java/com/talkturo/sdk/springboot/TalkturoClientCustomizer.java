package com.talkturo.sdk.springboot;

import com.talkturo.sdk.TalkturoClient;

/**
 * Changes the client that the starter builds: what has no property, such as a key that rotates or
 * an OkHttpClient of the application's own.
 *
 * <pre>{@code
 * @Bean
 * TalkturoClientCustomizer rotatingKey(Vault vault) {
 *   return builder -> builder.apiKey(vault::talkturoKey);
 * }
 * }</pre>
 *
 * <p>Customizers run after the properties are applied, in the order of their beans.
 */
@FunctionalInterface
public interface TalkturoClientCustomizer {
  /** Changes the builder; the starter builds it afterwards. */
  void customize(TalkturoClient.Builder builder);
}
