package com.talkturo.sdk.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model that keeps the fields that the SDK does not know. Internal to the SDK. */
public interface WithAdditionalProperties {
  /**
   * Fields that the SDK does not model, by JSON name, as plain trees of Map, List, String, Number,
   * Boolean and {@code null}. In an answer, they include those whose value has an unexpected type.
   * Unmodifiable; left out of {@code toString()}, because there may be secrets among them.
   */
  default Map<String, @Nullable Object> additionalProperties() {
    return ((Model) this).additionalProperties;
  }
}
