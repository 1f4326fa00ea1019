package com.example.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.TalkturoServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A native image needs metadata for what is reflected on: nothing of the SDK is. */
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
}
