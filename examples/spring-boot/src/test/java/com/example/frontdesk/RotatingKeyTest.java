package com.example.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.springboot.TalkturoAutoConfiguration;
import com.talkturo.sdk.springboot.TalkturoClientCustomizer;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A key that changes while the application runs; the customizer's Javadoc shows this bean. */
@ExtendWith(TalkturoServerExtension.class)
class RotatingKeyTest {
  /** Stands for the application's store of secrets. */
  static final class Vault {
    final AtomicReference<String> key = new AtomicReference<>();

    String talkturoKey() {
      return key.get();
    }
  }

  @Configuration
  static class Keys {
    @Bean
    Vault vault() {
      return new Vault();
    }

    @Bean
    TalkturoClientCustomizer rotatingKey(Vault vault) {
      return builder -> builder.apiKey(vault::talkturoKey);
    }
  }

  @Test
  void theNextCallIsSignedWithTheNewKey(TalkturoServer server) {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(TalkturoAutoConfiguration.class))
        .withUserConfiguration(Keys.class)
        .withPropertyValues(
            "talkturo.base-url=" + server.baseUrl(),
            "talkturo.account-slug=" + server.accountSlug())
        .run(
            context -> {
              TalkturoClient talkturo = context.getBean(TalkturoClient.class);
              AtomicReference<String> key = context.getBean(Vault.class).key;
              key.set(server.apiKey());
              String id = talkturo.assistants().create(r -> r.name("Front desk")).id();

              server.acceptApiKey("tk_test_second");
              server.revokeApiKey(server.apiKey());
              key.set("tk_test_second");

              assertThat(talkturo.assistants().get(id).name()).contains("Front desk");
            });
  }
}
