package com.example.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backend takes on with the SDK: bytes, libraries, Java version. */
class ClientJarTest {
  private static final long MAX_BYTES = 400_000;
  private static final int JAVA_8 = 52;

  private static final Set<String> LIBRARIES =
      Set.of(
          "talkturo-sdk",
          "okhttp-jvm",
          "okio-jvm",
          "kotlin-stdlib",
          "annotations",
          "jackson-core",
          "jackson-databind",
          "jackson-annotations",
          "jackson-datatype-jsr310",
          "jackson-datatype-jdk8",
          "slf4j-api",
          "jspecify");

  @Test
  void jarIsSmall() throws Exception {
    requireSmall(Path.of(System.getProperty("client.jar")));
  }

  @Test
  void jarThatIsTooLargeIsRefused(@TempDir Path folder) throws Exception {
    Path large = Files.write(folder.resolve("large.jar"), new byte[(int) MAX_BYTES + 1]);
    assertThatThrownBy(() -> requireSmall(large)).isInstanceOf(AssertionError.class);
  }

  @Test
  void runtimeClassPathIsExactlyWhatIsDocumented() throws Exception {
    requireLibraries(Programs.classPath("runtime-classpath.txt"));
  }

  @Test
  void libraryTooManyOrTooFewIsRefused() throws Exception {
    List<String> actual = Programs.classPath("runtime-classpath.txt");
    List<String> more = new ArrayList<>(actual);
    more.add("/repository/guava-33.0.0-jre.jar");
    assertThatThrownBy(() -> requireLibraries(more))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("guava");
    assertThatThrownBy(() -> requireLibraries(actual.subList(1, actual.size())))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void classesRunOnJava8AndTheJarIsAModule() throws Exception {
    try (JarFile jar = new JarFile(System.getProperty("client.jar"))) {
      assertThat(jar.getEntry("module-info.class")).isNotNull();
      for (var entry : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        if (!entry.getName().equals("module-info.class")) {
          try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
            in.readInt();
            in.readUnsignedShort();
            assertThat(in.readUnsignedShort()).as(entry.getName()).isLessThanOrEqualTo(JAVA_8);
          }
        }
      }
    }
  }

  private static void requireSmall(Path jar) throws Exception {
    assertThat(Files.size(jar)).as("bytes of " + jar.getFileName()).isLessThan(MAX_BYTES);
  }

  private static void requireLibraries(List<String> classPath) {
    Set<String> names = new TreeSet<>();
    for (String entry : classPath) {
      names.add(Path.of(entry).getFileName().toString().replaceFirst("-\\d.*", ""));
    }
    assertThat(names).containsExactlyInAnyOrderElementsOf(LIBRARIES);
  }
}
