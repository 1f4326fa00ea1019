package com.talkturo.provisioning.files;

import com.talkturo.provisioning.AssistantSpec;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the files say for one environment; all of it is valid.
 *
 * @param environment the name of its file
 * @param baseUrl where the API is, if the file says so
 * @param accountSlug the account, if the file says so
 * @param apiKeyVariable the environment variable that holds the API key
 * @param customFields the keys of the account's custom fields
 * @param strictPrompts whether warnings about prompts are errors
 * @param specs by key, the name of the assistant's file
 * @param stateFolder where {@link com.talkturo.provisioning.StateStore#files} keeps the state of
 *     this environment
 */
public record Declared(
    String environment,
    Optional<String> baseUrl,
    Optional<String> accountSlug,
    String apiKeyVariable,
    Set<String> customFields,
    boolean strictPrompts,
    Map<String, AssistantSpec> specs,
    Path stateFolder) {}
