package com.talkturo.provisioning;

import java.util.Map;
import java.util.Set;

/**
 * A live assistant as a spec.
 *
 * @param key the caller's own key
 * @param assistantId the assistant
 * @param spec everything that the SDK models and the API shows; phone numbers by id, if the API
 *     lists them
 * @param emptyFields the names of the modelled fields that the API shows as {@code null}
 * @param phoneNumbers those of the assistant's phone numbers that the API shows in E.164 form, by
 *     id
 * @param otherFields the names of what else the API shows, modelled fields with a value that no
 *     spec can declare among them; without values, because the newer documentation has secrets
 *     among them
 */
public record Pulled(
    String key,
    String assistantId,
    AssistantSpec spec,
    Set<String> emptyFields,
    Map<String, String> phoneNumbers,
    Set<String> otherFields) {}
