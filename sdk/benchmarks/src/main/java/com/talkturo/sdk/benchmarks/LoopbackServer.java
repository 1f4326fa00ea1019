package com.talkturo.sdk.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import javax.net.ServerSocketFactory;

/**
 * The server, in its own process so that its work is not counted. The first path segment is the
 * latency in milliseconds. One thread per connection and no HTTP library: it has to cost less than
 * any client.
 */
public final class LoopbackServer {
  private static final int BACKLOG = 2000;

  private LoopbackServer() {}

  /** Prints its port, and ends when its standard input does. */
  public static void main(String[] args) throws Exception {
    ServerSocket server = start();
    System.out.println(server.getLocalPort());
    while (System.in.read() >= 0) {
      // The parent lives.
    }
    System.exit(0);
  }

  /** Starts to answer on daemon threads. */
  static ServerSocket start() throws IOException {
    return start(ServerSocketFactory.getDefault());
  }

  /** Starts to answer, over TLS if the factory makes such sockets. */
  static ServerSocket start(ServerSocketFactory sockets) throws IOException {
    byte[] talkturo = answer("talkturo");
    byte[] openAi = answer("openai");
    byte[] stripe = answer("stripe");
    ServerSocket server =
        sockets.createServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
    daemon(
        () ->
            accept(
                server,
                path ->
                    path.contains("/api/") ? talkturo : path.contains("/v1/") ? stripe : openAi));
    return server;
  }

  private static byte[] answer(String api) {
    byte[] body = Sample.answer(api);
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Request-Id: req_1\r\n"
            + "Date: Sat, 21 Nov 2026 05:00:00 GMT\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
    byte[] answer = new byte[headBytes.length + body.length];
    System.arraycopy(headBytes, 0, answer, 0, headBytes.length);
    System.arraycopy(body, 0, answer, headBytes.length, body.length);
    return answer;
  }

  private static void accept(ServerSocket server, Function<String, byte[]> answers) {
    while (true) {
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        daemon(() -> serve(socket, answers));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void serve(Socket socket, Function<String, byte[]> answers) {
    try (Socket open = socket) {
      InputStream in = new BufferedInputStream(open.getInputStream());
      OutputStream out = open.getOutputStream();
      for (String request = line(in); !request.isEmpty(); request = line(in)) {
        long length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
          if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
            length = Long.parseLong(header.substring("content-length:".length()).trim());
          }
        }
        in.skipNBytes(length);
        int from = request.indexOf('/') + 1;
        long millis = Long.parseLong(request.substring(from, request.indexOf('/', from)));
        if (millis > 0) {
          Thread.sleep(millis);
        }
        out.write(answers.apply(request));
      }
    } catch (IOException | InterruptedException clientIsGone) {
      // Nothing to tell anybody.
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(80);
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(null, task, "server", 256 * 1024);
    thread.setDaemon(true);
    thread.start();
  }
}
