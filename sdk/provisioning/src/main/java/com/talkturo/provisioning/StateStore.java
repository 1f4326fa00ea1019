package com.talkturo.provisioning;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Where the state of all keys is kept. Everything that the engine promises rests on {@link
 * #compareAndSet}: it must be atomic across all processes that use the store, and durable when it
 * returns.
 *
 * <p>Ours are {@link #files} and {@link #jdbc}. Who writes another one runs {@code
 * StateStoreContract} of the test jar ({@code talkturo-provisioning}, classifier {@code tests})
 * against it.
 *
 * <p>Safe for use from many threads. A store that cannot answer throws any {@link
 * RuntimeException}, ours {@link StateStoreException}; the engine then asks again where that may
 * help.
 */
public interface StateStore {
  /**
   * What the store belongs to; empty if it was never initialised.
   *
   * @throws StateStoreException if the store cannot be read
   */
  Optional<StoreIdentity> identity();

  /**
   * Makes the store ready and keeps what it belongs to, unless it was initialised before.
   *
   * @return whether this call initialised it
   * @throws StateStoreException if the store cannot be written
   */
  boolean initialize(StoreIdentity identity);

  /**
   * The record of a key.
   *
   * @throws StateStoreException if the store cannot be read
   */
  Optional<StoredEntry> find(String key);

  /**
   * The record of an assistant.
   *
   * @throws StateStoreException if the store cannot be read
   */
  Optional<StoredEntry> findByAssistantId(String assistantId);

  /**
   * Records in one fixed order of their keys, the same for every call.
   *
   * @param phases only these; all if empty
   * @param afterKey only keys after this one in that order; from the first if {@code null}
   * @param limit how many at most, at least 1
   * @throws StateStoreException if the store cannot be read
   */
  List<StoredEntry> list(Set<Phase> phases, @Nullable String afterKey, int limit);

  /**
   * Replaces, inserts or removes the record of a key, if it still has the expected version.
   *
   * @param expectedVersion the version that is there now; {@code null} if there must be no record
   * @param next the new record; {@code null} removes it
   * @return whether it was done, and if not why; then nothing is changed
   * @throws StateStoreException if it is not known whether it was done
   */
  Outcome compareAndSet(String key, @Nullable String expectedVersion, @Nullable StoredEntry next);

  /** What became of a {@link #compareAndSet}. */
  enum Outcome {
    /** It was done. */
    DONE,
    /** The record has another version, or there is none, or there is one. */
    CONFLICT,
    /** The record of another key has the same assistant id. */
    DUPLICATE_ASSISTANT
  }

  /**
   * One JSON file per key in a folder, for one working copy: safe for the processes of one machine.
   * Each write goes to a temporary file, to the disk, and then in place of the old file, under a
   * lock file beside them. The folder is made by {@link Provisioner#init}.
   *
   * @param folder holds nothing else
   */
  static StateStore files(Path folder) {
    return new FileStateStore(folder);
  }

  /**
   * Two tables in a database: PostgreSQL, MySQL, MariaDB or H2. {@link Provisioner#init} makes them
   * if they are not there:
   *
   * <pre>{@code
   * CREATE TABLE talkturo_store (
   *   id INT NOT NULL PRIMARY KEY,
   *   document TEXT NOT NULL
   * );
   * CREATE TABLE talkturo_entry (
   *   entry_key VARCHAR(100) NOT NULL PRIMARY KEY,
   *   version VARCHAR(40) NOT NULL,
   *   phase VARCHAR(20) NOT NULL,
   *   assistant_id TEXT,
   *   assistant_digest CHAR(64) UNIQUE,
   *   document TEXT NOT NULL
   * );
   * }</pre>
   *
   * <p>Each step takes a connection of its own and gives it back before any HTTP call. Connections
   * must commit by themselves ({@code autoCommit}), because a step that the caller's transaction
   * could undo would be worth nothing: others are refused.
   */
  static StateStore jdbc(DataSource dataSource) {
    return new JdbcStateStore(dataSource);
  }
}
