package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file that keeps a server's data from one start to the next; one server at a time has it.
 *
 * <p>Each change is a line of a second file, the log, so that what it costs does not grow with the
 * data. Once the log is larger than the data, it is begun anew.
 */
final class DataFile implements Closeable {
  private static final String FORMAT = "format";
  private static final int CURRENT_FORMAT = 1;

  /** Which log goes with the data: a crash may leave an old one beside new data. */
  private static final String LOG = "log";

  private static final int SMALLEST_FULL_LOG = 1 << 20;

  private final Path file;
  private final Path log;
  private final FileChannel lock;
  private boolean hasData;
  private long dataLength;
  private int logNumber;

  /** Up to the end of its last whole line. */
  private long logLength;

  private DataFile(Path file, Path log, FileChannel lock) {
    this.file = file;
    this.log = log;
    this.lock = lock;
  }

  /**
   * @throws IllegalStateException if another server has it
   * @throws UncheckedIOException if the folder cannot be made or written
   */
  static DataFile open(Path folder, String name) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        throw new IllegalStateException("another server keeps its data in " + folder);
      }
      return new DataFile(folder.resolve(name + ".json"), folder.resolve(name + ".log"), channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the data folder " + folder, e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      // Held until the channel is closed or the process ends, however it ends.
      FileLock held = channel.tryLock();
      return held != null;
    } catch (OverlappingFileLockException ownedByThisProcess) {
      return false;
    }
  }

  /**
   * What was saved, or null if nothing was; gives the file back to others if it cannot be read.
   *
   * @throws UncheckedIOException if it is not readable
   * @throws IllegalStateException if it is of another version
   */
  @Nullable ObjectNode load() {
    boolean loaded = false;
    try {
      ObjectNode data = Files.exists(file) ? read() : null;
      loaded = true;
      return data;
    } finally {
      if (!loaded) {
        close();
      }
    }
  }

  private ObjectNode read() {
    JsonNode saved;
    try {
      saved = Json.parse(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    if (saved.path(FORMAT).asInt() != CURRENT_FORMAT || !saved.path("data").isObject()) {
      throw new IllegalStateException(
          file + " was not written by this version of the server; delete it to start afresh");
    }
    ObjectNode data = (ObjectNode) saved.get("data");
    hasData = true;
    logNumber = saved.path(LOG).asInt();
    try {
      dataLength = Files.size(file);
      readLog(data);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + log, e);
    }
    return data;
  }

  private void readLog(ObjectNode data) throws IOException {
    byte[] text = Files.exists(log) ? Files.readAllBytes(log) : new byte[0];
    int start = 0;
    for (int end = 0; end < text.length; end++) {
      if (text[end] == '\n') {
        JsonNode line = Json.parse(Arrays.copyOfRange(text, start, end));
        if (start > 0) {
          line.forEach(change -> DataChange.apply(change, data));
        } else if (line.path(LOG).asInt() != logNumber) {
          return;
        }
        start = end + 1;
        logLength = start;
      }
    }
  }

  /** Saves what was changed. */
  void save(ObjectNode data, List<DataChange> changes) {
    if (!hasData || logLength > Math.max(SMALLEST_FULL_LOG, dataLength)) {
      save(data);
      return;
    }
    StringBuilder lines = new StringBuilder();
    if (logLength == 0) {
      lines.append(Json.text(Json.object().put(LOG, logNumber))).append('\n');
    }
    // All in one line, so that a crash leaves all of them or none.
    ArrayNode line = JsonNodeFactory.instance.arrayNode();
    changes.forEach(change -> line.add(change.toJson()));
    lines.append(Json.text(line)).append('\n');
    ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
    long length = logLength + bytes.remaining();
    try (FileChannel channel =
        FileChannel.open(log, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      // What a crash or a full disk left of a line is no part of the next one.
      channel.truncate(logLength).position(logLength);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      logLength = length;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + log, e);
    }
  }

  /** Replaces the file in one step: a reader, or the next start, sees the old or the new one. */
  void save(ObjectNode data) {
    ObjectNode saved = Json.object().put(FORMAT, CURRENT_FORMAT).put(LOG, logNumber + 1);
    saved.set("data", data);
    byte[] text = Json.text(saved).getBytes(StandardCharsets.UTF_8);
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.write(next, text);
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
    hasData = true;
    dataLength = text.length;
    logNumber++;
    logLength = 0;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the lock of " + file, e);
    }
  }
}
