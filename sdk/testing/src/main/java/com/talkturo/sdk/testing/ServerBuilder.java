package com.talkturo.sdk.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.OkHttp;
import org.jspecify.annotations.Nullable;

/** Settings that the servers of all vendors have. */
abstract class ServerBuilder<S, B extends ServerBuilder<S, B>> {
  private final String vendor;
  private final Opener<B, S> opener;
  private int port;
  private int keptRequests = 10_000;
  private boolean http2;
  private @Nullable SSLSocketFactory tls;
  private @Nullable Path dataFolder;

  ServerBuilder(String vendor, Opener<B, S> opener) {
    this.vendor = vendor;
    this.opener = opener;
  }

  /** A constructor of a server with its data. */
  interface Opener<B, S> {
    S open(B settings, Store store) throws IOException;
  }

  @SuppressWarnings("unchecked") // B is the class that extends this one.
  private B self() {
    return (B) this;
  }

  /** Listens on this port of 127.0.0.1. The default, 0, takes a free one. */
  public B port(int port) {
    this.port = port;
    return self();
  }

  /**
   * Keeps the newest requests up to this number and forgets older ones, so that a load test does
   * not fill the heap. The default is 10,000.
   *
   * @throws IllegalArgumentException if the limit is less than 1
   */
  public B keptRequests(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("keptRequests must be at least 1: " + limit);
    }
    this.keptRequests = limit;
    return self();
  }

  /**
   * Serves HTTPS with the certificate of this factory, which has to be valid for 127.0.0.1. The
   * default is plain HTTP.
   */
  public B tls(SSLSocketFactory socketFactory) {
    this.tls = Objects.requireNonNull(socketFactory, "socketFactory");
    return self();
  }

  /**
   * Serves HTTP/2: negotiated, beside HTTP/1.1, with {@code tls}; without it, clients have to know
   * ("prior knowledge"). A stalled or delayed answer then also holds up the later requests of its
   * connection. The default is HTTP/1.1 only.
   */
  public B http2() {
    this.http2 = true;
    return self();
  }

  /**
   * Keeps the data of the API, keys included, in this folder, which is made if it is missing: a
   * server that starts with it later, in this process or another, goes on where the last one ended.
   * Each change is in the folder before its request is answered, and a process that is killed
   * leaves the state before or after a change, never half of one. Requests, faults, behaviours and
   * rate limits are not kept. One server at a time may use a folder. The default keeps data in
   * memory only.
   */
  public B dataFolder(Path folder) {
    this.dataFolder = Objects.requireNonNull(folder, "folder");
    return self();
  }

  int port() {
    return port;
  }

  int keptRequests() {
    return keptRequests;
  }

  boolean usesHttp2() {
    return http2;
  }

  @Nullable SSLSocketFactory tls() {
    return tls;
  }

  /**
   * Returns the running server.
   *
   * @throws UncheckedIOException if the port cannot be opened, or the data folder not be used
   * @throws IllegalStateException if OkHttp is older than 5, another server uses the data folder,
   *     or its file is of another version
   */
  public S start() {
    Store store =
        new Store(
            dataFolder == null
                ? null
                : DataFile.open(dataFolder, vendor.toLowerCase(Locale.ROOT) + "-server"));
    boolean started = false;
    try {
      S server = opener.open(self(), store);
      started = true;
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, e);
    } catch (LinkageError e) {
      // The client runs with an older one, and MockWebServer does not.
      throw new IllegalStateException(
          "OkHttp "
              + OkHttp.VERSION
              + " is on the class path, but "
              + vendor
              + "Server needs OkHttp 5 or newer; put its jar"
              + " first, or look for what pins the older one with mvn dependency:tree or gradle"
              + " dependencies",
          e);
    } finally {
      if (!started) {
        store.close();
      }
    }
  }
}
