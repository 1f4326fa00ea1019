package com.talkturo.sdk.springboot;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code talkturo.provisioning.*}.
 *
 * @param environment Your own word for what the state belongs to, such as prod.
 * @param accountSlug The account that the state belongs to; that of the client if left out.
 * @param verify Whether declared assistants are compared with the API at the start. Reads only.
 */
@ConfigurationProperties("talkturo.provisioning")
record TalkturoProvisioningProperties(
    @DefaultValue("default") String environment,
    @Nullable String accountSlug,
    @DefaultValue("off") Verification verify) {
  /** What a start does about assistants that are not as declared. */
  enum Verification {
    /** Nothing is read. */
    OFF,
    /** The plan goes to the log as a warning. */
    WARN,
    /** The application does not start. */
    FAIL
  }
}
