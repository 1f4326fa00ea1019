package com.talkturo.sdk.benchmarks;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Everybody in the table, by the name in its head. */
final class Contenders {
  static final String BASELINE = "okhttp+mapper";
  static final String SDK = "talkturo-sdk";
  static final String STREAMING = "okhttp+streaming";
  static final String TEXT_TIMES = "okhttp+mapper, text times";
  static final String JAVA_NET = "java.net.http+mapper";

  static final List<String> NAMES =
      Collections.unmodifiableList(Arrays.asList(BASELINE, SDK, STREAMING, TEXT_TIMES, JAVA_NET));

  private Contenders() {}

  /**
   * Makes a contender.
   *
   * @param url where the server is, without a slash at the end
   * @param connections how many calls may be under way at the same time
   */
  static Contender of(String name, String url, int connections) {
    return switch (name) {
      case BASELINE -> new OkHttpMapperContender(url, connections, AssistantPojo.Envelope.class);
      case SDK -> new SdkContender(url, connections);
      case STREAMING -> new OkHttpStreamingContender(url, connections);
      case TEXT_TIMES -> new OkHttpMapperContender(url, connections, TextTimesPojo.Envelope.class);
      case JAVA_NET -> new JavaNetContender(url);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
