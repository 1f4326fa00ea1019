package com.talkturo.sdk.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one document into memory. */
final class JsonWriter implements Closeable {
  private static final int QUOTES = 2;

  private final Bytes bytes = new Bytes();
  private final JsonGenerator json;
  private final boolean takesAnyText;

  JsonWriter() throws IOException {
    this(false);
  }

  /**
   * A writer.
   *
   * @param takesAnyText whether half of a surrogate pair is written, as an escape, and not refused
   */
  JsonWriter(boolean takesAnyText) throws IOException {
    this.json = Json.FACTORY.createGenerator(bytes);
    this.takesAnyText = takesAnyText;
  }

  /** The document, which must be complete. */
  byte[] toBytes() throws IOException {
    json.close();
    return bytes.toByteArray();
  }

  /** Gives the generator's buffers back. */
  @Override
  public void close() throws IOException {
    json.close();
  }

  void startObject() throws IOException {
    json.writeStartObject();
  }

  void endObject() throws IOException {
    json.writeEndObject();
  }

  void startArray() throws IOException {
    json.writeStartArray();
  }

  void endArray() throws IOException {
    json.writeEndArray();
  }

  void name(SerializableString name) throws IOException {
    json.writeFieldName(name);
  }

  void name(String name) throws IOException {
    if (takesAnyText) {
      // Jackson writes half of a pair in a text as an escape, and in a name as no JSON.
      json.writeFieldName(
          new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
      return;
    }
    if (!Checks.isUnicode(name)) {
      String parent = JsonPath.ofWritten(json.getOutputContext().getParent());
      throw refused("the name \"" + name + "\" in " + parent);
    }
    json.writeFieldName(name);
  }

  void text(String text) throws IOException {
    long start = written();
    json.writeString(text);
    // Half a pair takes five bytes more than a letter: most texts need no closer look.
    if (written() - start >= text.length() + QUOTES + 5
        && !takesAnyText
        && !Checks.isUnicode(text)) {
      // Jackson would send half of a pair as an escape that stands for no character.
      throw refused(where());
    }
  }

  private long written() {
    return bytes.length() + json.getOutputBuffered();
  }

  /** What is being written, for messages. */
  String where() {
    return JsonPath.ofWritten(json.getOutputContext());
  }

  private static IllegalArgumentException refused(String where) {
    return new IllegalArgumentException(
        where
            + " cannot be written as JSON: it holds half of a surrogate pair; allowed is any"
            + " Unicode text");
  }

  void flag(boolean value) throws IOException {
    json.writeBoolean(value);
  }

  void number(Number value) throws IOException {
    if (value instanceof Double || value instanceof Float) {
      json.writeNumber(value.toString());
    } else if (value instanceof BigDecimal) {
      json.writeNumber((BigDecimal) value);
    } else if (value instanceof BigInteger) {
      json.writeNumber((BigInteger) value);
    } else {
      json.writeNumber(value.longValue());
    }
  }

  /** Plain trees by member name. */
  void members(Map<?, ? extends @Nullable Object> members) throws IOException {
    if (members.isEmpty()) { // As for nearly every request; an iterator is not free.
      return;
    }
    for (Map.Entry<?, ? extends @Nullable Object> member : members.entrySet()) {
      name((String) member.getKey());
      tree(member.getValue());
    }
  }

  /** A tree that {@link Trees} has checked. */
  void tree(@Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof String) {
      text((String) value);
    } else if (value instanceof Boolean) {
      flag((Boolean) value);
    } else if (value instanceof Number) {
      number((Number) value);
    } else if (value instanceof Map) {
      startObject();
      members((Map<?, ?>) value);
      endObject();
    } else {
      startArray();
      for (Object element : (Collection<?>) value) {
        tree(element);
      }
      endArray();
    }
  }

  /**
   * Most documents fit the generator's own buffer, from where they come all at once: then this one
   * is as long as they are, and needs no copy.
   */
  private static final class Bytes extends ByteArrayOutputStream {
    Bytes() {
      super(0);
    }

    /** As {@code size()}, without its lock. */
    long length() {
      return count;
    }

    @Override
    public synchronized byte[] toByteArray() {
      return count == buf.length ? buf : super.toByteArray();
    }
  }
}
