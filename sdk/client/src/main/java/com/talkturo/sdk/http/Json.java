package com.talkturo.sdk.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * The one JSON factory, and the one mapper. The SDK's own models need only the factory; the mapper
 * is for callers' own types in an {@link ApiRequest} and is made when the first one appears.
 */
final class Json {
  static final JsonFactory FACTORY = factory();

  private Json() {}

  static ObjectMapper mapper() {
    return ForCallersTypes.MAPPER;
  }

  private static JsonFactory factory() {
    // Interning pays off for maps of names that live long; here names die with the answer.
    JsonFactoryBuilder builder = new JsonFactoryBuilder();
    builder.disable(JsonFactory.Feature.INTERN_FIELD_NAMES);
    // Python writes NaN, and careless code raw line breaks: no reason to lose all the rest.
    builder.enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS);
    builder.enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS);
    try {
      Constraints.lift(builder);
    } catch (LinkageError beforeJackson215) {
      // These versions have no such limits to lift.
    }
    try {
      PlainUnicode.write(builder);
    } catch (LinkageError beforeJackson218) {
      // These versions spell an emoji as two escapes, which means the same.
    }
    return builder.build();
  }

  /** Prompts leave as they were written: an emoji as itself, not as two escapes of six bytes. */
  private static final class PlainUnicode {
    static void write(JsonFactoryBuilder builder) {
      builder.enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8);
    }
  }

  /**
   * The size of a body is limited already. Jackson's own limits would lose a whole answer because
   * of one long number or one deep value, so {@link JsonMember} limits those one by one.
   */
  private static final class Constraints {
    static void lift(JsonFactoryBuilder builder) {
      builder.streamReadConstraints(
          StreamReadConstraints.builder()
              // Costs 60 bytes a level: 10 MiB of brackets would take 600 MB.
              .maxNestingDepth(1_000_000)
              .maxNumberLength(Integer.MAX_VALUE)
              .maxStringLength(Integer.MAX_VALUE)
              .build());
    }
  }

  private static final class ForCallersTypes {
    static final ObjectMapper MAPPER =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
  }
}
