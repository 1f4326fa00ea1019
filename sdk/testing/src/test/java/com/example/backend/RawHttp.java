package com.example.backend;

import com.talkturo.sdk.testing.TalkturoServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request written by hand, for what HTTP clients refuse to send. */
final class RawHttp {
  private RawHttp() {}

  static Socket connect(TalkturoServer server) throws IOException {
    URI url = URI.create(server.baseUrl());
    Socket socket = new Socket(url.getHost(), url.getPort());
    socket.setSoTimeout((int) PlainClient.PATIENCE.toMillis());
    return socket;
  }

  static int statusOf(TalkturoServer server, String requestLine) throws IOException {
    try (Socket socket = connect(server)) {
      String head =
          requestLine
              + "\r\nHost: localhost\r\nAuthorization: Bearer "
              + server.apiKey()
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      return Integer.parseInt(in.readLine().split(" ")[1]);
    }
  }
}
