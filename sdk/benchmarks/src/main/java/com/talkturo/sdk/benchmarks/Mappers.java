package com.talkturo.sdk.benchmarks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The ObjectMapper that one keeps for a call: no reader or writer is looked up twice. */
final class Mappers {
  private Mappers() {}

  static ObjectMapper mapperFor(Class<?> envelope) {
    JsonMapper.Builder mapper =
        JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    if (envelope != TextTimesPojo.Envelope.class) {
      mapper.addModule(new JavaTimeModule());
    }
    return mapper.build();
  }
}
