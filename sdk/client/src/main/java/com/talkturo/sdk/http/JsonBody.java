package com.talkturo.sdk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Writes the JSON object of a request, one line per member. Internal to the SDK. */
public final class JsonBody {
  private final JsonGenerator json;
  private final Optional<String> defaultAccountSlug;

  private JsonBody(JsonGenerator json, Optional<String> defaultAccountSlug) {
    this.json = json;
    this.defaultAccountSlug = defaultAccountSlug;
  }

  /** The members that the request writes, as the bytes of one JSON object. */
  static byte[] of(ApiRequest<?> request, Optional<String> defaultAccountSlug) {
    // Okio's segments are pooled, so that only the result is allocated.
    Buffer bytes = new Buffer();
    try (JsonGenerator json = Json.FACTORY.createGenerator(bytes.outputStream())) {
      json.writeStartObject();
      request.writeBody(new JsonBody(json, defaultAccountSlug));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.readByteArray();
  }

  /**
   * The account: the request's own, else the client's.
   *
   * @throws IllegalArgumentException if there is neither
   */
  public void accountSlug(Optional<String> own) {
    Optional<String> slug = own.isPresent() ? own : defaultAccountSlug;
    if (!slug.isPresent()) {
      throw new IllegalArgumentException(
          "accountSlug is missing: set it on the request, or for all requests with"
              + " TalkturoClient.builder().accountSlug(...)");
    }
    text("accountSlug", slug);
  }

  /** A member that is text, or an open value that spells itself; left out if absent. */
  public void text(String name, Optional<?> value) {
    if (value.isPresent()) {
      write(name, value.get().toString());
    }
  }

  /** A number or a boolean; left out if absent. */
  public void value(String name, Optional<?> value) {
    if (value.isPresent()) {
      write(name, value.get());
    }
  }

  /** An array of text; written even if it is empty. */
  public void texts(String name, List<String> values) {
    write(name, values);
  }

  /** An explicit {@code null}. */
  public void nothing(String name) {
    write(name, null);
  }

  /** What the SDK does not model: plain JSON trees by member name. */
  public void additional(Map<String, ? extends @Nullable Object> members) {
    for (Map.Entry<String, ? extends @Nullable Object> member : members.entrySet()) {
      write(member.getKey(), member.getValue());
    }
  }

  private void write(String name, @Nullable Object value) {
    try {
      json.writeFieldName(wellFormed(name));
      writeTree(value);
    } catch (IOException e) {
      // The bytes go to memory: what fails here is the value, never the disk or the network.
      throw new IllegalArgumentException(
          name + " cannot be written as JSON: " + e.getMessage() + "; allowed is any Unicode text");
    }
  }

  private void writeTree(@Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof String) {
      json.writeString(wellFormed((String) value));
    } else if (value instanceof Boolean) {
      json.writeBoolean((Boolean) value);
    } else if (value instanceof Number) {
      writeNumber((Number) value);
    } else if (value instanceof Map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> member : ((Map<?, ?>) value).entrySet()) {
        json.writeFieldName(wellFormed((String) member.getKey()));
        writeTree(member.getValue());
      }
      json.writeEndObject();
    } else {
      json.writeStartArray();
      for (Object element : (Collection<?>) value) {
        writeTree(element);
      }
      json.writeEndArray();
    }
  }

  /** Jackson would send half of a pair as an escape that stands for no character. */
  private static String wellFormed(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean isPair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
        if (!isPair) {
          throw new IOException("it holds half of a surrogate pair");
        }
        i++;
      }
    }
    return text;
  }

  private void writeNumber(Number value) throws IOException {
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
}
