package com.talkturo.sdk.springboot;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The properties, or the beans that customize, do not make a client. Names the property. */
final class ClientNotBuiltException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  /** The SDK's messages start with the name of the option. */
  private static final Pattern OPTION = Pattern.compile("proxy (?:host|port)|[a-z][a-zA-Z-]*");

  /** Where the builder's word is another than the property's. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "maxResponseBytes", "max-response-size",
          "proxy host", "proxy.host",
          "proxy port", "proxy.port",
          "header", "headers");

  private static final String RATE_LIMIT = "talkturo.rate-limit.";
  private static final String NO_CLIENT = "There is no TalkturoClient: ";
  private static final String OR_VARIABLE =
      ", or the environment variable TALKTURO_API_KEY, to the API key from the dashboard.";
  private static final String OR_CUSTOMIZER =
      " to an allowed value, or correct the TalkturoClientCustomizer bean that sets it.";

  private final String action;

  private ClientNotBuiltException(String what, String action, @Nullable Throwable reason) {
    super(NO_CLIENT + what, reason);
    this.action = action;
  }

  /** The builder refused an option. */
  static ClientNotBuiltException of(IllegalArgumentException reason) {
    String said = String.valueOf(reason.getMessage());
    String option = option(said);
    return property(option)
        .map(
            name ->
                new ClientNotBuiltException(
                    // Which of the headers it is, follows.
                    option.equals("header")
                        ? name + ": " + said
                        : name + said.substring(option.length()),
                    "Set " + name + (name.endsWith("api-key") ? OR_VARIABLE : OR_CUSTOMIZER),
                    reason))
        .orElseGet(
            () ->
                new ClientNotBuiltException(
                    said,
                    "Correct the properties talkturo.* or the TalkturoClientCustomizer beans.",
                    reason));
  }

  /** The rate limit refused a value. */
  static ClientNotBuiltException ofRateLimit(IllegalArgumentException reason) {
    String said = String.valueOf(reason.getMessage());
    return new ClientNotBuiltException(
        RATE_LIMIT + said,
        "Set " + RATE_LIMIT + option(said) + " to an allowed value, or define a RateLimiter bean.",
        reason);
  }

  /** A rate limit was asked for without what keeps it. */
  static ClientNotBuiltException withoutRateLimitModule() {
    return new ClientNotBuiltException(
        RATE_LIMIT
            + "enabled is true and com.talkturo:talkturo-rate-limit is not on the class path",
        "Add the dependency com.talkturo:talkturo-rate-limit, or define a RateLimiter bean.",
        null);
  }

  private static String option(String said) {
    Matcher option = OPTION.matcher(said);
    return option.lookingAt() ? option.group() : "";
  }

  private static Optional<String> property(String option) {
    String dashed =
        OTHER_NAMES.getOrDefault(
            option, option.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    return OTHER_NAMES.containsKey(option) || TalkturoProperties.hasProperty(dashed)
        ? Optional.of("talkturo." + dashed)
        : Optional.empty();
  }

  String action() {
    return action;
  }
}
