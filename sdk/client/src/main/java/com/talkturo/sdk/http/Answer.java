package com.talkturo.sdk.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the body of a 2xx answer becomes a value. Internal to the SDK.
 *
 * @param <T> the value
 */
public abstract class Answer<T> {
  Answer() {}

  /**
   * A resource in its envelope, {@code {"success": true, "<key>": {...}}}; the bare resource is
   * read as well.
   */
  public static <T> Answer<T> resource(String key, JsonModel<?, T> model) {
    return new Enveloped<>(key, model);
  }

  /** No resource: the envelope itself is the value, and an empty body is an empty envelope. */
  public static <T> Answer<T> acknowledgement(JsonModel<?, T> model) {
    return new Acknowledgement<>(model);
  }

  /**
   * A caller's own type, read by jackson-databind, out of the envelope's member if one is named.
   */
  static <T> Answer<T> ofType(Class<T> type, Optional<String> key) {
    return new CallersType<>(type, key);
  }

  /**
   * Reads the body.
   *
   * @throws SuccessFalse if the body says {@code "success": false}
   * @throws IOException if the body cannot be read
   */
  abstract T read(byte[] body) throws IOException;

  /** The body of a 2xx says that the operation failed. */
  static final class SuccessFalse extends IOException {
    private static final long serialVersionUID = 1;

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  private static final class Enveloped<T> extends Answer<T> {
    private final String key;
    private final JsonModel<?, T> model;

    Enveloped(String key, JsonModel<?, T> model) {
      this.key = key;
      this.model = model;
    }

    @Override
    T read(byte[] body) throws IOException {
      if (body.length == 0) {
        throw new IOException("the body is empty");
      }
      return readEnvelope(body, key, model);
    }
  }

  private static final class Acknowledgement<T> extends Answer<T> {
    private final JsonModel<?, T> model;

    Acknowledgement(JsonModel<?, T> model) {
      this.model = model;
    }

    @Override
    T read(byte[] body) throws IOException {
      return body.length == 0 ? empty(model) : readEnvelope(body, null, model);
    }

    private static <B, T> T empty(JsonModel<B, T> model) {
      return model.build(model.builder());
    }
  }

  private static <B, T> T readEnvelope(byte[] body, @Nullable String key, JsonModel<B, T> model)
      throws IOException {
    try (JsonParser parser = Json.FACTORY.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("the body is not a JSON object");
      }
      boolean failed = false;
      B wrapped = null;
      B bare = null;
      JsonMember member = new JsonMember(parser);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("success")) {
          failed |= saysNo(parser, value);
          parser.skipChildren();
        } else if (name.equals(key) && value == JsonToken.START_OBJECT) {
          wrapped = member.readMembers(model, model.builder());
        } else {
          bare = member.readInto(model, bare == null ? model.builder() : bare, name);
        }
      }
      if (failed) {
        throw new SuccessFalse();
      }
      return model.build(wrapped != null ? wrapped : bare != null ? bare : model.builder());
    }
  }

  private static boolean saysNo(JsonParser parser, JsonToken value) throws IOException {
    return value == JsonToken.VALUE_FALSE
        || (value == JsonToken.VALUE_STRING && parser.getText().equalsIgnoreCase("false"));
  }

  private static final class CallersType<T> extends Answer<T> {
    private final Class<T> type;
    private final Optional<String> key;

    CallersType(Class<T> type, Optional<String> key) {
      this.type = type;
      this.key = key;
    }

    @Override
    @SuppressWarnings("NullAway") // Void has no other value than null.
    T read(byte[] body) throws IOException {
      if (body.length == 0) {
        if (type == Void.class) {
          return null;
        }
        throw new IOException("the body is empty");
      }
      JsonNode root = Json.mapper().readTree(body);
      JsonNode success = root.path("success");
      if (success.isValueNode() && success.asText().equalsIgnoreCase("false")) {
        throw new SuccessFalse();
      }
      if (type == Void.class) {
        return null;
      }
      JsonNode value = key.isPresent() && root.has(key.get()) ? root.get(key.get()) : root;
      T read = Json.mapper().treeToValue(value, type);
      if (read == null) {
        throw new IOException("the body holds null where a value is due");
      }
      return read;
    }
  }
}
