package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The file that keeps a server's data from one start to the next; one server at a time has it. */
final class DataFile implements Closeable {
  private static final String FORMAT = "format";
  private static final int CURRENT_FORMAT = 1;

  private final Path file;
  private final FileChannel lock;

  private DataFile(Path file, FileChannel lock) {
    this.file = file;
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
      return new DataFile(folder.resolve(name + ".json"), channel);
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
    return (ObjectNode) saved.get("data");
  }

  /** Replaces the file in one step: a reader, or the next start, sees the old or the new one. */
  void save(ObjectNode data) {
    ObjectNode text = Json.object().put(FORMAT, CURRENT_FORMAT);
    text.set("data", data);
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.write(next, Json.text(text).getBytes(StandardCharsets.UTF_8));
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
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
