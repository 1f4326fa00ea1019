package com.talkturo.sdk.json;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One field of a {@link Model}: its JSON name, its kind, and the place of its value. The accessor
 * and the setter name the row, so the compiler checks their types. Internal to the SDK.
 *
 * @param <V> the value
 */
public final class Row<V> {
  private final Table<?> table;
  private final String name;
  private final @Nullable Kind<V> kind;
  private final @Nullable SerializableString encoded;
  private final int slot;
  private final boolean required;
  private final @Nullable V ifAbsent;
  private final Written written;
  private boolean shown = true;
  private boolean compared = true;
  private @Nullable String accessor;
  private @Nullable Predicate<? super V> fits;

  /** When the value goes into the JSON object. */
  enum Written {
    IF_THERE,
    UNLESS_DEFAULT,
    NEVER
  }

  Row(
      Table<?> table,
      String name,
      @Nullable Kind<V> kind,
      int slot,
      boolean required,
      @Nullable V ifAbsent,
      Written written) {
    this.table = table;
    this.name = name;
    this.kind = kind;
    this.encoded = kind == null ? null : new SerializedString(name);
    this.slot = slot;
    this.required = required;
    this.ifAbsent = ifAbsent;
    this.written = written;
  }

  /** This row, for an accessor that is not called like the JSON name in camel case. */
  public Row<V> as(String differentAccessor) {
    accessor = differentAccessor;
    return this;
  }

  /** This row, whose member is written before those of the rows so far. */
  public Row<V> first() {
    table.putFirst(this);
    return this;
  }

  /** This row, whose value is read from a member of another name as well. */
  public Row<V> alsoReadFrom(String otherName) {
    table.add(new Row<>(table, otherName, kind(), slot, false, null, Written.NEVER));
    return this;
  }

  /** This row, whose value no {@code toString()} shows; that of a secret is never shown. */
  public Row<V> notShown() {
    shown = false;
    return this;
  }

  /** This row, whose value does not count when models are compared. */
  public Row<V> notCompared() {
    compared = false;
    return this;
  }

  /** This row for some values only: an answer's other values are odd. */
  public Row<V> fitting(Predicate<? super V> condition) {
    fits = condition;
    return this;
  }

  /** The name as it is spelled in JSON. */
  public String name() {
    return name;
  }

  /** The name of the accessor. */
  String accessor() {
    if (accessor != null) {
      return accessor;
    }
    StringBuilder camelCase = new StringBuilder(name);
    for (int i = camelCase.indexOf("_"); i >= 0; i = camelCase.indexOf("_", i)) {
      camelCase.deleteCharAt(i);
      camelCase.setCharAt(i, Character.toUpperCase(camelCase.charAt(i)));
    }
    return camelCase.toString();
  }

  boolean isRequired() {
    return required;
  }

  boolean isCompared() {
    return compared;
  }

  boolean isShown() {
    return shown && kind != Scalar.SECRET;
  }

  @Nullable V ifAbsent() {
    return ifAbsent;
  }

  SerializableString encodedName() {
    return Objects.requireNonNull(encoded, name);
  }

  Kind<V> kind() {
    return Objects.requireNonNull(kind, name);
  }

  /** The place of the value in a model. */
  int slot() {
    return slot;
  }

  /** The value in the model; null if it is absent. */
  @SuppressWarnings("unchecked") // Nothing else is put there.
  @Nullable V valueIn(Model model) {
    return (V) model.values[slot];
  }

  /** Writes the member; whether there was anything to write. */
  boolean write(JsonWriter out, Model model) throws IOException {
    V value = valueIn(model);
    if (value == null
        || written == Written.NEVER
        || (written == Written.UNLESS_DEFAULT && value.equals(ifAbsent))) {
      return false;
    }
    out.name(encodedName());
    kind().write(out, value);
    return true;
  }

  void writeNull(JsonWriter out) throws IOException {
    out.name(encodedName());
    out.tree(null);
  }

  /**
   * Reads the value that the parser is at; null if it does not fit.
   *
   * @param exactly whether a value fits only if writing it gives back what was read
   */
  @Nullable V read(JsonReader in, boolean exactly) throws IOException {
    boolean isText = in.isAt(JsonToken.VALUE_STRING);
    V value = kind().read(in);
    if (value == null || (fits != null && !fits.test(value))) {
      return null;
    }
    return exactly && (in.isOdd() || (isText && value instanceof Number)) ? null : value;
  }
}
