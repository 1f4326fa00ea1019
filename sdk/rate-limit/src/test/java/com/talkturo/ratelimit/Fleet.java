package com.talkturo.ratelimit;

import com.talkturo.sdk.testing.RateLimitWindow;
import com.talkturo.sdk.testing.TalkturoServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** JVMs that share a key, and the server that counts what they send. */
final class Fleet implements AutoCloseable {
  /** What a JVM is told when it is to forget its longest questions. */
  static final char NEXT_PHASE = 'n';

  final TalkturoServer server = TalkturoServer.builder().keptRequests(10).start();
  private final List<Member> members = new ArrayList<>();
  private final Rule rule;
  private long startNanos;

  /** What the server allows, and how the limiters keep it; travels as an argument. */
  record Rule(int requests, Duration window, Duration jitter, Duration storeTimeout) {
    String text() {
      return requests + "/" + window + "/" + jitter + "/" + storeTimeout;
    }

    static Rule of(String text) {
      String[] parts = text.split("/");
      return new Rule(
          Integer.parseInt(parts[0]),
          Duration.parse(parts[1]),
          Duration.parse(parts[2]),
          Duration.parse(parts[3]));
    }

    ApiLimit limit() {
      return ApiLimit.of(requests, window).jitter(jitter);
    }
  }

  /** One JVM, and what it printed last. */
  private static final class Member {
    final Process process;
    volatile String[] last = {"0", "0", "0", "0", "0", "0", "0"};

    Member(Process process) {
      this.process = process;
    }

    void read(BufferedReader lines) {
      try {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          last = line.split(" ");
        }
      } catch (IOException e) {
        // It was killed.
      }
    }

    void say(char command) throws IOException {
      process.getOutputStream().write(command);
      process.getOutputStream().flush();
    }
  }

  /**
   * Ready to go.
   *
   * @param redisPort 0 for no limiter
   * @param aheadMillis how far the clock of the last is ahead
   */
  Fleet(int jvms, Rule rule, RateLimitWindow kind, int redisPort, long aheadMillis)
      throws Exception {
    this.rule = rule;
    String assistant = server.addAssistant(server.accountSlug(), Map.of("name", "Reception"));
    server.rateLimit(rule.requests(), rule.window(), kind);
    for (int i = 0; i < jvms; i++) {
      members.add(
          new Member(
              new ProcessBuilder(
                      ProcessHandle.current().info().command().orElseThrow(),
                      "-XX:TieredStopAtLevel=1",
                      "-Xmx128m",
                      // What Lettuce loads when Redis is gone fills the 21 MB after which a JVM of
                      // this size collects for the first time, for up to 130 ms: all at once.
                      "-XX:MetaspaceSize=64m",
                      "-cp",
                      System.getProperty("java.class.path"),
                      Instance.class.getName(),
                      server.baseUrl(),
                      server.apiKey(),
                      Integer.toString(redisPort),
                      Long.toString(i == jvms - 1 ? aheadMillis : 0),
                      Integer.toString(jvms),
                      rule.text(),
                      assistant)
                  .redirectError(ProcessBuilder.Redirect.DISCARD)
                  .start()));
    }
    for (Member member : members) {
      BufferedReader lines = member.process.inputReader(StandardCharsets.UTF_8);
      while (!"ready".equals(lines.readLine())) {
        if (!member.process.isAlive()) {
          throw new IOException("a JVM of the fleet ended before it was ready");
        }
      }
      Thread reader = new Thread(() -> member.read(lines));
      reader.setDaemon(true);
      reader.start();
    }
  }

  void go() throws IOException {
    startNanos = System.nanoTime();
    for (Member member : members) {
      member.say('g');
    }
  }

  void kill(int index) {
    members.get(index).process.destroyForcibly();
  }

  /** From now on, only questions asked from now on are the longest. */
  void nextPhase() throws IOException {
    for (Member member : members) {
      if (member.process.isAlive()) {
        member.say(NEXT_PHASE);
      } else {
        member.last[2] = "0";
        member.last[5] = "0";
        member.last[6] = "0";
      }
    }
  }

  List<Long> served() {
    return column(0);
  }

  long failed() {
    return sum(1);
  }

  long longestQuestionMillis() {
    return column(2).stream().mapToLong(v -> v).max().orElseThrow();
  }

  /** Of each JVM, its longest question without what its heartbeat was late in the meantime. */
  List<Long> longestAwakeMillis() {
    return column(5);
  }

  /** Of each JVM, how late its heartbeat was at most. */
  List<Long> latestHeartbeatMillis() {
    return column(6);
  }

  long takenLocally() {
    return sum(3);
  }

  long rejected() {
    return server.rateLimitedRequests();
  }

  private List<Long> column(int index) {
    return members.stream().map(m -> Long.parseLong(m.last[index])).toList();
  }

  private long sum(int index) {
    return column(index).stream().mapToLong(v -> v).sum();
  }

  /** What was served since the start, of what the limit allows in that time. */
  double use() {
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    return sum(0) / (rule.requests() * seconds / (rule.window().toMillis() / 1e3));
  }

  /** Waits until so long after the start. */
  void runUntil(Duration afterStart) {
    long end = startNanos + afterStart.toNanos();
    while (System.nanoTime() - end < 0) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Override
  public void close() {
    for (Member member : members) {
      member.process.destroyForcibly().onExit().join();
    }
    server.close();
  }
}
