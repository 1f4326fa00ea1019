package com.talkturo.sdk.springboot;

import com.talkturo.provisioning.AssistantSpec;
import com.talkturo.provisioning.Plan;
import com.talkturo.provisioning.Provisioner;
import com.talkturo.sdk.springboot.TalkturoProvisioningProperties.Verification;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares what is declared with the API, and tells; never writes. */
final class StartVerification {
  private static final Logger LOG = LoggerFactory.getLogger(StartVerification.class);

  private final Provisioner provisioner;
  private final Verification verification;

  StartVerification(Provisioner provisioner, Verification verification) {
    this.provisioner = provisioner;
    this.verification = verification;
  }

  /** Asks what is declared only if that is to be compared: it may come from files or a database. */
  void verify(DeclaredAssistants declared) {
    if (verification == Verification.OFF) {
      return;
    }
    Plan plan;
    try {
      Map<String, AssistantSpec> specsByKey = declared.specsByKey();
      if (specsByKey.isEmpty()) {
        return;
      }
      plan = provisioner.plan(specsByKey);
    } catch (RuntimeException e) {
      // Whatever it is: a warning must not keep the application from starting.
      tell("the assistants could not be compared: " + e.getMessage(), e);
      return;
    }
    if (!plan.isEmpty()) {
      tell("the assistants are not as declared:\n" + plan, null);
    }
  }

  private void tell(String what, @Nullable RuntimeException cause) {
    if (verification == Verification.FAIL) {
      throw new IllegalStateException("talkturo.provisioning.verify=fail: " + what, cause);
    }
    LOG.warn(what, cause);
  }
}
