package com.talkturo.sdk.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.time.Duration;

/** Raw OkHttp and an ObjectMapper on plain classes: what all others are measured by. */
final class OkHttpMapperContender extends OkHttpContender {
  private final ObjectReader reader;
  private final ObjectWriter writer;
  private final UpdatePojo sample = UpdatePojo.sample();

  OkHttpMapperContender(String url, int connections, Class<?> envelope, Duration deadline) {
    super(url, connections, deadline);
    ObjectMapper mapper = Mappers.mapperFor(envelope);
    reader = mapper.readerFor(envelope);
    writer = mapper.writerFor(UpdatePojo.class);
  }

  @Override
  byte[] newBody() throws IOException {
    return writer.writeValueAsBytes(UpdatePojo.sample());
  }

  @Override
  public byte[] encode() throws IOException {
    return writer.writeValueAsBytes(sample);
  }

  @Override
  public Object decode(byte[] answer) throws IOException {
    return reader.readValue(answer);
  }
}
