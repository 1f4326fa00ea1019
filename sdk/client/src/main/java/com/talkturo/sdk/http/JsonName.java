package com.talkturo.sdk.http;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;

/** The name of a JSON member that requests send, escaped and encoded once. Internal to the SDK. */
public final class JsonName {
  private final SerializableString encoded;

  private JsonName(String name) {
    this.encoded = new SerializedString(name);
  }

  /** The member of this name. */
  public static JsonName of(String name) {
    return new JsonName(name);
  }

  SerializableString encoded() {
    return encoded;
  }

  /** As it is spelled in JSON. */
  @Override
  public String toString() {
    return encoded.getValue();
  }
}
