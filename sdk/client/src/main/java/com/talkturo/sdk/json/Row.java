package com.talkturo.sdk.json;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One field of a model: its JSON name, its kind, where its value is read from and where it is
 * written to. Internal to the SDK.
 *
 * @param <M> the model
 * @param <B> the model's builder
 * @param <V> the value
 */
public final class Row<M, B, V> {
  private final String name;
  private final SerializableString encoded;
  private final Kind<V> kind;
  private final @Nullable Function<M, ?> getter;
  private final @Nullable BiConsumer<B, V> setter;
  private final boolean required;

  private Row(
      String name,
      Kind<V> kind,
      @Nullable Function<M, ?> getter,
      @Nullable BiConsumer<B, V> setter,
      boolean required) {
    this.name = name;
    this.encoded = new SerializedString(name);
    this.kind = kind;
    this.getter = getter;
    this.setter = setter;
    this.required = required;
  }

  /** A field without which there is no model. */
  public static <M, B, V> Row<M, B, V> required(
      String name, Kind<V> kind, Function<M, V> getter, BiConsumer<B, V> setter) {
    return new Row<>(name, kind, getter, setter, true);
  }

  /** A field that may be absent; it is written only if it is there. */
  public static <M, B, V> Row<M, B, V> optional(
      String name, Kind<V> kind, Function<M, Optional<V>> getter, BiConsumer<B, V> setter) {
    return new Row<>(name, kind, getter, setter, false);
  }

  /**
   * A field that the builder has a default for, such as the empty list: it may be absent from an
   * answer and is always written.
   */
  public static <M, B, V> Row<M, B, V> defaulted(
      String name, Kind<V> kind, Function<M, V> getter, BiConsumer<B, V> setter) {
    return new Row<>(name, kind, getter, setter, false);
  }

  /** A field without which there is no answer; answers are never written. */
  public static <M, B, V> Row<M, B, V> required(
      String name, Kind<V> kind, BiConsumer<B, V> setter) {
    return new Row<>(name, kind, null, setter, true);
  }

  /** A field of an answer that may be absent; answers are never written. */
  public static <M, B, V> Row<M, B, V> optional(
      String name, Kind<V> kind, BiConsumer<B, V> setter) {
    return new Row<>(name, kind, null, setter, false);
  }

  /** A field of a request, which is always written; requests are never read. */
  public static <M, B, V> Row<M, B, V> always(String name, Kind<V> kind, Function<M, V> getter) {
    return new Row<>(name, kind, getter, null, false);
  }

  /** A field of a request that is written if it is there; requests are never read. */
  public static <M, B, V> Row<M, B, V> ifPresent(
      String name, Kind<V> kind, Function<M, Optional<V>> getter) {
    return new Row<>(name, kind, getter, null, false);
  }

  /** This row for a builder that has the one of this row inside. */
  public <N extends M, C> Row<N, C, V> inside(Function<C, B> builder) {
    return new Row<>(
        name,
        kind,
        getter == null ? null : getter::apply,
        setter == null ? null : (outer, value) -> setter.accept(builder.apply(outer), value),
        required);
  }

  /** The name as it is spelled in JSON. */
  public String name() {
    return name;
  }

  SerializableString encodedName() {
    return encoded;
  }

  Kind<V> kind() {
    return kind;
  }

  boolean isRequired() {
    return required;
  }

  /** The value in the model; null if it is absent. */
  @SuppressWarnings("unchecked") // The factories take no other getter.
  @Nullable V valueIn(M model) {
    if (getter == null) {
      throw new IllegalStateException(name + " is a field of an answer, which is never written");
    }
    Object value = getter.apply(model);
    return (V) (value instanceof Optional ? ((Optional<?>) value).orElse(null) : value);
  }

  /** Writes the member; whether there was anything to write. */
  boolean write(JsonWriter out, M model) throws IOException {
    V value = valueIn(model);
    if (value == null) {
      return false;
    }
    out.name(encoded);
    kind.write(out, value);
    return true;
  }

  void writeNull(JsonWriter out) throws IOException {
    out.name(encoded);
    out.tree(null);
  }

  /**
   * Reads the value that the parser is at into the builder; whether the builder has it now.
   *
   * @param exactly whether a value counts only if writing it gives back what was read
   */
  boolean read(JsonReader in, B builder, boolean exactly) throws IOException {
    boolean isText = in.isAt(JsonToken.VALUE_STRING);
    V value = kind.read(in);
    if (value == null || setter == null) {
      return false;
    }
    if (exactly && (in.isOdd() || (isText && value instanceof Number))) {
      return false;
    }
    try {
      setter.accept(builder, value);
      return true;
    } catch (RuntimeException refused) {
      return false; // What a builder refuses is as odd as what a kind cannot read.
    }
  }

  /** The JSON name. */
  @Override
  public String toString() {
    return name;
  }
}
