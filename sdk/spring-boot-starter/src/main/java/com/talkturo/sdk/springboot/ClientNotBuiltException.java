package com.talkturo.sdk.springboot;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The properties, or the beans that customize, do not make a client. Names the property. */
final class ClientNotBuiltException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  /** Where the builder's word is another than the property's. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of("maxResponseBytes", "max-response-size");

  private final String action;

  ClientNotBuiltException(IllegalArgumentException reason) {
    super(message(reason), reason);
    this.action =
        property(reason)
            .map(name -> "Set " + name + (name.endsWith("api-key") ? OR_VARIABLE : OR_CUSTOMIZER))
            .orElse("Correct the properties talkturo.* or the TalkturoClientCustomizer beans.");
  }

  private static final String OR_VARIABLE =
      ", or the environment variable TALKTURO_API_KEY, to the API key from the dashboard.";
  private static final String OR_CUSTOMIZER =
      " to an allowed value, or correct the TalkturoClientCustomizer bean that sets it.";

  private static String message(IllegalArgumentException reason) {
    String said = String.valueOf(reason.getMessage());
    return property(reason)
        .map(name -> "There is no TalkturoClient: " + name + said.substring(said.indexOf(' ')))
        .orElse("There is no TalkturoClient: " + said);
  }

  /** The SDK's messages start with the name of the option. */
  private static Optional<String> property(IllegalArgumentException reason) {
    String said = String.valueOf(reason.getMessage());
    String option = said.substring(0, Math.max(0, said.indexOf(' ')));
    if (!option.matches("[a-z][a-zA-Z-]*")) {
      return Optional.empty();
    }
    String dashed =
        OTHER_NAMES.getOrDefault(
            option, option.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    return TalkturoProperties.hasProperty(dashed)
        ? Optional.of("talkturo." + dashed)
        : Optional.empty();
  }

  String action() {
    return action;
  }
}
