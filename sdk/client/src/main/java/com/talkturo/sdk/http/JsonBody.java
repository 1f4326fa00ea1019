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
  private static final JsonName ACCOUNT_SLUG = JsonName.of("accountSlug");

  private static final int QUOTES = 2;

  private final Buffer bytes;
  private final JsonGenerator json;
  private final Optional<String> defaultAccountSlug;

  private JsonBody(Buffer bytes, JsonGenerator json, Optional<String> defaultAccountSlug) {
    this.bytes = bytes;
    this.json = json;
    this.defaultAccountSlug = defaultAccountSlug;
  }

  /** The members that the request writes, as the bytes of one JSON object. */
  static byte[] of(ApiRequest<?> request, Optional<String> defaultAccountSlug) {
    // Okio's segments are pooled, so that only the result is allocated.
    Buffer bytes = new Buffer();
    try (JsonGenerator json = Json.FACTORY.createGenerator(bytes.outputStream())) {
      json.writeStartObject();
      request.writeBody(new JsonBody(bytes, json, defaultAccountSlug));
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
    text(ACCOUNT_SLUG, slug);
  }

  /** A member that is text, or an open value that spells itself; left out if absent. */
  public void text(JsonName name, Optional<?> value) {
    if (value.isPresent()) {
      write(name, value.get().toString());
    }
  }

  /** A number or a boolean; left out if absent. */
  public void value(JsonName name, Optional<?> value) {
    if (value.isPresent()) {
      write(name, value.get());
    }
  }

  /** An array of text; written even if it is empty. */
  public void texts(JsonName name, List<String> values) {
    write(name, values);
  }

  /** A member that is explicitly {@code null}. */
  public void explicitNull(JsonName name) {
    write(name, null);
  }

  /** What the SDK does not model: plain JSON trees by member name. */
  public void additional(Map<String, ? extends @Nullable Object> members) {
    for (Map.Entry<String, ? extends @Nullable Object> member : members.entrySet()) {
      String name = member.getKey();
      try {
        json.writeFieldName(wellFormed(name));
        writeTree(member.getValue());
      } catch (IOException e) {
        throw refused(name, e);
      }
    }
  }

  private void write(JsonName name, @Nullable Object value) {
    try {
      json.writeFieldName(name.encoded());
      writeTree(value);
    } catch (IOException e) {
      throw refused(name.toString(), e);
    }
  }

  /** The bytes go to memory: what fails is the value, never the disk or the network. */
  private static IllegalArgumentException refused(String name, IOException e) {
    return new IllegalArgumentException(
        name + " cannot be written as JSON: " + e.getMessage() + "; allowed is any Unicode text");
  }

  private void writeTree(@Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof String) {
      writeText((String) value);
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

  private void writeText(String text) throws IOException {
    long start = written();
    json.writeString(text);
    // Half a pair takes five bytes more than a letter: most texts need no closer look.
    if (written() - start >= text.length() + QUOTES + 5) {
      wellFormed(text);
    }
  }

  private long written() {
    return bytes.size() + json.getOutputBuffered();
  }

  /** Jackson would send half of a pair as an escape that stands for no character. */
  private static String wellFormed(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean isPair =
            i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
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
