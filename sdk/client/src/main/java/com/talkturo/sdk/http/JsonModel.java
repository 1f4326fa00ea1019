package com.talkturo.sdk.http;

import org.jspecify.annotations.Nullable;

/**
 * How one model is read from a JSON object. Internal to the SDK.
 *
 * @param <B> the model's builder
 * @param <T> the model
 */
public interface JsonModel<B, T> {
  /** A builder to read into. */
  B builder();

  /**
   * Reads one member. {@link JsonMember#keep()} marks a name that the model does not have.
   *
   * @return the builder
   */
  B read(B builder, String name, JsonMember member);

  /** Keeps a member that is unknown, or known but of an unexpected type, as a plain JSON tree. */
  void keep(B builder, String name, @Nullable Object tree);

  /** The model, once all members are read. */
  T build(B builder);
}
