package com.talkturo.sdk.benchmarks;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The first call of a fresh JVM. Prints microseconds: to the client, to the answer, and of CPU in
 * all threads, the compiler's included.
 */
public final class ColdStart {
  private ColdStart() {}

  /** Arguments: contender, URL. */
  public static void main(String[] args) throws Exception {
    long cpu = cpuNanos();
    long start = System.nanoTime();
    Contender contender = Contenders.of(args[0], args[1], 64);
    long built = System.nanoTime();
    Object answer = contender.update();
    long answered = System.nanoTime();
    cpu = cpuNanos() - cpu;
    if (answer == null) {
      throw new IllegalStateException("no answer");
    }
    System.out.println((built - start) / 1000 + " " + (answered - start) / 1000 + " " + cpu / 1000);
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  /** From /proc, because loading the management beans would cost more than what is measured. */
  private static long cpuNanos() throws IOException {
    long sum = 0;
    String[] threads = new File("/proc/self/task").list();
    byte[] buffer = new byte[100];
    for (String thread : threads == null ? new String[0] : threads) {
      try (FileInputStream in = new FileInputStream("/proc/self/task/" + thread + "/schedstat")) {
        String line = new String(buffer, 0, in.read(buffer), StandardCharsets.US_ASCII);
        sum += Long.parseLong(line.substring(0, line.indexOf(' ')));
      } catch (IOException threadHasEnded) {
        // Its time is lost, which is little.
      }
    }
    return sum;
  }
}
