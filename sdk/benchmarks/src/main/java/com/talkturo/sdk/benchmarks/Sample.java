package com.talkturo.sdk.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The one update that everybody sends, and its answer of 1.2 KB. */
final class Sample {
  static final String API_KEY = "tk_0123456789abcdef0123456789abcdef";
  static final String ACCOUNT_SLUG = "my-team";
  static final String ASSISTANT_ID = "asst_5tq8";
  static final String NAME = "Front desk";
  static final String PROVIDER = "openai";
  static final String MODEL = "gpt-4o-mini";
  static final double TEMPERATURE = 0.4;
  static final int MAX_TOKENS = 512;
  static final String FIRST_MESSAGE = "Good morning, North Wind. Grüß Gott!";
  static final String SYSTEM_PROMPT =
      "You are Mara of North Wind. Greet {{contact.first_name}} by name.\n"
          + "Ask two questions, then book a visit.";

  private Sample() {}

  static byte[] answer() {
    return answer("talkturo");
  }

  /** An answer of the same size as an API would give it: "talkturo", "openai" or "stripe". */
  static byte[] answer(String api) {
    try (InputStream in = Sample.class.getResourceAsStream("/" + api + "-answer.json")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
