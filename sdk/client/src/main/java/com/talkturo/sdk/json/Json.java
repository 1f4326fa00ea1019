package com.talkturo.sdk.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The one factory of parsers and generators, and what is done about odd bytes. */
final class Json {
  static final JsonFactory FACTORY = factory();

  private Json() {}

  /** What reads a document. */
  interface Reading<T> {
    T of(byte[] json) throws IOException;
  }

  /**
   * Reads the bytes as they are; if that fails, once more with what is no UTF-8 replaced, because
   * one odd byte in a name is no reason to lose the id next to it.
   */
  static <T> T tolerant(byte[] json, Reading<T> reading) throws IOException {
    try {
      return reading.of(json);
    } catch (IOException e) {
      byte[] utf8 = text(json).getBytes(StandardCharsets.UTF_8);
      if (Arrays.equals(utf8, json)) {
        throw e;
      }
      return reading.of(utf8);
    }
  }

  static String text(byte[] json) {
    return new String(json, charset(json));
  }

  /** UTF-8, unless the first characters, which are ASCII in JSON, come with zeros. */
  private static Charset charset(byte[] json) {
    int zeros = 0;
    for (int i = 0; i < 4; i++) {
      zeros = zeros << 1 | (i < json.length && json[i] == 0 ? 1 : 0);
    }
    switch (zeros) {
      case 0b1110:
        return Charset.forName("UTF-32BE");
      case 0b0111:
        return Charset.forName("UTF-32LE");
      case 0b1010:
        return StandardCharsets.UTF_16BE;
      case 0b0101:
        return StandardCharsets.UTF_16LE;
      default:
        return hasMarkOfUtf16(json) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
  }

  private static boolean hasMarkOfUtf16(byte[] json) {
    int mark = json.length < 2 ? 0 : (json[0] & 0xff) << 8 | (json[1] & 0xff);
    return mark == 0xfeff || mark == 0xfffe;
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
   * of one long number or one deep value, so {@link Numbers} and {@link Trees} limit those one by
   * one.
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
}
