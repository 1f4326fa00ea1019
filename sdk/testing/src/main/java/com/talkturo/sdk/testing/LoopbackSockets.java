package com.talkturo.sdk.testing;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The server's sockets, by the order in which they were accepted, which is how MockWebServer
 * numbers its connections. Gives what MockWebServer does not: a real TCP reset, the end of a stall
 * when the client gives up, and no file descriptor left behind by a client that vanished.
 */
final class LoopbackSockets extends ServerSocketFactory {
  // MockWebServer asks for 50; a load test that opens more at once would wait for SYN repeats.
  private static final int BACKLOG = 1024;

  private final Map<Integer, Connection> open = new ConcurrentHashMap<>();

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return new Listener();
  }

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) throws IOException {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    throw new UnsupportedOperationException();
  }

  /** Makes the client see "connection reset" rather than an orderly end of the stream. */
  void reset(int connectionIndex) {
    Connection connection = open.get(connectionIndex);
    if (connection != null) {
      connection.reset();
    }
  }

  /**
   * Waits until the client or this server closes the connection. Only for a connection that nobody
   * else reads.
   */
  void awaitDisconnect(int connectionIndex) {
    Connection connection = open.get(connectionIndex);
    if (connection != null) {
      connection.readToEnd();
    }
  }

  private final class Listener extends ServerSocket {
    private int accepted;

    Listener() throws IOException {}

    @Override
    public void bind(@Nullable SocketAddress endpoint, int backlog) throws IOException {
      super.bind(endpoint, BACKLOG);
    }

    @Override
    public Socket accept() throws IOException {
      Connection connection = new Connection();
      implAccept(connection);
      // Head and body are two writes; Nagle's algorithm would hold back the second.
      connection.setTcpNoDelay(true);
      connection.index = accepted++;
      open.put(connection.index, connection);
      return connection;
    }
  }

  private final class Connection extends Socket {
    private int index = -1;

    @Override
    public synchronized void close() throws IOException {
      open.remove(index, this);
      super.close();
    }

    void reset() {
      try {
        setSoLinger(true, 0);
      } catch (IOException alreadyClosed) {
        // Nothing left to reset.
      }
      closeQuietly();
    }

    void readToEnd() {
      byte[] ignored = new byte[1024];
      try {
        InputStream in = getInputStream();
        while (in.read(ignored) >= 0) {
          // A client that pipelines gets no answer either.
        }
      } catch (IOException disconnected) {
        // What was waited for.
      }
      closeQuietly();
    }

    private void closeQuietly() {
      try {
        close();
      } catch (IOException e) {
        // It is of no use any more anyway.
      }
    }

    // MockWebServer keeps a socket open until the server stops when reading or writing fails.

    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          try {
            return super.read(bytes, offset, length);
          } catch (IOException e) {
            closeQuietly();
            throw e;
          }
        }
      };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      OutputStream raw = super.getOutputStream();
      return new FilterOutputStream(raw) {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          try {
            raw.write(bytes, offset, length);
          } catch (IOException e) {
            closeQuietly();
            throw e;
          }
        }
      };
    }
  }
}
