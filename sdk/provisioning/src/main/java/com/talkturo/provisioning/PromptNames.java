package com.talkturo.provisioning;

import com.talkturo.provisioning.PromptFinding.Severity;
import com.talkturo.provisioning.PromptScanner.Variable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names that Talkturo fills in, as its newer documentation lists them. */
final class PromptNames {
  private static final List<String> KNOWN =
      List.of(
          "contact.first_name",
          "contact.last_name",
          "contact.full_name",
          "contact.email",
          "contact.phone",
          "contact.job_title",
          "contact.lead_status",
          "company.name",
          "company.website",
          "company.industry",
          "company.phone",
          "company.city",
          "company.state",
          "company.country",
          "campaign.name",
          "campaign.description",
          "campaign.from_number");
  private static final List<String> CUSTOM = List.of("contact.custom.", "company.custom.");
  private static final Pattern OTHER_VENDOR =
      Pattern.compile(
          "customer\\..*|system__.*|telnyx_.*|now|trigger\\..*|http_request\\..*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern GREETING =
      Pattern.compile(
          ".*\\b(hi|hello|hey|dear|hallo|liebe|lieber|good morning)\\s*$",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Set<String> customFields;
  private final boolean outboundIsOff;
  private final boolean takesVariables;

  PromptNames(Set<String> customFields, boolean outboundIsOff, boolean takesVariables) {
    this.customFields = customFields;
    this.outboundIsOff = outboundIsOff;
    this.takesVariables = takesVariables;
  }

  void check(Variable variable, String text, PromptLocator locator, List<PromptFinding> findings) {
    String name = variable.inner().strip();
    int at = variable.start();
    if (!takesVariables) {
      findings.add(
          locator.at(
              at,
              Severity.WARNING,
              shown(name)
                  + " in a field that takes no variables; first_message and system_prompt do"));
      return;
    }
    Optional<String> warning = warning(name);
    if (warning.isPresent()) {
      findings.add(locator.at(at, Severity.WARNING, warning.get()));
      return;
    }
    if (!name.equals(variable.inner())) {
      findings.add(
          locator.at(
              at, Severity.HINT, "spaces inside the braces; whether they count is not documented"));
    }
    if (outboundIsOff && name.startsWith("campaign.")) {
      findings.add(
          locator.at(
              at,
              Severity.HINT,
              shown(name) + " while outbound_enabled is off: only campaigns set it"));
    }
    if (breaksWhenEmpty(variable, text)) {
      findings.add(
          locator.at(
              at,
              Severity.HINT,
              "the sentence breaks when " + shown(name) + " is empty, as in \"Hi ,\""));
    }
  }

  private static String shown(String name) {
    return "{{" + name + "}}";
  }

  /** Why a name is not filled in; empty if it is. */
  private Optional<String> warning(String name) {
    if (KNOWN.contains(name)) {
      return Optional.empty();
    }
    if (name.indexOf('|') >= 0) {
      return Optional.of(shown(name) + " has a filter; Talkturo documents none");
    }
    for (String prefix : CUSTOM) {
      if (name.startsWith(prefix) && name.length() > prefix.length()) {
        return isDeclared(name, name.substring(prefix.length()))
            ? Optional.empty()
            : Optional.of("custom field " + shown(name) + " is not declared" + nearest(name));
      }
    }
    if (name.startsWith("opportunity.")) {
      return Optional.of(shown(name) + ": Talkturo documents no variables of opportunities");
    }
    if (OTHER_VENDOR.matcher(name).matches()) {
      return Optional.of(shown(name) + " is another vendor's, or of flows only" + nearest(name));
    }
    return Optional.of("unknown variable " + shown(name) + nearest(name));
  }

  private boolean isDeclared(String name, String key) {
    return customFields.contains(name) || customFields.contains(key);
  }

  private String nearest(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    Set<String> all = new TreeSet<>(KNOWN);
    for (String custom : customFields) {
      boolean inFull = CUSTOM.stream().anyMatch(custom::startsWith);
      (inFull ? Stream.of(custom) : CUSTOM.stream().map(prefix -> prefix + custom))
          .forEach(all::add);
    }
    return all.stream()
        .min(Comparator.comparingInt(known -> distance(lower, known)))
        .filter(known -> distance(lower, known) <= Math.max(2, known.length() / 3))
        .map(known -> "; did you mean " + shown(known) + "?")
        .orElse("");
  }

  /** Edits between two texts; the same measure as of a spelling checker. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  /** A greeting right before it, and a comma or the like right after. */
  private static boolean breaksWhenEmpty(Variable variable, String text) {
    String before = text.substring(Math.max(0, variable.start() - 20), variable.start());
    boolean endsThere =
        variable.end() < text.length() && ",.!:;".indexOf(text.charAt(variable.end())) >= 0;
    return endsThere && GREETING.matcher(before).matches();
  }
}
