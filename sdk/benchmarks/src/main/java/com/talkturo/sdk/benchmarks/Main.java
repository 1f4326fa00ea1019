package com.talkturo.sdk.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures everything and prints one table, in less than ten minutes. The only argument is the
 * {@code java} of a JDK with virtual threads, as is the environment variable {@code
 * BENCHMARK_JDK25}; without either that part is left out.
 */
public final class Main {
  private static final int COLD_STARTS = 31;
  private static final int MIN_COLD_STARTS = 15;
  private static final long COLD_START_NANOS = 190_000_000_000L;

  /** A JVM each, because they do not all compile the same code equally well. */
  private static final int JSON_ROUNDS = 5;

  private static final int WARM_UP_TURNS = 12;
  private static final int WARM_TURNS = 40;
  private static final int IN_FLIGHT_TURNS = 5;
  private static final int MEMORY_TURNS = 3;

  /** The class path is what differs between a cold start here and one elsewhere. */
  private static final List<String> COLD =
      List.of(Contenders.BASELINE, Contenders.SDK, Contenders.STREAMING, Contenders.JAVA_NET);

  private static final List<String> CODECS =
      List.of(Contenders.BASELINE, Contenders.SDK, Contenders.STREAMING);

  private static final List<String> IN_FLIGHT =
      List.of(Contenders.BASELINE, Contenders.SDK, Contenders.JAVA_NET);

  private final Figures figures = new Figures();
  private final List<String> failed = new ArrayList<>();

  private Main() {}

  /** Measures; see the class. */
  public static void main(String[] args) throws Exception {
    String newerJava = args.length > 0 ? args[0] : System.getenv("BENCHMARK_JDK25");
    Main main = new Main();
    try (Children.Server server = new Children.Server()) {
      main.coldStarts(server);
      main.json();
      main.warmCalls(server);
      main.inFlight(Children.ownJava(), "async", server);
      if (newerJava != null) {
        main.inFlight(newerJava, "virtual", server);
      }
      main.waiting(server);
    }
    main.figures.add("client jar, KB", Contenders.SDK, jarBytes() / 1024.0);
    new Table(main.figures).print(System.out);
    if (!main.failed.isEmpty()) {
      System.out.println("Not measured, see above: " + main.failed);
      System.exit(1);
    }
  }

  private void coldStarts(Children.Server server) throws Exception {
    long start = System.nanoTime();
    for (int turn = -1; turn < COLD_STARTS; turn++) {
      progress("cold start " + turn);
      if (turn >= MIN_COLD_STARTS && System.nanoTime() - start > COLD_START_NANOS) {
        break; // The machine has other work; the whole must end within ten minutes.
      }
      List<String> names = new ArrayList<>(COLD);
      if (turn % 2 == 0) {
        names.addAll(Contenders.PEERS); // They take long, and half the turns will do.
      }
      Collections.shuffle(names);
      for (String name : names) {
        boolean counts = turn >= 0;
        Children.run(
            Children.command(Children.ownJava(), List.of(), ColdStart.class, name, server.url(0)),
            line -> {
              if (counts) {
                addColdStart(name, line.split(" "));
              }
            });
      }
    }
    List<String> names = new ArrayList<>(Contenders.NAMES);
    names.remove(Contenders.DEADLINE);
    for (String name : names) {
      figures.add(
          "classes loaded until the first answer",
          name,
          ClassCount.untilFirstAnswer(ColdStart.class, name, server.url(0)));
    }
  }

  private void addColdStart(String name, String[] micros) {
    figures.add("first call in a fresh JVM, wall, ms", name, Long.parseLong(micros[1]) / 1e3);
    figures.add("first call in a fresh JVM, CPU, ms", name, Long.parseLong(micros[2]) / 1e3);
    figures.add("building the first client, ms", name, Long.parseLong(micros[0]) / 1e3);
  }

  private void json() throws RunnerException {
    for (int round = 0; round < JSON_ROUNDS; round++) {
      json("decode", CODECS);
      json("encode", CODECS);
    }
    List<String> others = new ArrayList<>(Contenders.PEERS);
    others.add(Contenders.TEXT_TIMES);
    json("decode", others);
  }

  private void json(String benchmark, List<String> contenders) throws RunnerException {
    progress(benchmark);
    for (RunResult result :
        new Runner(
                new OptionsBuilder()
                    .include(CodecBenchmark.class.getName() + "." + benchmark)
                    .param("contender", contenders.toArray(new String[0]))
                    .addProfiler(GCProfiler.class)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run()) {
      String operation = result.getPrimaryResult().getLabel();
      String contender = result.getParams().getParam("contender");
      figures.add(operation + ", ns", contender, result.getPrimaryResult().getScore());
      figures.add(
          operation + ", bytes",
          contender,
          result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
    }
  }

  private void warmCalls(Children.Server server) throws Exception {
    List<String> args = new ArrayList<>();
    args.add(server.url(0));
    args.add(Integer.toString(WARM_UP_TURNS));
    args.add(Integer.toString(WARM_TURNS));
    args.add("300");
    args.addAll(Contenders.NAMES);
    // As many kept connections for the JDK's old client, which stripe-java uses, as for all others.
    child(
        Children.ownJava(),
        List.of("-Dhttp.maxConnections=64"),
        WarmCalls.class,
        args.toArray(new String[0]));
  }

  private void inFlight(String java, String how, Children.Server server) throws Exception {
    List<String> args = new ArrayList<>(List.of(how, server.url()));
    args.add(Integer.toString(IN_FLIGHT_TURNS));
    args.addAll(IN_FLIGHT);
    child(java, List.of(), InFlight.class, args.toArray(new String[0]));
  }

  private void waiting(Children.Server server) throws Exception {
    for (int turn = 0; turn < MEMORY_TURNS; turn++) {
      for (String name : List.of(Contenders.BASELINE, Contenders.SDK)) {
        child(Children.ownJava(), List.of(), WaitingCalls.class, server.url(), name);
      }
    }
  }

  private void child(String java, List<String> options, Class<?> main, String... args)
      throws Exception {
    progress(main.getSimpleName());
    try {
      Children.run(Children.command(java, options, main, args), figures::addLine);
    } catch (IOException e) {
      progress(e.getMessage());
      failed.add(main.getSimpleName()); // The rest of the table is worth having.
    }
  }

  private static long jarBytes() throws IOException {
    for (File jar : new File("sdk/client/target").listFiles()) {
      if (jar.getName().matches("talkturo-sdk-[0-9.]+(-SNAPSHOT)?\\.jar")) {
        return Files.size(Path.of(jar.getPath()));
      }
    }
    throw new IOException("the client's jar is not built");
  }

  private static void progress(String step) {
    System.err.println(step);
  }
}
