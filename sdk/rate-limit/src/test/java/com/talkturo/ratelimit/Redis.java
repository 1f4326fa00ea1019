package com.talkturo.ratelimit;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.embedded.RedisServer;

/** A real Redis on a port of its own, which can be stopped and paused. */
final class Redis implements AutoCloseable {
  private static final Pattern PID = Pattern.compile("process_id:(\\d+)");

  private final int port;
  private RedisServer server;
  private String pid = "";

  Redis() throws IOException {
    port = freePort();
    start();
  }

  /** None that the system hands out by itself: others would get it while this Redis is stopped. */
  private static int freePort() throws IOException {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return free.getLocalPort();
      } catch (BindException taken) {
        // Another one, then.
      }
    }
  }

  void start() throws IOException {
    server = RedisServer.newRedisServer().port(port).setting("save \"\"").build();
    server.start();
    try (RedisClient client = client()) {
      Matcher found = PID.matcher(client.connect().sync().info("server"));
      if (!found.find()) {
        throw new IOException("Redis does not tell its process id");
      }
      pid = found.group(1);
    }
  }

  void stop() throws IOException {
    server.stop();
  }

  /** From now on it accepts connections, and does not answer. */
  void pause() throws Exception {
    signal("-STOP");
  }

  void resume() throws Exception {
    signal("-CONT");
  }

  private void signal(String signal) throws Exception {
    if (new ProcessBuilder("kill", signal, pid).start().waitFor() != 0) {
      throw new IOException("kill " + signal + " failed");
    }
  }

  int port() {
    return port;
  }

  RedisClient client() {
    return client(port);
  }

  static RedisClient client(int port) {
    return RedisClient.create("redis://localhost:" + port);
  }

  static ProxyManager<String> buckets(RedisClient client, TimeMeter clock) {
    return buckets(client, clock, Duration.ofSeconds(1));
  }

  static ProxyManager<String> buckets(RedisClient client, TimeMeter clock, Duration timeout) {
    return Bucket4jLettuce.casBasedBuilder(
            client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)))
        .expirationAfterWrite(ExpirationAfterWriteStrategy.fixedTimeToLive(Duration.ofHours(2)))
        .requestTimeout(timeout)
        .clientClock(clock)
        .build();
  }

  @Override
  public void close() throws IOException {
    server.stop();
  }
}
