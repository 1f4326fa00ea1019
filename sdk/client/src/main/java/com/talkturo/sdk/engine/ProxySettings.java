package com.talkturo.sdk.engine;

import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Connection;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** An HTTP proxy, with the credentials it may ask for. Internal to the SDK. */
public final class ProxySettings {
  private static final String HEADER = "Proxy-Authorization";
  private static final int MAX_PORT = 65_535;

  private final String host;
  private final int port;
  private final @Nullable String credentials;

  /**
   * A proxy.
   *
   * @throws IllegalArgumentException if host or port is invalid; the message never shows user or
   *     password
   */
  public ProxySettings(String host, int port, @Nullable String user, @Nullable String password) {
    if (host.trim().isEmpty() || host.contains("/") || host.contains("@")) {
      throw new IllegalArgumentException(
          "proxy host is \""
              + host.substring(host.lastIndexOf('@') + 1)
              + "\"; allowed is a host name or an address, without scheme and user info");
    }
    if (port < 1 || port > MAX_PORT) {
      throw new IllegalArgumentException("proxy port is " + port + "; allowed is 1 to " + MAX_PORT);
    }
    this.host = host;
    this.port = port;
    this.credentials = user == null || password == null ? null : Credentials.basic(user, password);
  }

  void configure(OkHttpClient.Builder builder) {
    builder.proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)));
    if (credentials != null) {
      builder.proxyAuthenticator(
          (route, response) ->
              // A second challenge: the proxy has refused them already.
              response.request().header(HEADER) != null ? null : signed(response.request()));
    }
  }

  /**
   * The request with the credentials if the proxy itself reads it. OkHttp would wait to be asked,
   * and sends no body a second time then.
   */
  Request signed(Request request, Connection connection) {
    return credentials == null || connection.route().requiresTunnel() ? request : signed(request);
  }

  private Request signed(Request request) {
    return request.newBuilder().header(HEADER, String.valueOf(credentials)).build();
  }

  /** Host and port; never the credentials. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
