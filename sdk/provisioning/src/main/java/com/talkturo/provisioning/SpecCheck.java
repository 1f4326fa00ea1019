package com.talkturo.provisioning;

import com.talkturo.provisioning.PromptFinding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a key and its spec must fulfil before anything is sent for any key. */
final class SpecCheck {
  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

  private SpecCheck() {}

  static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }

  static String key(String key) {
    if (!isKey(key)) {
      throw new IllegalArgumentException(
          "key is \"" + key + "\"; allowed is " + KEY.pattern() + ", such as customer-4711");
    }
    return key;
  }

  /**
   * Checks key and prompts; the values themselves were checked when the spec was built.
   *
   * @throws IllegalArgumentException if the key is no key
   * @throws InvalidSpecException if a prompt has errors, in strict mode warnings too
   */
  static List<PromptFinding> check(String key, AssistantSpec spec, ApplyOptions options) {
    key(key);
    List<PromptFinding> findings = new ArrayList<>();
    for (Map.Entry<String, @Nullable Object> field : spec.fields().entrySet()) {
      if (field.getValue() instanceof String text) {
        Set<String> custom = options.customFields;
        Prompts.checkField(field.getKey(), text, custom, isOutboundOff(spec))
            .forEach(finding -> findings.add(finding.in(field.getKey())));
      }
    }
    Severity least = options.strictPrompts ? Severity.WARNING : Severity.ERROR;
    findings.stream()
        .filter(finding -> finding.severity().compareTo(least) <= 0)
        .findFirst()
        .ifPresent(
            finding -> {
              throw new InvalidSpecException(key, finding.toString(), null);
            });
    return findings;
  }

  private static boolean isOutboundOff(AssistantSpec spec) {
    return Boolean.FALSE.equals(spec.fields().get(ManagedField.OUTBOUND_ENABLED.jsonName()));
  }
}
