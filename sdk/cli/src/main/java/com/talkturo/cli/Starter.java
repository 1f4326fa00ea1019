package com.talkturo.cli;

import java.util.Optional;

/** The files that a new folder begins with. */
final class Starter {
  static final String MAIN =
      """
      # For all assistants. Fields have the API's JSON names.
      custom_fields: []        # keys of the account's custom fields, for the check of prompts
      defaults:
        provider: openai
        model: gpt-4o-mini
        temperature: 0.4
      """;

  static final String ASSISTANT =
      """
      # The file's name is the key; the name below is what the dashboard shows.
      name: Front desk
      templateId: inbound-support
      first_message: Good morning. How can I help?
      system_prompt: {file: prompts/front-desk.md}
      """;

  static final String PROMPT =
      """
      You are the front desk of a small company. You are on the phone.

      Answer questions about opening hours: Monday to Friday, 9 to 17.
      If you cannot help, offer that somebody calls back.
      """;

  static final String GITIGNORE = "/.embedded/\n";

  private Starter() {}

  static String environment(Optional<String> baseUrl, Optional<String> account) {
    return line("base_url", baseUrl, "https://api.talkturo.com")
        + line("account", account, "the slug in the dashboard's URL")
        + "api_key_variable: TALKTURO_API_KEY   # the name of the variable, never the key\n";
  }

  private static String line(String name, Optional<String> value, String otherwise) {
    return value
        .map(text -> name + ": \"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n")
        .orElse("# " + name + ": " + otherwise + "\n");
  }
}
