package com.example.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.TalkturoServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A native image needs metadata for what is reflected on, which nothing of the SDK is, and for the
 * resources that are read.
 */
class NativeImageTest {
  @Test
  void everyModelIsWrittenAndReadWithoutJacksonDatabind() throws Exception {
    List<String> classPath = new ArrayList<>();
    classPath.add(System.getProperty("programs"));
    classPath.add(System.getProperty("client.jar"));
    classPath.addAll(Programs.libraries("okhttp-" + System.getProperty("newest.okhttp")));
    classPath.addAll(Programs.libraries("common"));
    Programs.libraries("jackson-" + System.getProperty("newest.jackson")).stream()
        .filter(jar -> jar.contains("jackson-core-"))
        .forEach(classPath::add);
    try (TalkturoServer server = TalkturoServer.start()) {
      Programs.Result result =
          Programs.run(
              List.of(
                  Jdks.java(Runtime.version().feature()).toString(),
                  "-cp",
                  Programs.path(classPath),
                  ModelsWithoutDatabind.class.getName(),
                  server.baseUrl(),
                  server.apiKey(),
                  server.accountSlug()));
      assertThat(result.output()).contains("passed");
      assertThat(result.exitCode()).isZero();
    }
  }

  @Test
  void nothingIsNamedThatIsNotReflectedOn() throws Exception {
    try (JarFile jar = new JarFile(System.getProperty("client.jar"))) {
      assertThat(text(jar, "META-INF/native-image/com.talkturo/talkturo-sdk/reflect-config.json"))
          .isEqualToIgnoringWhitespace("[]");
      assertThat(resources(jar)).isEmpty();
    }
  }

  @Test
  void everyResourceOfTheTestingServerIsKept() throws Exception {
    try (JarFile jar = new JarFile(System.getProperty("testing.jar"))) {
      Pattern named =
          Pattern.compile(
              Pattern.compile("\"pattern\": *\"(.*?)\"}")
                  .matcher(
                      text(
                          jar,
                          "META-INF/native-image/com.talkturo/talkturo-sdk-testing/resource-config.json"))
                  .results()
                  .map(entry -> entry.group(1).replace("\\\\", "\\"))
                  .collect(Collectors.joining("|")));
      assertThat(resources(jar)).isNotEmpty().allMatch(named.asMatchPredicate());
    }
  }

  /** What is neither a class nor about the jar itself. */
  private static List<String> resources(JarFile jar) {
    return jar.stream()
        .filter(entry -> !entry.isDirectory())
        .map(JarEntry::getName)
        .filter(name -> !name.endsWith(".class") && !name.startsWith("META-INF/"))
        .toList();
  }

  private static String text(JarFile jar, String name) throws IOException {
    JarEntry entry = jar.getJarEntry(name);
    assertThat(entry).as(name).isNotNull();
    return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
  }
}
