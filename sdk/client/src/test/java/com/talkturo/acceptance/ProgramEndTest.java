package com.talkturo.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The SDK's threads keep no program alive. */
class ProgramEndTest extends ServerTest {
  @Test
  void aProgramEndsWithinASecondAfterItsAnswer() throws Exception {
    answerFixture("get/subset");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OneAsyncCall.class.getName(),
                baseUrl())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo("answer Front desk");
      assertThat(program.waitFor(1, TimeUnit.SECONDS)).as("ended").isTrue();
      assertThat(program.exitValue()).isZero();
    } finally {
      program.destroyForcibly();
    }
  }
}
