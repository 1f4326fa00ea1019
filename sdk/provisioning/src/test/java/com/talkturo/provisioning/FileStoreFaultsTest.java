package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a folder suffers: kills, full disks, foreign hands. */
class FileStoreFaultsTest {
  private final Path folder;
  private final Fixture fixture;
  private final AssistantSpec spec = Fixture.desk().build();

  FileStoreFaultsTest(@TempDir Path temporary) {
    folder = temporary.resolve("state");
    fixture = new Fixture(StateStore.files(folder));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  /** As a process that was just started. */
  private Provisioner fresh() {
    return fixture.provisioner(
        builder -> builder.store(StateStore.files(folder)).patience(Duration.ofSeconds(1)));
  }

  private String applied(String key) {
    String id = fresh().apply(key, spec).assistantId().orElseThrow();
    fixture.server.clearRequests();
    return id;
  }

  @Test
  void whatAKilledProcessLeavesBehindDoesNotMatter() throws IOException {
    Files.writeString(folder.resolve(".tmp-desk.json"), "{\"format\" : 1, \"key\" : \"des");
    Files.writeString(folder.resolve(".lock"), "12345");
    Files.createDirectories(folder.resolve(".ids"));
    Files.writeString(folder.resolve(".ids").resolve(Values.sha256("asst_000001")), "");

    applied("desk");

    assertThat(fresh().plan("desk", spec).isEmpty()).isTrue();
    assertThat(folder.resolve(".tmp-desk.json")).doesNotExist();
  }

  @Test
  void anEmptyFileIsNotTakenForANewKey() throws IOException {
    applied("desk");
    Files.writeString(folder.resolve("desk.json"), "");

    assertThatThrownBy(() -> fresh().apply("desk", spec))
        .isInstanceOf(StateStoreException.class)
        .hasMessageContaining("\"desk\"");

    assertThat(fixture.server.requestCount()).isZero();
    assertThat(folder.resolve("desk.json")).isEmptyFile();
    assertThat(fresh().apply("night", spec).created()).isTrue();
  }

  @Test
  void anEmptyIdentityIsNotTakenForANewStore() throws IOException {
    Files.writeString(folder.resolve(".talkturo-store.json"), "");

    assertThatThrownBy(() -> fresh().apply("desk", spec)).isInstanceOf(StateStoreException.class);
    assertThatThrownBy(() -> fresh().init()).isInstanceOf(StateStoreException.class);
    assertThat(fixture.server.requestCount()).isZero();
  }

  @Test
  void aForeignFileIsNamedAndStopsNoOtherKey() throws IOException {
    Files.writeString(folder.resolve("package.json"), "{\"name\": \"somebody else's\"}");
    Files.writeString(folder.resolve("Notes.json"), "no key has a capital letter");
    Files.writeString(folder.resolve("README.md"), "# State");
    Files.createDirectory(folder.resolve("archive"));

    String id = applied("desk");

    assertThatThrownBy(() -> fresh().list(Set.of(), null, 10))
        .isInstanceOf(StateStoreException.class)
        .hasMessageContaining("\"package\"");
    Files.delete(folder.resolve("package.json"));
    assertThat(fresh().list(Set.of(), null, 10)).extracting(Entry::key).containsExactly("desk");
    assertThat(fresh().entry("desk").flatMap(Entry::assistantId)).contains(id);
  }

  @Test
  void aFileThatWasCopiedOrRenamedByHandIsRefused() throws IOException {
    applied("desk");
    Files.copy(folder.resolve("desk.json"), folder.resolve("night.json"));

    assertThatThrownBy(() -> fresh().apply("night", spec))
        .isInstanceOf(StateStoreException.class)
        .hasMessageContaining("is that of key \"desk\"");

    assertThat(fixture.server.requestCount()).isZero();
    assertThat(fresh().plan("desk", spec).isEmpty()).isTrue();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskKeepsTheOldEntryAndSendsNothing() throws IOException {
    applied("desk");
    String before = Files.readString(folder.resolve("desk.json"));
    for (String key : List.of("desk", "night")) {
      Files.createSymbolicLink(folder.resolve(".tmp-" + key + ".json"), Path.of("/dev/full"));
    }

    assertThatThrownBy(() -> fresh().apply("desk", spec.toBuilder().temperature(0.9).build()))
        .isInstanceOf(StateStoreException.class)
        .hasMessageContaining("No space left");
    assertThatThrownBy(() -> fresh().apply("night", spec)).isInstanceOf(StateStoreException.class);

    assertThat(fixture.requests()).containsOnly("GET");
    assertThat(folder.resolve("desk.json")).hasContent(before);
    assertThat(fresh().entry("night")).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenSendsNothing() throws IOException {
    Files.deleteIfExists(folder.resolve(".lock"));
    Files.createDirectory(folder.resolve(".lock"));

    assertThatThrownBy(() -> fresh().apply("desk", spec)).isInstanceOf(StateStoreException.class);

    assertThat(fixture.server.requestCount()).isZero();
  }

  @Test
  void aFolderIsOneStoreByWhateverWayItIsReached() throws IOException {
    Path alias = Files.createSymbolicLink(folder.resolveSibling("alias"), folder);
    List<StateStore> stores = List.of(StateStore.files(folder), StateStore.files(alias));

    List<StateStore.Outcome> outcomes =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(
                i ->
                    stores
                        .get(i % 2)
                        .compareAndSet("key-" + i / 2, null, entry("key-" + i / 2, "v" + i)))
            .toList();

    assertThat(outcomes).filteredOn(StateStore.Outcome.DONE::equals).hasSize(100);
  }

  private static StoredEntry entry(String key, String version) {
    return StoreJson.stored(
        Entry.builder()
            .key(key)
            .version(version)
            .phase(Phase.PREPARED)
            .createdAt(Instant.EPOCH)
            .updatedAt(Instant.EPOCH)
            .build());
  }

  @Test
  void aStateOfSeveralKeysIsReadByAnotherProcess() {
    String desk = applied("desk");
    String night = applied("night");

    assertThat(
            fresh().plan(Map.of("desk", spec, "night", spec)).items().stream()
                .map(Plan.Item::assistantId))
        .containsExactly(Optional.of(desk), Optional.of(night));
    assertThatThrownBy(() -> fresh().adopt("third", night))
        .hasMessageContaining("belongs to another key");
  }
}
