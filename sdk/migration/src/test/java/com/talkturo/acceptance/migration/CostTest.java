package com.talkturo.acceptance.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.migration.Migration;
import com.talkturo.sdk.TalkturoClient;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The vendors cost nothing to those who leave them out, and nothing before they are used. */
class CostTest {
  private static final Pattern OF_A_VENDOR =
      Pattern.compile("(?i).*(migration|telnyx|flireo|hmsovereign|vendor).*");
  private static final Pattern LOADED = Pattern.compile("\\] (com\\.talkturo\\.\\S+) source:");

  private static List<String> classesOf(Class<?> type) throws Exception {
    Path place = place(type);
    if (Files.isDirectory(place)) {
      return classesBelow(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return classesBelow(jar.getPath("/"));
    }
  }

  private static Path place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static List<String> classesBelow(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString())
          .filter(name -> name.endsWith(".class"))
          .toList();
    }
  }

  @Test
  void theClientHoldsNothingOfTheVendors() throws Exception {
    assertThat(classesOf(TalkturoClient.class))
        .hasSizeGreaterThan(150)
        .noneMatch(name -> OF_A_VENDOR.matcher(name).matches());
    assertThat(classesOf(Migration.class))
        .hasSizeGreaterThan(50)
        .allMatch(name -> OF_A_VENDOR.matcher(name).matches() || name.equals("module-info.class"));
  }

  @Test
  void aFirstRequestLoadsNothingOfTheVendors() throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                FirstRequest.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(program.waitFor()).isZero();
    assertThat(output).contains("created asst_");
    List<String> loaded =
        LOADED
            .matcher(output)
            .results()
            .map((MatchResult line) -> line.group(1))
            .filter(name -> !name.startsWith(FirstRequest.class.getName()))
            .toList();
    assertThat(loaded)
        .contains("com.talkturo.sdk.TalkturoClient", "com.talkturo.sdk.json.Table")
        .noneMatch(name -> OF_A_VENDOR.matcher(name).matches());
  }
}
