package com.talkturo.sdk.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;

/**
 * Types that callers bring, by jackson-databind: loaded when the first one appears, because the
 * SDK's own models do without. Internal to the SDK.
 */
public final class CallersTypes {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private CallersTypes() {}

  /**
   * A value as the bytes of one document.
   *
   * @throws IllegalArgumentException if it cannot be written
   */
  public static byte[] toJson(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "body of " + value.getClass().getName() + " cannot be written as JSON", e);
    }
  }

  static <T> T read(byte[] json, Class<T> type, String path) throws IOException {
    return read(json, MAPPER.constructType(type), path);
  }

  static <T> List<T> readList(byte[] json, Class<T> type, String path) throws IOException {
    return read(json, MAPPER.getTypeFactory().constructCollectionType(List.class, type), path);
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // The two above say what the type is.
  private static <T> T read(byte[] json, JavaType type, String path) throws IOException {
    T value;
    try {
      value = MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      String where = e instanceof JsonMappingException ? within((JsonMappingException) e) : "";
      throw new IOException(path + where + ": cannot be read as " + type.toCanonical(), light(e));
    }
    if (value == null) {
      throw new IOException(JsonPath.expected(path, "a value", "null"));
    }
    return value;
  }

  /** Jackson's exceptions hold their parser, and with it the whole body. */
  private static IOException light(JsonProcessingException e) {
    IOException light = new IOException(e.getMessage());
    light.setStackTrace(e.getStackTrace());
    return light;
  }

  private static String within(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference reference : e.getPath()) {
      String name = reference.getFieldName();
      path.append(name == null ? "[" + reference.getIndex() + "]" : "." + JsonPath.shown(name));
    }
    return path.toString();
  }
}
