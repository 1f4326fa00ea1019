package com.talkturo.sdk.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Everybody in the table, by the name in its head. */
final class Contenders {
  static final String BASELINE = "okhttp+mapper";
  static final String SDK = "talkturo-sdk";
  static final String STREAMING = "okhttp+streaming";
  static final String TEXT_TIMES = "okhttp+mapper, text times";
  static final String DEADLINE = "okhttp+mapper, call timeout";
  static final String JAVA_NET = "java.net.http+mapper";

  static final String OPENAI = "openai-java";
  static final String STRIPE = "stripe-java";

  /** SDKs of others, if this was built with the profile that brings them. */
  static final List<String> PEERS = peerClass(OPENAI) == null ? List.of() : List.of(OPENAI, STRIPE);

  static final List<String> NAMES =
      Stream.concat(
              Stream.of(BASELINE, SDK, STREAMING, TEXT_TIMES, DEADLINE, JAVA_NET), PEERS.stream())
          .toList();

  private Contenders() {}

  /**
   * Makes a contender.
   *
   * @param url where the server is, without a slash at the end
   * @param connections how many calls may be under way at the same time
   */
  static Contender of(String name, String url, int connections) {
    return switch (name) {
      case BASELINE -> mapper(url, connections, AssistantPojo.Envelope.class, 0);
      case DEADLINE -> mapper(url, connections, AssistantPojo.Envelope.class, 60);
      case SDK -> new SdkContender(url, connections);
      case STREAMING -> new OkHttpStreamingContender(url, connections);
      case TEXT_TIMES -> mapper(url, connections, TextTimesPojo.Envelope.class, 0);
      case JAVA_NET -> new JavaNetContender(url);
      default -> peer(name, url);
    };
  }

  private static Contender peer(String name, String url) {
    try {
      return (Contender) peerClass(name).getDeclaredConstructor(String.class).newInstance(url);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> peerClass(String name) {
    String simpleName = name.equals(OPENAI) ? "OpenAiContender" : "StripeContender";
    try {
      return Class.forName(Contenders.class.getPackageName() + "." + simpleName);
    } catch (ClassNotFoundException notBuilt) {
      return null;
    }
  }

  private static Contender mapper(String url, int connections, Class<?> envelope, int seconds) {
    return new OkHttpMapperContender(url, connections, envelope, Duration.ofSeconds(seconds));
  }
}
