package com.talkturo.sdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import com.talkturo.sdk.TalkturoClient;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a change may not make worse by accident. Only figures that a busy machine does not move:
 * allocated bytes, loaded classes, the size of the jar; as ratios to raw OkHttp + ObjectMapper,
 * measured next to it. Each guard comes with the proof that it can fail.
 */
final class PerformanceGuardsTest {
  private static final Guard CALL_BYTES = new Guard("bytes per warm call, as ratio", 0.99);
  private static final Guard DECODE_BYTES = new Guard("bytes per decode, as ratio", 0.54);
  private static final Guard ENCODE_BYTES = new Guard("bytes per encode, as ratio", 0.92);
  private static final Guard CLASSES = new Guard("classes until the first answer, as ratio", 0.79);
  private static final Guard JAR_KB = new Guard("KB of the client's jar", 361);

  private static final int MAX_JAR_KB = 390;
  private static final int TURNS = 15;

  private static ServerSocket server;
  private static String url;

  @BeforeAll
  static void startServer() throws IOException {
    server = LoopbackServer.start();
    url = "http://127.0.0.1:" + server.getLocalPort() + "/0";
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  @Test
  void aWarmCallAllocatesNoMoreThanRecorded() throws Exception {
    CALL_BYTES.check(ratio(sdk(), 300, Contender::update));
  }

  @Test
  void wasteInAWarmCallIsFound() throws Exception {
    double wasteful = ratio(new WastefulContender(sdk()), 300, Contender::update);
    assertThatThrownBy(() -> CALL_BYTES.check(wasteful)).isInstanceOf(AssertionError.class);
  }

  @Test
  void decodingAllocatesNoMoreThanRecorded() throws Exception {
    byte[] answer = Sample.answer();
    DECODE_BYTES.check(ratio(sdk(), 3000, contender -> contender.decode(answer)));
  }

  @Test
  void wasteInDecodingIsFound() throws Exception {
    byte[] answer = Sample.answer();
    double wasteful =
        ratio(new WastefulContender(sdk()), 3000, contender -> contender.decode(answer));
    assertThatThrownBy(() -> DECODE_BYTES.check(wasteful)).isInstanceOf(AssertionError.class);
  }

  @Test
  void encodingAllocatesNoMoreThanRecorded() throws Exception {
    ENCODE_BYTES.check(ratio(sdk(), 3000, Contender::encode));
  }

  @Test
  void wasteInEncodingIsFound() throws Exception {
    double wasteful = ratio(new WastefulContender(sdk()), 3000, Contender::encode);
    assertThatThrownBy(() -> ENCODE_BYTES.check(wasteful)).isInstanceOf(AssertionError.class);
  }

  @Test
  void theFirstAnswerLoadsNoMoreClassesThanRecorded() throws Exception {
    CLASSES.check(classRatio(ColdStart.class));
  }

  @Test
  void anObjectMapperOnTheWayToTheFirstAnswerIsFound() throws Exception {
    double wasteful = classRatio(WastefulColdStart.class);
    assertThatThrownBy(() -> CLASSES.check(wasteful)).isInstanceOf(AssertionError.class);
  }

  @Test
  void theJarIsNoLargerThanRecorded() throws Exception {
    double kilobytes = jarBytes() / 1024.0;
    assertThat(kilobytes).isBetween(50.0, (double) MAX_JAR_KB);
    JAR_KB.check(kilobytes);
  }

  @Test
  void growthOfTheJarByATenthIsFound() throws Exception {
    double grown = jarBytes() / 1024.0 * 1.15;
    assertThatThrownBy(() -> JAR_KB.check(grown)).isInstanceOf(AssertionError.class);
  }

  private static Contender sdk() {
    return Contenders.of(Contenders.SDK, url, 64);
  }

  private interface Operation {
    Object on(Contender contender) throws Exception;
  }

  /** Bytes on this thread, as ratio to the baseline's: turn by turn, after turns to warm up. */
  private static double ratio(Contender contender, int operations, Operation operation)
      throws Exception {
    List<Double> ratios = new ArrayList<>();
    try (Contender own = contender;
        Contender baseline = Contenders.of(Contenders.BASELINE, url, 64)) {
      for (int turn = -TURNS; turn < TURNS; turn++) {
        double ratio =
            (double) bytes(own, operations, operation) / bytes(baseline, operations, operation);
        if (turn >= 0) {
          ratios.add(ratio);
        }
      }
    }
    double median = Figures.quantile(ratios, 0.5);
    System.out.printf("%s: %.3f%n", operationName(), median);
    return median;
  }

  private static String operationName() {
    return StackWalker.getInstance()
        .walk(frames -> frames.skip(2).findFirst().orElseThrow().getMethodName());
  }

  private static long bytes(Contender contender, int operations, Operation operation)
      throws Exception {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long before = thread.getThreadAllocatedBytes(id);
    for (int i = 0; i < operations; i++) {
      if (operation.on(contender) == null) {
        throw new IllegalStateException("no answer");
      }
    }
    return thread.getThreadAllocatedBytes(id) - before;
  }

  private static double classRatio(Class<?> main) throws Exception {
    double ratio =
        (double) ClassCount.untilFirstAnswer(main, Contenders.SDK, url)
            / ClassCount.untilFirstAnswer(ColdStart.class, Contenders.BASELINE, url);
    System.out.printf("%s: %.3f%n", main.getSimpleName(), ratio);
    return ratio;
  }

  /** The jar, or in a build that stopped before it, what it would be. */
  private static long jarBytes() throws IOException, URISyntaxException {
    Path code =
        Path.of(TalkturoClient.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (!Files.isDirectory(code)) {
      return Files.size(code);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes);
        Stream<Path> files = Files.walk(code)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(
            new JarEntry(code.relativize(file).toString().replace(File.separatorChar, '/')));
        Files.copy(file, jar);
      }
    }
    return bytes.size();
  }
}
