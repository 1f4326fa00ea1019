package com.talkturo.sdk.benchmarks;

/** The SDK's first call, and an ObjectMapper that nobody needed. */
public final class WastefulColdStart {
  private WastefulColdStart() {}

  /** Arguments as in {@link ColdStart}. */
  public static void main(String[] args) throws Exception {
    Mappers.mapperFor(AssistantPojo.Envelope.class)
        .readerFor(AssistantPojo.Envelope.class)
        .readValue(Sample.answer());
    ColdStart.main(args);
  }
}
