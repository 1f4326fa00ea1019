package com.talkturo.sdk.springboot;

import com.talkturo.provisioning.Provisioner;
import com.talkturo.provisioning.StateStore;
import com.talkturo.sdk.TalkturoClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * A {@link Provisioner} for the application where it has a {@link StateStore} bean and {@code
 * talkturo-provisioning} on its class path; none if the application defines its own.
 *
 * <p>Nothing is ever written at the start, not even {@link Provisioner#init}. With {@code
 * talkturo.provisioning.verify=warn} or {@code fail}, what {@link DeclaredAssistants} beans declare
 * is compared with the API once the application has started: reads only.
 */
@AutoConfiguration(after = TalkturoAutoConfiguration.class)
@ConditionalOnClass(Provisioner.class)
@ConditionalOnBean({StateStore.class, TalkturoClient.class})
@EnableConfigurationProperties(TalkturoProvisioningProperties.class)
public class TalkturoProvisioningAutoConfiguration {
  /** For Spring. */
  public TalkturoProvisioningAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  Provisioner talkturoProvisioner(
      TalkturoClient talkturo, StateStore store, TalkturoProvisioningProperties properties) {
    Provisioner.Builder builder =
        Provisioner.builder(talkturo).store(store).environment(properties.environment());
    String accountSlug = properties.accountSlug();
    if (accountSlug != null) {
      builder.accountSlug(accountSlug);
    }
    return builder.build();
  }

  /** Before the application takes traffic, after all beans are there. */
  @Bean
  ApplicationRunner talkturoProvisioningVerification(
      Provisioner provisioner,
      TalkturoProvisioningProperties properties,
      ObjectProvider<DeclaredAssistants> declared) {
    StartVerification verification = new StartVerification(provisioner, properties.verify());
    return arguments -> declared.orderedStream().forEach(verification::verify);
  }
}
