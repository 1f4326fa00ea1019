package com.talkturo.provisioning;

import java.util.Set;

/**
 * A live assistant as a spec.
 *
 * @param key the caller's own key
 * @param assistantId the assistant
 * @param spec everything that the SDK models and the API shows; phone numbers by id, if the API
 *     lists them
 * @param otherFields the names of what else the API shows; without values, because the newer
 *     documentation has secrets among them
 */
public record Pulled(String key, String assistantId, AssistantSpec spec, Set<String> otherFields) {}
