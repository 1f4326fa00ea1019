package com.talkturo.provisioning;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Two tables; the primary key, the unique digest and the version in WHERE do all the work. */
final class JdbcStateStore implements StateStore {
  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE IF NOT EXISTS talkturo_store ("
              + "id INT NOT NULL PRIMARY KEY, document TEXT NOT NULL)",
          "CREATE TABLE IF NOT EXISTS talkturo_entry ("
              + "entry_key VARCHAR(100) NOT NULL PRIMARY KEY, version VARCHAR(40) NOT NULL,"
              + " phase VARCHAR(20) NOT NULL, assistant_id TEXT, assistant_digest CHAR(64) UNIQUE,"
              + " document TEXT NOT NULL)");
  private static final String COLUMNS = "entry_key, version, phase, assistant_id, document";

  /** SQLState class 23: a key or a unique column is taken. */
  private static final String INTEGRITY = "23";

  private final DataSource dataSource;

  JdbcStateStore(DataSource dataSource) {
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
  }

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private interface Setter {
    void on(PreparedStatement statement) throws SQLException;
  }

  private <T> T with(String what, Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      if (!connection.getAutoCommit()) {
        throw new StateStoreException(
            "the connections of the DataSource do not commit by themselves (autoCommit is false),"
                + " so a transaction around it could undo a step; hand in a DataSource whose"
                + " connections do, and not one that joins the caller's transaction",
            null);
      }
      return work.on(connection);
    } catch (SQLException e) {
      throw new StateStoreException("the database failed to " + what + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<StoreIdentity> identity() {
    return with(
        "read talkturo_store",
        connection -> {
          try (PreparedStatement query =
                  connection.prepareStatement("SELECT document FROM talkturo_store WHERE id = 1");
              ResultSet rows = query.executeQuery()) {
            return rows.next()
                ? Optional.of(StoreJson.identity(rows.getString(1)))
                : Optional.empty();
          } catch (SQLException e) {
            if (isMissingTable(e)) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  /** 42P01 PostgreSQL, 42S02 MySQL, MariaDB and H2, 42S04 H2 when the schema is empty. */
  private static boolean isMissingTable(SQLException e) {
    return Set.of("42P01", "42S02", "42S04").contains(String.valueOf(e.getSQLState()));
  }

  @Override
  public boolean initialize(StoreIdentity identity) {
    return with(
        "initialise the store",
        connection -> {
          if (isMissing(connection, "talkturo_store") || isMissing(connection, "talkturo_entry")) {
            createTables(connection);
          }
          return insertedUnlessThere(
              connection,
              "INSERT INTO talkturo_store (id, document) VALUES (1, ?)",
              statement -> statement.setString(1, StoreJson.identity(identity)));
        });
  }

  private static boolean isMissing(Connection connection, String table) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("SELECT COUNT(*) FROM " + table + " WHERE 1 = 0");
        ResultSet rows = query.executeQuery()) {
      return !rows.next();
    } catch (SQLException e) {
      if (isMissingTable(e)) {
        return true;
      }
      throw e;
    }
  }

  private static void createTables(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        try {
          statement.execute(table);
        } catch (SQLException e) {
          // PostgreSQL: two processes that make the same table at once collide in its catalogue.
          statement.execute(table);
        }
      }
    }
  }

  private static boolean insertedUnlessThere(Connection connection, String sql, Setter setter)
      throws SQLException {
    try {
      return updated(connection, sql, setter);
    } catch (SQLException e) {
      if (isTaken(e)) {
        return false;
      }
      throw e;
    }
  }

  private static boolean isTaken(SQLException e) {
    return e.getSQLState() != null && e.getSQLState().startsWith(INTEGRITY);
  }

  @Override
  public Optional<StoredEntry> find(String key) {
    return query("entry_key = ?", statement -> statement.setString(1, key)).stream().findFirst();
  }

  @Override
  public Optional<StoredEntry> findByAssistantId(String assistantId) {
    return query(
            "assistant_digest = ?", statement -> statement.setString(1, Values.sha256(assistantId)))
        .stream()
        .findFirst();
  }

  @Override
  public List<StoredEntry> list(Set<Phase> phases, @Nullable String afterKey, int limit) {
    String in =
        phases.stream()
            .sorted()
            .map(phase -> "'" + phase.name() + "'")
            .collect(Collectors.joining(", "));
    String where =
        "entry_key > ?"
            + (phases.isEmpty() ? "" : " AND phase IN (" + in + ")")
            + " ORDER BY entry_key LIMIT ?";
    return query(
        where,
        statement -> {
          statement.setString(1, afterKey == null ? "" : afterKey);
          statement.setInt(2, limit);
        });
  }

  private List<StoredEntry> query(String where, Setter setter) {
    return with(
        "read talkturo_entry",
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT " + COLUMNS + " FROM talkturo_entry WHERE " + where)) {
            setter.on(query);
            try (ResultSet rows = query.executeQuery()) {
              List<StoredEntry> found = new ArrayList<>();
              while (rows.next()) {
                found.add(stored(rows));
              }
              return found;
            }
          }
        });
  }

  private static StoredEntry stored(ResultSet row) throws SQLException {
    return new StoredEntry(
        row.getString(1),
        row.getString(2),
        Phase.valueOf(row.getString(3)),
        Optional.ofNullable(row.getString(4))
            .map(id -> URLDecoder.decode(id, StandardCharsets.UTF_8)),
        row.getString(5));
  }

  @Override
  public Outcome compareAndSet(
      String key, @Nullable String expectedVersion, @Nullable StoredEntry next) {
    return with(
        "write talkturo_entry",
        connection -> {
          try {
            if (changed(connection, key, expectedVersion, next)) {
              return Outcome.DONE;
            }
          } catch (SQLException e) {
            if (!isTaken(e)) {
              throw e;
            }
          }
          return next != null && isOfAnotherKey(connection, next)
              ? Outcome.DUPLICATE_ASSISTANT
              : Outcome.CONFLICT;
        });
  }

  private static boolean changed(
      Connection connection,
      String key,
      @Nullable String expectedVersion,
      @Nullable StoredEntry next)
      throws SQLException {
    if (next == null) {
      return updated(
          connection,
          "DELETE FROM talkturo_entry WHERE entry_key = ? AND version = ?",
          statement -> {
            statement.setString(1, key);
            statement.setString(2, expectedVersion);
          });
    }
    boolean insert = expectedVersion == null;
    return updated(
        connection,
        insert
            ? "INSERT INTO talkturo_entry (version, phase, assistant_id, assistant_digest, document,"
                + " entry_key) VALUES (?, ?, ?, ?, ?, ?)"
            : "UPDATE talkturo_entry SET version = ?, phase = ?, assistant_id = ?,"
                + " assistant_digest = ?, document = ? WHERE entry_key = ? AND version = ?",
        statement -> {
          statement.setString(1, next.version());
          statement.setString(2, next.phase().name());
          // In ASCII, whatever character set the database has; ids look so anyway.
          statement.setString(
              3,
              next.assistantId()
                  .map(id -> URLEncoder.encode(id, StandardCharsets.UTF_8))
                  .orElse(null));
          statement.setString(4, next.assistantId().map(Values::sha256).orElse(null));
          statement.setString(5, next.document());
          statement.setString(6, key);
          if (!insert) {
            statement.setString(7, expectedVersion);
          }
        });
  }

  private static boolean updated(Connection connection, String sql, Setter setter)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      setter.on(statement);
      return statement.executeUpdate() == 1;
    }
  }

  private static boolean isOfAnotherKey(Connection connection, StoredEntry entry)
      throws SQLException {
    if (entry.assistantId().isEmpty()) {
      return false;
    }
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT 1 FROM talkturo_entry WHERE assistant_digest = ? AND entry_key <> ?")) {
      query.setString(1, Values.sha256(entry.assistantId().get()));
      query.setString(2, entry.key());
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }
}
