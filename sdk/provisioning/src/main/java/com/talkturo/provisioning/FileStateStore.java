package com.talkturo.provisioning;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file per key. Names that begin with a dot are no keys: the identity, the lock, temporary
 * files, and a folder that says which key has which assistant, so that a write need not read every
 * file to keep ids unique. That folder is made anew by each process, because files may have come or
 * gone by other ways, such as a checkout.
 */
final class FileStateStore implements StateStore {
  private static final String IDENTITY = ".talkturo-store.json";
  private static final String SUFFIX = ".json";

  /** A lock of the operating system belongs to the process: threads need one of their own. */
  private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

  private static final Logger LOG = LoggerFactory.getLogger(Provisioner.class);

  private final Path folder;
  private final Path ids;
  private boolean idsAreFresh;

  FileStateStore(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    this.ids = this.folder.resolve(".ids");
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private <T> T io(String what, Work<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw new StateStoreException("cannot " + what + " in " + folder + ": " + e, e);
    }
  }

  private <T> T locked(String what, Work<T> work) {
    return io(
        what,
        () -> {
          // By whatever way the folder is reached.
          ReentrantLock threads =
              LOCKS.computeIfAbsent(folder.toRealPath(), path -> new ReentrantLock());
          threads.lock();
          try (FileChannel channel =
                  FileChannel.open(
                      folder.resolve(".lock"),
                      StandardOpenOption.CREATE,
                      StandardOpenOption.WRITE);
              FileLock held = channel.lock()) {
            if (!held.isValid()) {
              throw new IOException("the lock is not valid");
            }
            return work.run();
          } finally {
            threads.unlock();
          }
        });
  }

  @Override
  public Optional<StoreIdentity> identity() {
    return io("read " + IDENTITY, () -> text(folder.resolve(IDENTITY))).map(StoreJson::identity);
  }

  @Override
  public boolean initialize(StoreIdentity identity) {
    return io(
        "initialise the store",
        () -> {
          Files.createDirectories(folder);
          return locked(
              "initialise the store",
              () -> {
                if (Files.exists(folder.resolve(IDENTITY))) {
                  return false;
                }
                replace(folder.resolve(IDENTITY), StoreJson.identity(identity));
                // What belongs to this machine alone has no place in a repository.
                replace(folder.resolve(".gitignore"), ".lock\n.ids/\n.tmp-*\n");
                return true;
              });
        });
  }

  @Override
  public Optional<StoredEntry> find(String key) {
    return io("read the entry of " + key, () -> read(key));
  }

  private Optional<StoredEntry> read(String key) throws IOException {
    return text(file(key)).map(document -> StoreJson.file(key, document));
  }

  private Path file(String key) {
    return folder.resolve(key + SUFFIX);
  }

  private static Optional<String> text(Path file) throws IOException {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<StoredEntry> findByAssistantId(String assistantId) {
    return locked("look an assistant up", () -> holder(assistantId));
  }

  /** A claim counts only if the file of the key confirms it: the process may have died between. */
  private Optional<StoredEntry> holder(String assistantId) throws IOException {
    if (!idsAreFresh) {
      rebuildIds();
    }
    Optional<String> key = text(claim(assistantId));
    return key.isEmpty()
        ? Optional.empty()
        : read(key.get()).filter(entry -> entry.assistantId().equals(Optional.of(assistantId)));
  }

  private Path claim(String assistantId) {
    return ids.resolve(Values.sha256(assistantId));
  }

  private void rebuildIds() throws IOException {
    Files.createDirectories(ids);
    for (String key : keys()) {
      Optional<String> id = readable(key).flatMap(StoredEntry::assistantId);
      if (id.isPresent()) {
        Files.writeString(claim(id.get()), key);
      }
    }
    idsAreFresh = true;
  }

  /** One broken file is no reason to lose the new assistant of another key. */
  private Optional<StoredEntry> readable(String key) {
    try {
      return read(key);
    } catch (IOException | StateStoreException e) {
      LOG.warn("Cannot read {}, so nobody knows which assistant it holds: {}", file(key), e);
      return Optional.empty();
    }
  }

  private Set<String> keys() throws IOException {
    Set<String> keys = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(SUFFIX)) {
          String key = name.substring(0, name.length() - SUFFIX.length());
          if (SpecCheck.isKey(key)) {
            keys.add(key);
          }
        }
      }
    }
    return keys;
  }

  @Override
  public List<StoredEntry> list(Set<Phase> phases, @Nullable String afterKey, int limit) {
    return io(
        "list the entries",
        () -> {
          List<StoredEntry> found = new ArrayList<>();
          for (String key : keys()) {
            if (afterKey == null || key.compareTo(afterKey) > 0) {
              read(key)
                  .filter(entry -> phases.isEmpty() || phases.contains(entry.phase()))
                  .ifPresent(found::add);
            }
            if (found.size() == limit) {
              break;
            }
          }
          return found;
        });
  }

  @Override
  public Outcome compareAndSet(
      String key, @Nullable String expectedVersion, @Nullable StoredEntry next) {
    return locked("write the entry of " + key, () -> change(key, expectedVersion, next));
  }

  private Outcome change(String key, @Nullable String expectedVersion, @Nullable StoredEntry next)
      throws IOException {
    Optional<StoredEntry> now = read(key);
    if (!now.map(StoredEntry::version).equals(Optional.ofNullable(expectedVersion))) {
      return Outcome.CONFLICT;
    }
    if (next == null) {
      Files.deleteIfExists(file(key));
      sync(folder);
      return Outcome.DONE;
    }
    Optional<String> id = next.assistantId();
    if (id.isPresent() && !id.equals(now.flatMap(StoredEntry::assistantId))) {
      if (holder(id.get()).filter(entry -> !entry.key().equals(key)).isPresent()) {
        return Outcome.DUPLICATE_ASSISTANT;
      }
      Files.writeString(claim(id.get()), key);
    }
    replace(file(key), next.document());
    return Outcome.DONE;
  }

  /** Whoever reads sees the old text or the new one, also after the machine has lost power. */
  private void replace(Path file, String text) throws IOException {
    Path temporary = folder.resolve(".tmp-" + file.getFileName());
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    try {
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("the file system cannot replace a file in one step", e);
    }
    sync(folder);
  }

  private static void sync(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return; // Windows cannot open a folder, and needs no such thing.
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
