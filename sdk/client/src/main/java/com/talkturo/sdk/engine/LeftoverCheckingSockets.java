package com.talkturo.sdk.engine;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import javax.net.SocketFactory;
import okhttp3.Connection;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Sockets that see to it that an answer belongs to its request. A server may speak out of turn, and
 * what it leaves on a kept HTTP/1.1 connection would be taken for the answer to the next request:
 * OkHttp does not look, and gives no access to what it has buffered. So the socket itself looks
 * right before the first byte of a request is written, and notes whether anything was read after
 * the last.
 *
 * <p>Half an answer that OkHttp has buffered before is not seen here. What follows on the
 * connection completes it: the attempt fails, or gets an answer that the server sent to nobody.
 * Sockets of a SOCKS proxy or of a factory of the user's are not watched; their HTTP/1.1
 * connections are not kept.
 */
final class LeftoverCheckingSockets extends SocketFactory {
  private static final LeftoverCheckingSockets INSTANCE = new LeftoverCheckingSockets();

  /** The exchange on this thread: the streams of a socket know nothing of the request. */
  private static final ThreadLocal<@Nullable Exchange> EXCHANGE = new ThreadLocal<>();

  private LeftoverCheckingSockets() {}

  /** Watched sockets instead of the platform's; a factory of the user's stays. */
  static SocketFactory instead(SocketFactory configured) {
    return configured == SocketFactory.getDefault() ? INSTANCE : configured;
  }

  /** Whether only one exchange at a time uses the connection. */
  static boolean isHttp1(Connection connection) {
    Protocol protocol = connection.protocol();
    return protocol == Protocol.HTTP_1_1 || protocol == Protocol.HTTP_1_0;
  }

  /** Whether the connection goes over a socket of this factory. */
  static boolean watch(Connection connection) {
    return connection.route().address().socketFactory() == INSTANCE
        && connection.route().proxy().type() != Proxy.Type.SOCKS;
  }

  /**
   * A call within the exchange on this thread begins, if there is one: what that writes, to connect
   * for instance, is none of the exchange's.
   */
  static @Nullable Exchange suspend() {
    Exchange outer = EXCHANGE.get();
    resume(null);
    return outer;
  }

  /** The call within ended. */
  static void resume(@Nullable Exchange outer) {
    EXCHANGE.set(outer);
  }

  @Override
  public Socket createSocket() throws IOException {
    Socket socket = new WatchedSocket();
    // Else a request right after a TLS handshake waits 40 ms for the peer's delayed ACK.
    socket.setTcpNoDelay(true);
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return connected(
        new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return connected(
        new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
  }

  private Socket connected(InetSocketAddress remote, @Nullable InetSocketAddress local)
      throws IOException {
    Socket socket = createSocket();
    try {
      socket.bind(local);
      socket.connect(remote);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** One request and its answer on an HTTP/1.1 connection, on the thread that writes and reads. */
  static final class Exchange {
    private final long attemptStartNanos;
    private final boolean mayUseKept;
    private final boolean looksTwice;
    private @Nullable Exchange outer;
    private @Nullable WatchedSocket socket;
    private boolean stale;
    private boolean readSinceWrite;

    /**
     * About to begin.
     *
     * @param attemptStartNanos a connection that was made before is a kept one
     * @param mayUseKept whether the request may be written to a kept connection
     * @param looksTwice whether to spend a millisecond to see if a kept connection was closed
     */
    Exchange(long attemptStartNanos, boolean mayUseKept, boolean looksTwice) {
      this.attemptStartNanos = attemptStartNanos;
      this.mayUseKept = mayUseKept;
      this.looksTwice = looksTwice;
    }

    void enter() {
      outer = EXCHANGE.get();
      EXCHANGE.set(this);
    }

    void leave() {
      EXCHANGE.set(outer);
    }

    /** Whether nothing was written, because the connection was of no use any more. */
    boolean wasStale() {
      return stale;
    }

    /**
     * Ends the connection of an answer that was there before the request.
     *
     * @throws IOException if it was
     */
    void requireOwnAnswer() throws IOException {
      WatchedSocket used = socket;
      if (used != null && !readSinceWrite) {
        used.close();
        throw new IOException("the connection held an answer before the request was sent");
      }
    }

    private void beforeWrite(WatchedSocket to) throws IOException {
      if (stale || socket == null) {
        if (stale || (isKept(to) && isUseless(to))) {
          stale = true;
          to.close();
          throw new StaleConnectionException();
        }
        socket = to;
        to.served = true;
      }
      readSinceWrite = false;
    }

    private boolean isKept(WatchedSocket socket) {
      return socket.served || socket.madeNanos - attemptStartNanos < 0;
    }

    private boolean isUseless(WatchedSocket socket) {
      return !mayUseKept
          || socket.writeFailure != null
          || socket.hasBytesWaiting()
          || (looksTwice && socket.isDead());
    }
  }

  private static final class WatchedSocket extends Socket {
    private final long madeNanos = System.nanoTime();
    private volatile boolean served;
    private volatile @Nullable IOException writeFailure;

    @Override
    public InputStream getInputStream() throws IOException {
      return new Input(super.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new Output(super.getOutputStream());
    }

    boolean hasBytesWaiting() {
      try {
        return super.getInputStream().available() > 0;
      } catch (IOException lost) {
        return true;
      }
    }

    /** Servers close idle connections after as little as 5 s, OkHttp looks only after 10 s. */
    boolean isDead() {
      try {
        int timeout = getSoTimeout();
        try {
          setSoTimeout(1);
          // Neither the end nor a byte may come before the request.
          super.getInputStream().read();
          return true;
        } finally {
          setSoTimeout(timeout);
        }
      } catch (SocketTimeoutException stillOpen) {
        return false;
      } catch (IOException lost) {
        return true;
      }
    }

    /**
     * Hides that nobody takes what is written as long as there is something to read: it may say
     * why, such as a TLS alert about the client's certificate.
     */
    private final class Output extends FilterOutputStream {
      Output(OutputStream out) {
        super(out);
      }

      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int count) throws IOException {
        Exchange exchange = EXCHANGE.get();
        if (exchange != null) {
          exchange.beforeWrite(WatchedSocket.this);
        }
        if (writeFailure == null) {
          try {
            out.write(bytes, offset, count);
          } catch (IOException e) {
            writeFailure = e;
          }
        }
      }
    }

    /** Tells at its end what {@link Output} has hidden. */
    private final class Input extends FilterInputStream {
      Input(InputStream in) {
        super(in);
      }

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int offset, int count) throws IOException {
        int read;
        try {
          read = in.read(bytes, offset, count);
        } catch (SocketTimeoutException e) {
          throw e;
        } catch (IOException e) {
          throw hiddenOr(e);
        }
        if (read < 0 && writeFailure != null) {
          throw hiddenOr(new EOFException());
        }
        Exchange exchange = EXCHANGE.get();
        if (exchange != null) {
          exchange.readSinceWrite = true;
        }
        return read;
      }

      private IOException hiddenOr(IOException read) {
        IOException hidden = writeFailure;
        return hidden == null ? read : hidden;
      }
    }
  }
}
