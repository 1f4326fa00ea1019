package com.talkturo.sdk.apikeys;

import com.talkturo.sdk.json.OpenValue;

/** What an API key is for. Talkturo documents two; any other is allowed here too. */
public final class ApiKeyEnvironment extends OpenValue {
  /** Real calls: keys that start with {@code tk_live_}. The default of the API. */
  public static final ApiKeyEnvironment LIVE = of("live");

  /** Tests: keys that start with {@code tk_test_}. */
  public static final ApiKeyEnvironment TEST = of("test");

  private ApiKeyEnvironment(String value) {
    super("environment", value);
  }

  /**
   * Any name, known here or not.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public static ApiKeyEnvironment of(String value) {
    return new ApiKeyEnvironment(value);
  }
}
