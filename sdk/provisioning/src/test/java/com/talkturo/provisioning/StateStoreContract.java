package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.provisioning.StateStore.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the engine relies on in a store. To check one of your own, extend this class in your tests
 * and return a store that is empty and was never initialised; {@link #sameAgain} gives a second
 * object on the same data, as another process would have.
 */
public abstract class StateStoreContract {
  private static final StoreIdentity IDENTITY =
      new StoreIdentity("store-1", "https://api.talkturo.com", "acme", "prod", "salt");

  private StateStore store;

  /** A store that is empty and was never initialised. */
  protected abstract StateStore emptyStore() throws Exception;

  /** Another object on the same data. */
  protected abstract StateStore sameAgain() throws Exception;

  @BeforeEach
  void open() throws Exception {
    store = emptyStore();
  }

  private void initialize() {
    assertThat(store.initialize(IDENTITY)).isTrue();
  }

  /** A record as the engine writes it. */
  private static StoredEntry entry(
      String key, String version, Phase phase, @Nullable String assistantId) {
    Entry.Builder entry =
        Entry.builder()
            .key(key)
            .version(version)
            .phase(phase)
            .createdAt(Instant.EPOCH)
            .updatedAt(Instant.EPOCH);
    if (assistantId != null) {
      entry.assistantId(assistantId);
    }
    return StoreJson.stored(entry.build());
  }

  private static StoredEntry entry(String key, String version) {
    return entry(key, version, Phase.PREPARED, null);
  }

  @Test
  void aNewStoreHasNoIdentityAndKeepsTheFirst() throws Exception {
    assertThat(store.identity()).isEmpty();
    initialize();
    assertThat(store.initialize(new StoreIdentity("other", "x", "y", "z", "s"))).isFalse();
    assertThat(sameAgain().identity()).contains(IDENTITY);
  }

  @Test
  void anEntryIsInsertedOnlyIfThereIsNone() throws Exception {
    initialize();
    assertThat(store.find("desk")).isEmpty();
    assertThat(store.compareAndSet("desk", null, entry("desk", "v1"))).isEqualTo(Outcome.DONE);
    assertThat(store.compareAndSet("desk", null, entry("desk", "v2"))).isEqualTo(Outcome.CONFLICT);
    assertThat(sameAgain().find("desk")).contains(entry("desk", "v1"));
  }

  @Test
  void anEntryIsReplacedOnlyWithItsVersion() {
    initialize();
    store.compareAndSet("desk", null, entry("desk", "v1"));
    assertThat(store.compareAndSet("desk", "v0", entry("desk", "v2"))).isEqualTo(Outcome.CONFLICT);
    assertThat(store.compareAndSet("night", "v1", entry("night", "v2")))
        .isEqualTo(Outcome.CONFLICT);
    assertThat(store.compareAndSet("desk", "v1", entry("desk", "v2"))).isEqualTo(Outcome.DONE);
    assertThat(store.compareAndSet("desk", "v1", entry("desk", "v3"))).isEqualTo(Outcome.CONFLICT);
    assertThat(store.find("desk")).contains(entry("desk", "v2"));
    assertThat(store.find("night")).isEmpty();
  }

  @Test
  void anEntryIsRemovedOnlyWithItsVersion() {
    initialize();
    store.compareAndSet("desk", null, entry("desk", "v1"));
    assertThat(store.compareAndSet("desk", "v0", null)).isEqualTo(Outcome.CONFLICT);
    assertThat(store.find("desk")).isPresent();
    assertThat(store.compareAndSet("desk", "v1", null)).isEqualTo(Outcome.DONE);
    assertThat(store.find("desk")).isEmpty();
    assertThat(store.compareAndSet("desk", "v1", null)).isEqualTo(Outcome.CONFLICT);
  }

  @Test
  void anAssistantBelongsToOneKey() throws Exception {
    initialize();
    StoredEntry desk = entry("desk", "v1", Phase.CREATED, "asst_1");
    store.compareAndSet("desk", null, desk);
    assertThat(store.compareAndSet("night", null, entry("night", "v1", Phase.CREATED, "asst_1")))
        .isEqualTo(Outcome.DUPLICATE_ASSISTANT);
    assertThat(store.find("night")).isEmpty();
    store.compareAndSet("night", null, entry("night", "v1"));
    assertThat(store.compareAndSet("night", "v1", entry("night", "v2", Phase.CREATED, "asst_1")))
        .isEqualTo(Outcome.DUPLICATE_ASSISTANT);
    assertThat(store.find("night")).contains(entry("night", "v1"));
    assertThat(sameAgain().findByAssistantId("asst_1")).contains(desk);
    assertThat(store.findByAssistantId("asst_2")).isEmpty();
  }

  @Test
  void anIdIsFreeAgainOnceItsKeyHasLetItGo() {
    initialize();
    store.compareAndSet("desk", null, entry("desk", "v1", Phase.CREATED, "asst_1"));
    assertThat(store.compareAndSet("desk", "v1", entry("desk", "v2", Phase.COMPLETE, "asst_1")))
        .isEqualTo(Outcome.DONE);
    store.compareAndSet("desk", "v2", entry("desk", "v3"));
    assertThat(store.findByAssistantId("asst_1")).isEmpty();
    assertThat(store.compareAndSet("night", null, entry("night", "v1", Phase.CREATED, "asst_1")))
        .isEqualTo(Outcome.DONE);
    store.compareAndSet("night", "v1", null);
    assertThat(store.compareAndSet("desk", "v3", entry("desk", "v4", Phase.CREATED, "asst_1")))
        .isEqualTo(Outcome.DONE);
  }

  @Test
  void idsAreTheSameOnlyIfEveryCharacterIs() {
    initialize();
    store.compareAndSet("a", null, entry("a", "v1", Phase.CREATED, "asst_x"));
    assertThat(store.compareAndSet("b", null, entry("b", "v1", Phase.CREATED, "ASST_X")))
        .isEqualTo(Outcome.DONE);
    assertThat(store.compareAndSet("c", null, entry("c", "v1", Phase.CREATED, "asst_x ")))
        .isEqualTo(Outcome.DONE);
    String longest = "asst_" + "\u00e9\ud83d\ude00".repeat(300);
    assertThat(store.compareAndSet("d", null, entry("d", "v1", Phase.CREATED, longest)))
        .isEqualTo(Outcome.DONE);
    assertThat(store.findByAssistantId(longest)).isPresent();
  }

  @Test
  void everyAllowedKeyIsOneOfItsOwn() {
    initialize();
    List<String> keys =
        List.of("a", "0", "a.b", "a-b", "a_b", "a.json", "store", "a..", "con", "x".repeat(100));
    for (String key : keys) {
      assertThat(store.compareAndSet(key, null, entry(key, "v1"))).isEqualTo(Outcome.DONE);
    }
    for (String key : keys) {
      assertThat(store.find(key)).contains(entry(key, "v1"));
    }
  }

  @Test
  void listsArePagedAndFiltered() {
    initialize();
    Set<String> all = new TreeSet<>();
    for (int i = 0; i < 25; i++) {
      String key = (i % 2 == 0 ? "k-" : "k.") + i;
      all.add(key);
      Phase phase = i % 5 == 0 ? Phase.SENDING : Phase.PREPARED;
      store.compareAndSet(key, null, entry(key, "v1", phase, null));
    }
    List<String> paged = new ArrayList<>();
    String after = null;
    for (List<StoredEntry> page = store.list(Set.of(), after, 10);
        !page.isEmpty();
        page = store.list(Set.of(), after, 10)) {
      assertThat(page).hasSizeLessThanOrEqualTo(10);
      page.forEach(entry -> paged.add(entry.key()));
      after = paged.get(paged.size() - 1);
    }
    assertThat(paged).hasSize(25).containsExactlyInAnyOrderElementsOf(all);
    assertThat(store.list(Set.of(Phase.SENDING), null, 100)).hasSize(5);
    assertThat(store.list(Set.of(Phase.SENDING, Phase.PREPARED), null, 100)).hasSize(25);
    assertThat(store.list(Set.of(Phase.DELETED), null, 100)).isEmpty();
  }

  @Test
  void ofManyWritersOneWins() throws Exception {
    initialize();
    StateStore other = sameAgain();
    int writers = 8;
    ExecutorService pool = Executors.newFixedThreadPool(writers);
    try {
      for (int round = 0; round < 15; round++) {
        String key = "key-" + round;
        if (round % 2 == 1) {
          store.compareAndSet(key, null, entry(key, "v0"));
        }
        String expected = round % 2 == 1 ? "v0" : null;
        CyclicBarrier start = new CyclicBarrier(writers);
        List<Future<Outcome>> outcomes =
            IntStream.range(0, writers)
                .mapToObj(
                    writer ->
                        pool.submit(
                            () -> {
                              start.await();
                              return (writer % 2 == 0 ? store : other)
                                  .compareAndSet(key, expected, entry(key, "w" + writer));
                            }))
                .toList();
        List<Outcome> done = new ArrayList<>();
        for (Future<Outcome> outcome : outcomes) {
          done.add(outcome.get());
        }
        assertThat(done).filteredOn(Outcome.DONE::equals).hasSize(1);
        String winner = "w" + done.indexOf(Outcome.DONE);
        assertThat(store.find(key).map(StoredEntry::version)).isEqualTo(Optional.of(winner));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void ofManyKeysOneGetsAnAssistant() throws Exception {
    initialize();
    StateStore other = sameAgain();
    ExecutorService pool = Executors.newFixedThreadPool(6);
    try {
      List<Future<Outcome>> outcomes =
          IntStream.range(0, 6)
              .mapToObj(
                  i ->
                      pool.submit(
                          () ->
                              (i % 2 == 0 ? store : other)
                                  .compareAndSet(
                                      "key-" + i,
                                      null,
                                      entry("key-" + i, "v1", Phase.CREATED, "asst_1"))))
              .toList();
      List<Outcome> done = new ArrayList<>();
      for (Future<Outcome> outcome : outcomes) {
        done.add(outcome.get());
      }
      assertThat(done).filteredOn(Outcome.DONE::equals).hasSize(1);
      assertThat(done).doesNotContain(Outcome.CONFLICT);
    } finally {
      pool.shutdownNow();
    }
  }
}
