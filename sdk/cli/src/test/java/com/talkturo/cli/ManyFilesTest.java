package com.talkturo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.testing.TalkturoServer;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prompts of 50,000 characters in 1,000 files. */
class ManyFilesTest {
  private static final int FILES = 1_000;
  private static final String LINE = "Ask for the order number, then for the name. ä\n";

  @TempDir Path path;

  private static String prompt(int number) {
    return "Assistant " + number + "\n" + LINE.repeat(50_000 / LINE.length()) + "End.\n";
  }

  @Test
  void arePlannedInBoundedTimeAndHeapAndUnchangedTextIsNotPrinted() {
    try (TalkturoServer server = TalkturoServer.builder().keptRequests(1).start()) {
      ProjectFolder folder = ProjectFolder.of(path, server);
      for (int i = 0; i < FILES; i++) {
        folder.write(
            "assistants/a" + i + ".yaml",
            "name: A" + i + "\nsystem_prompt: {file: prompts/a" + i + ".md}\n");
        folder.write("prompts/a" + i + ".md", prompt(i));
      }
      assertThat(folder.run("init")).isZero();
      assertThat(folder.run("check")).isZero();
      assertThat(folder.run("apply", "--yes")).isZero();
      assertThat(server.assistants()).hasSize(FILES);
      folder.write("prompts/a7.md", prompt(7).replace("End.", "Done."));

      long start = System.nanoTime();
      assertThat(folder.run("check")).isZero();
      Duration check = Duration.ofNanos(System.nanoTime() - start);
      start = System.nanoTime();
      assertThat(folder.run("plan", "--fail-on-changes")).isEqualTo(3);
      Duration plan = Duration.ofNanos(System.nanoTime() - start);

      assertThat(folder.printed())
          .startsWith("prod, account north-wind: 1000 assistants, 999 unchanged, ")
          .contains("~ a7 ")
          .contains("prompts/a7.md  +1 -1\n")
          .contains("      -End.\n      +Done.\n");
      assertThat(folder.printed().lines().count()).isLessThan(12);
      System.out.printf(
          "%d files of 50,000 characters: check %d ms, plan %d ms, heap peak %d MiB%n",
          FILES,
          check.toMillis(),
          plan.toMillis(),
          ManagementFactory.getMemoryPoolMXBeans().stream()
                  .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                  .mapToLong(pool -> pool.getPeakUsage().getUsed())
                  .sum()
              >> 20);
      assertThat(check).isLessThan(Duration.ofSeconds(60));
      assertThat(plan).isLessThan(Duration.ofSeconds(120));
    }
  }
}
