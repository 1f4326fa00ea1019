package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores that write late, twice, or say what was yesterday: no second assistant, no lost id. */
class BrokenStoresTest {
  private final Fixture fixture = new Fixture();
  private final AssistantSpec spec = Fixture.desk().build();

  @AfterEach
  void close() {
    fixture.close();
  }

  private Provisioner on(StateStore store) {
    return fixture.provisioner(builder -> builder.store(store));
  }

  private String onlyAssistant() {
    assertThat(fixture.server.assistants()).hasSize(1);
    return (String) fixture.server.assistants().get(0).get("id");
  }

  @Test
  void aWriteThatArrivesLongAfterItFailedIsStillOurs() {
    AtomicReference<Runnable> underWay = new AtomicReference<>();
    AtomicBoolean once = new AtomicBoolean();
    StateStore late =
        new DelegatingStore(fixture.store) {
          @Override
          public Outcome compareAndSet(
              String key, @Nullable String expectedVersion, @Nullable StoredEntry next) {
            Runnable first = underWay.getAndSet(null);
            if (first != null) {
              first.run();
            }
            if (next != null && next.phase() == Phase.SENDING && once.compareAndSet(false, true)) {
              underWay.set(() -> super.compareAndSet(key, expectedVersion, next));
              throw new StateStoreException("timed out", null);
            }
            return super.compareAndSet(key, expectedVersion, next);
          }
        };

    Provisioned desk = on(late).apply("desk", spec);

    assertThat(once).isTrue();
    assertThat(desk.assistantId()).contains(onlyAssistant());
    assertThat(desk.duration()).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aDriverThatRepeatsEachWriteByItselfLosesNothing() {
    StateStore repeating =
        new DelegatingStore(fixture.store) {
          @Override
          public Outcome compareAndSet(
              String key, @Nullable String expectedVersion, @Nullable StoredEntry next) {
            super.compareAndSet(key, expectedVersion, next);
            return super.compareAndSet(key, expectedVersion, next);
          }
        };

    Provisioned desk = on(repeating).apply("desk", spec);

    assertThat(desk.assistantId()).contains(onlyAssistant());
    assertThat(desk.duration()).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aConnectionThatBreaksAfterEachSecondWriteLosesNothing() {
    DataSource h2 = Fixture.h2();
    AtomicInteger writes = new AtomicInteger();
    DataSource breaking =
        wrapped(DataSource.class, h2, "getConnection", c -> brokenAfter(c, writes));
    StateStore.jdbc(h2).initialize(fixture.store.identity().orElseThrow());

    Provisioned desk = on(StateStore.jdbc(breaking)).apply("desk", spec);

    assertThat(desk.assistantId()).contains(onlyAssistant());
    assertThat(writes).hasValueGreaterThan(4);
    assertThat(on(StateStore.jdbc(h2)).plan("desk", spec).isEmpty()).isTrue();
  }

  private static Object brokenAfter(Object connection, AtomicInteger writes) {
    return wrapped(
        Connection.class,
        (Connection) connection,
        "prepareStatement",
        statement ->
            wrapped(
                PreparedStatement.class,
                (PreparedStatement) statement,
                "executeUpdate",
                count -> {
                  if (writes.incrementAndGet() % 2 == 0) {
                    ((Connection) connection).close();
                    throw new SQLException("the connection broke", "08006");
                  }
                  return count;
                }));
  }

  private interface Change {
    Object of(Object result) throws SQLException;
  }

  /** Another object like this one, of which the results of one method are changed. */
  private static <T> T wrapped(Class<T> type, T whole, String method, Change change) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, called, arguments) -> {
              Object result;
              try {
                result = called.invoke(whole, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              return called.getName().equals(method) ? change.of(result) : result;
            }));
  }

  /**
   * A store whose reads stand still from some moment on, as those of a replica that lags behind.
   */
  private static final class LaggingStore extends DelegatingStore {
    private @Nullable Optional<StoredEntry> frozen;

    LaggingStore(StateStore store) {
      super(store);
    }

    void freeze(String key) {
      frozen = super.find(key);
    }

    @Override
    public Optional<StoredEntry> find(String key) {
      return frozen != null ? frozen : super.find(key);
    }
  }

  @Test
  void aStoreThatShowsAnEarlierTimeForeverEndsTheApplyAndCreatesNothing() {
    fixture.provisioner().apply("desk", spec);
    LaggingStore lagging = new LaggingStore(fixture.store);
    lagging.freeze("nobody");
    fixture.server.clearRequests();

    assertThatThrownBy(() -> on(lagging).apply("desk", spec))
        .isInstanceOf(ProvisioningTimeoutException.class);

    assertThat(fixture.server.requestCount()).isZero();
  }

  @Test
  void aLateAnswerIsNotLostOnAStoreThatShowsAnEarlierTime() {
    LaggingStore lagging = new LaggingStore(fixture.store);
    Provisioner slow =
        atAnswer(
            lagging,
            () -> {
              lagging.freeze("desk");
              fixture.time.pass(Duration.ofMinutes(3));
              fixture.provisioner().resolve("desk").notCreated();
            });

    UnstoredAssistantException lost =
        catchThrowableOfType(UnstoredAssistantException.class, () -> slow.apply("desk", spec));

    assertThat(lost.assistantId()).isEqualTo(onlyAssistant());
    assertThat(lost).hasMessageContaining("than it compares with");
  }

  @Test
  void aLateAnswerIsNotLostOnAStoreThatThrowsWhatItLikes() {
    AtomicBoolean broken = new AtomicBoolean();
    StateStore own =
        new DelegatingStore(fixture.store) {
          @Override
          public Optional<StoredEntry> find(String key) {
            if (broken.get()) {
              throw new IllegalStateException("a store of one's own");
            }
            return super.find(key);
          }
        };
    Provisioner slow =
        atAnswer(
            own,
            () -> {
              fixture.time.pass(Duration.ofMinutes(3));
              fixture.provisioner().resolve("desk").notCreated();
              broken.set(true);
            });

    UnstoredAssistantException lost =
        catchThrowableOfType(UnstoredAssistantException.class, () -> slow.apply("desk", spec));

    assertThat(lost.assistantId()).isEqualTo(onlyAssistant());
    assertThat(lost).hasMessageContaining("a store of one's own");
  }

  private Provisioner atAnswer(StateStore store, Runnable meanwhile) {
    return fixture.provisioner(
        builder ->
            builder
                .store(store)
                .probe(
                    (step, key) -> {
                      if (step.equals("POST answered")) {
                        meanwhile.run();
                      }
                    }));
  }

  @Test
  void aFolderWhoseVolumeIsGoneIsNotTakenForANewStore(@TempDir Path temporary) throws IOException {
    Path folder = temporary.resolve("state");
    try (Fixture files = new Fixture(StateStore.files(folder))) {
      Provisioner provisioner = files.provisioner();
      provisioner.apply("desk", spec);
      Files.move(folder, folder.resolveSibling("elsewhere"));
      Files.createDirectory(folder);
      files.server.clearRequests();

      assertThatThrownBy(() -> provisioner.apply("desk", spec))
          .isInstanceOf(StoreRefusedException.class)
          .hasMessageContaining("never initialised");

      assertThat(files.server.requestCount()).isZero();
    }
  }

  @Test
  void aDatabaseThatWasExchangedIsNotTakenForTheSame() {
    AtomicReference<DataSource> current = new AtomicReference<>(Fixture.h2());
    DataSource moving =
        (DataSource)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> current.get().getConnection());
    Provisioner provisioner = on(StateStore.jdbc(moving));
    provisioner.init();
    provisioner.apply("desk", spec);
    current.set(Fixture.h2());
    on(StateStore.jdbc(moving)).init();

    Report report =
        provisioner.withOptions(o -> o.parallelism(1)).apply(Map.of("desk", spec, "new", spec));

    assertThat(report.stopped()).hasValueSatisfying(why -> assertThat(why).contains("now and was"));
    assertThat(onlyAssistant()).isNotEmpty();
  }
}
