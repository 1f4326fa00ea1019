package com.talkturo.sdk.benchmarks;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.CreateAssistantRequest;
import com.talkturo.sdk.assistants.TemplateId;
import com.talkturo.sdk.assistants.UpdateAssistantRequest;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * What a create costs beside an update: it opens a connection of its own, plain or with a TLS
 * handshake, where an update uses a kept one. All four take turns in one JVM.
 */
public final class CreateCalls {
  private static final int TURNS = 30;
  private static final int CALLS_PER_TURN = 200;

  private CreateCalls() {}

  /** Prints the medians in microseconds. */
  public static void main(String[] args) throws Exception {
    HeldCertificate held =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    HandshakeCertificates server =
        new HandshakeCertificates.Builder().heldCertificate(held).build();
    HandshakeCertificates client =
        new HandshakeCertificates.Builder().addTrustedCertificate(held.certificate()).build();
    ServerSocket plain = LoopbackServer.start();
    ServerSocket tls = LoopbackServer.start(server.sslContext().getServerSocketFactory());
    OkHttpClient users =
        new OkHttpClient.Builder()
            .sslSocketFactory(client.sslSocketFactory(), client.trustManager())
            .build();

    Map<String, Runnable> calls = new LinkedHashMap<>();
    add(calls, "plain", client("http", plain).build());
    add(calls, "TLS", client("https", tls).okHttpClient(users).build());
    Map<String, List<Double>> micros = new LinkedHashMap<>();
    for (int turn = -10; turn < TURNS; turn++) {
      List<String> names = new ArrayList<>(calls.keySet());
      Collections.shuffle(names);
      for (String name : names) {
        double median = median(calls.get(name));
        if (turn >= 0) {
          micros.computeIfAbsent(name, n -> new ArrayList<>()).add(median);
        }
      }
    }
    for (String name : calls.keySet()) {
      List<Double> sorted = micros.get(name);
      Collections.sort(sorted);
      System.out.printf("%-14s %6.0f us%n", name, sorted.get(sorted.size() / 2));
    }
    System.exit(0);
  }

  private static TalkturoClient.Builder client(String scheme, ServerSocket server) {
    return TalkturoClient.builder()
        .apiKey(Sample.API_KEY)
        .accountSlug(Sample.ACCOUNT_SLUG)
        .baseUrl(scheme + "://127.0.0.1:" + server.getLocalPort() + "/0");
  }

  private static void add(Map<String, Runnable> calls, String how, TalkturoClient talkturo) {
    UpdateAssistantRequest update =
        UpdateAssistantRequest.builder()
            .assistantId(Sample.ASSISTANT_ID)
            .name(Sample.NAME)
            .systemPrompt(Sample.SYSTEM_PROMPT)
            .build();
    CreateAssistantRequest create =
        CreateAssistantRequest.builder()
            .name(Sample.NAME)
            .templateId(TemplateId.OUTBOUND_SETTER)
            .build();
    calls.put("update, " + how, () -> talkturo.assistants().update(update));
    calls.put("create, " + how, () -> talkturo.assistants().create(create));
  }

  private static double median(Runnable call) {
    long[] nanos = new long[CALLS_PER_TURN];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      call.run();
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / 1e3;
  }
}
