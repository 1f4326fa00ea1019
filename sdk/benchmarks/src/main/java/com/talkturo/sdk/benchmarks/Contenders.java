package com.talkturo.sdk.benchmarks;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Everybody in the table, by the name in its head. */
final class Contenders {
  static final String BASELINE = "okhttp+mapper";
  static final String SDK = "talkturo-sdk";
  static final List<String> NAMES =
      Collections.unmodifiableList(
          Arrays.asList(
              BASELINE, SDK, "okhttp+streaming", "okhttp+mapper, text times", "java.net.http+mapper"));

  private Contenders() {}

  /**
   * Makes a contender.
   *
   * @param url where the server is, without a slash at the end
   * @param connections how many calls may be under way at the same time
   */
  static Contender of(String name, String url, int connections) {
    // No switch expression and no lambda: a cold start must not pay for the harness.
    switch (name) {
      case BASELINE:
        return new OkHttpMapperContender(url, connections, AssistantPojo.Envelope.class);
      case SDK:
        return new SdkContender(url, connections);
      case "okhttp+streaming":
        return new OkHttpStreamingContender(url, connections);
      case "okhttp+mapper, text times":
        return new OkHttpMapperContender(url, connections, TextTimesPojo.Envelope.class);
      case "java.net.http+mapper":
        return new JavaNetContender(url);
      default:
        throw new IllegalArgumentException(name);
    }
  }
}
