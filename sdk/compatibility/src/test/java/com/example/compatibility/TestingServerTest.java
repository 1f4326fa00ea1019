package com.example.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built testing server in an application that stays on the oldest OkHttp for the client. */
class TestingServerTest {
  private static final String OLDEST = "4.12.0";
  private static final String NEWEST = System.getProperty("newest.okhttp");

  private static final String MAIN =
      """
      public class Main {
        public static void main(String[] args) {
          com.talkturo.sdk.testing.TalkturoServer.start().close();
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void anOkHttpThatIsTooOldIsRefusedByName() throws Exception {
    for (List<String> okHttp : List.of(List.of(OLDEST), List.of(OLDEST, NEWEST))) {
      assertThat(start(okHttp).output())
          .contains(
              "IllegalStateException: OkHttp 4.12.0 is on the class path, but TalkturoServer needs"
                  + " OkHttp 5 or newer");
    }
  }

  @Test
  void theNewerOfTwoServesIfItComesFirst() throws Exception {
    Programs.Result result = start(List.of(NEWEST, OLDEST));
    assertThat(result.exitCode()).as(result.output()).isZero();
  }

  private Programs.Result start(List<String> okHttp) throws Exception {
    List<String> path = new ArrayList<>();
    path.add(System.getProperty("testing.jar"));
    for (String version : okHttp) {
      path.addAll(Programs.libraries("okhttp-" + version));
    }
    Programs.classPath("test-classpath.txt").stream()
        .filter(jar -> jar.contains("mockwebserver3"))
        .forEach(path::add);
    path.addAll(Programs.libraries("jackson-" + System.getProperty("newest.jackson")));
    path.addAll(Programs.libraries("common"));
    return Programs.run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            Programs.path(path),
            Files.writeString(folder.resolve("Main.java"), MAIN).toString()));
  }
}
