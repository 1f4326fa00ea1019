package com.talkturo.calls;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A server on a real socket of the loopback interface that does exactly what it is told, down to
 * the byte, and keeps count of what reached it.
 */
public final class RawServer implements AutoCloseable {
  /** A test that forgets to end a stall ends here. */
  private static final long MAX_STALL_SECONDS = 60;

  /** What the server does with a connection on which a request begins to arrive. */
  public interface Script {
    void serve(Connection connection) throws IOException, InterruptedException;
  }

  private final ServerSocket listener;
  private final SSLSocketFactory tls;
  private final String[] protocols;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger objects = new AtomicInteger();
  private volatile Script script;

  /** A server that answers every request as it should, until {@link #script(Script)}. */
  public RawServer() throws IOException {
    this(null);
  }

  /** A server behind TLS that offers these protocols, such as {@code h2}. */
  public RawServer(SSLSocketFactory tls, String... protocols) throws IOException {
    this.tls = tls;
    this.protocols = protocols;
    this.script = Connection::answer;
    this.listener = new ServerSocket();
    listener.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 512);
    start("raw-server-" + listener.getLocalPort(), this::accept);
  }

  private static void start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return listener.getLocalPort();
  }

  public String url() {
    return (tls == null ? "http" : "https") + "://127.0.0.1:" + port();
  }

  /** From now on, whatever request begins to arrive on whatever connection is served like this. */
  public void script(Script next) {
    script = next;
  }

  /** Connections that were accepted. */
  public int connections() {
    return connections.get();
  }

  /** Connections that are open right now. */
  public int openConnections() {
    return open.size();
  }

  /** Requests that arrived to their last byte. */
  public int requests() {
    return requests.get();
  }

  /** Assistants that were made. */
  public int objects() {
    return objects.get();
  }

  public void resetCounts() {
    requests.set(0);
    objects.set(0);
    connections.set(0);
  }

  /** Closes the connections that are open now, in good order, and goes on listening. */
  public void hangUp() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      Socket socket;
      try {
        socket = listener.accept();
      } catch (IOException closedMeanwhile) {
        return;
      }
      connections.incrementAndGet();
      open.add(socket);
      start("raw-connection-" + port(), () -> serve(socket));
    }
  }

  private void serve(Socket plain) {
    Socket socket = plain;
    try {
      socket.setTcpNoDelay(true);
      if (tls != null) {
        SSLSocket secured = (SSLSocket) tls.createSocket(plain, null, plain.getPort(), true);
        secured.setUseClientMode(false);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setApplicationProtocols(protocols);
        secured.setSSLParameters(parameters);
        socket = secured;
      }
      Connection connection = new Connection(socket, plain);
      while (connection.hasNext()) {
        script.serve(connection);
      }
    } catch (IOException | InterruptedException endsTheConnection) {
      // Misbehaving is what this server is for: the client's side is what counts.
    } finally {
      quietly(socket);
      quietly(plain);
      open.remove(plain);
    }
  }

  private static void quietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // Nothing is left to close.
    }
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    listener.close();
    open.forEach(RawServer::quietly);
  }

  /** A request as it came over the wire. */
  public record Received(String method, String target, Map<String, String> headers, byte[] body) {
    public String header(String name) {
      return headers.get(name.toLowerCase(Locale.ROOT));
    }
  }

  /** One connection, as the script sees it. */
  public final class Connection {
    private final Socket socket;
    private final Socket plain;
    private final PushbackInputStream in;
    private final OutputStream out;

    private Connection(Socket socket, Socket plain) throws IOException {
      this.socket = socket;
      this.plain = plain;
      this.in = new PushbackInputStream(socket.getInputStream());
      this.out = socket.getOutputStream();
    }

    private boolean hasNext() throws IOException {
      if (plain.isClosed()) {
        return false;
      }
      int first = in.read();
      if (first >= 0) {
        in.unread(first);
      }
      return first >= 0;
    }

    /** Reads one request to its last byte, and counts it. */
    public Received read() throws IOException {
      String[] head = readHead().split("\r\n");
      String[] requestLine = head[0].split(" ");
      Map<String, String> headers = new LinkedHashMap<>();
      for (int i = 1; i < head.length; i++) {
        int colon = head[i].indexOf(':');
        headers.put(
            head[i].substring(0, colon).toLowerCase(Locale.ROOT),
            head[i].substring(colon + 1).trim());
      }
      int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
      byte[] body = in.readNBytes(length);
      if (body.length < length) {
        throw new EOFException("the request ends in its body");
      }
      requests.incrementAndGet();
      return new Received(requestLine[0], requestLine[1], headers, body);
    }

    /** Reads bytes of another protocol than HTTP/1.1. */
    public byte[] readBytes(int count) throws IOException {
      byte[] bytes = in.readNBytes(count);
      if (bytes.length < count) {
        throw new EOFException("the connection ends");
      }
      return bytes;
    }

    /** Reads as far as the empty line, and nothing of the body. */
    public String readHead() throws IOException {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      int matched = 0;
      while (matched < 4) {
        int next = in.read();
        if (next < 0) {
          throw new EOFException("the request ends in its headers");
        }
        head.write(next);
        matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
      }
      return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** Reads one request, and makes an assistant if that is what it asks for. */
    public Received process() throws IOException {
      Received request = read();
      if (request.method().equals("POST") || request.target().startsWith("/auth/token")) {
        objects.incrementAndGet();
      }
      return request;
    }

    /** Reads one request, does what it asks for and answers as it should. */
    public void answer() throws IOException {
      process();
      write(Answers.ok());
    }

    public void write(String text) throws IOException {
      write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public void write(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }

    /** Ends the connection in good order. */
    public void end() throws IOException {
      socket.close();
      plain.close();
    }

    /** Ends the connection so that all that was written arrives, whatever the peer still sends. */
    public void endGently() throws IOException {
      plain.shutdownOutput();
      byte[] ignored = new byte[8_192];
      while (in.read(ignored) >= 0) {
        // Closing with bytes unread would reset the connection, and lose what was written.
      }
    }

    /** Ends the connection so that the peer sees "connection reset". */
    public void reset() throws IOException {
      plain.setSoLinger(true, 0);
      plain.close();
    }

    /** Does nothing until the server is closed. */
    public void stall() throws InterruptedException {
      closed.await(MAX_STALL_SECONDS, TimeUnit.SECONDS);
    }

    /** Whether the server still runs after the pause. */
    public boolean pause(long millis) throws InterruptedException {
      return !closed.await(millis, TimeUnit.MILLISECONDS);
    }
  }
}
