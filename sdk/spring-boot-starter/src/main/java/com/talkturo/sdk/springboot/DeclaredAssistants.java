package com.talkturo.sdk.springboot;

import com.talkturo.provisioning.AssistantSpec;
import java.util.Map;

/**
 * A bean that says which assistants an application declares, for {@code
 * talkturo.provisioning.verify}: from code, or from files with {@code AssistantFiles}.
 */
@FunctionalInterface
public interface DeclaredAssistants {
  /** The assistants by key; asked for once, after the start. */
  Map<String, AssistantSpec> specsByKey();
}
