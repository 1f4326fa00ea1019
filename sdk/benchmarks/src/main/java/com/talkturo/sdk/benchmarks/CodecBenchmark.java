package com.talkturo.sdk.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** JSON alone: the answer to an assistant, an update to bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class CodecBenchmark {
  /** Who does it. */
  @Param(Contenders.BASELINE)
  public String contender;

  private Contender codec;
  private byte[] answer;

  /** Makes the codec; the URL is never asked. */
  @Setup
  public void open() {
    codec = Contenders.of(contender, "http://127.0.0.1:1", 1);
    answer = codec.answer();
  }

  /** Ends it. */
  @TearDown
  public void close() {
    codec.close();
  }

  /** The answer of 1.2 KB to an assistant. */
  @Benchmark
  public Object decode() throws Exception {
    return codec.decode(answer);
  }

  /** An update of ten fields to bytes. */
  @Benchmark
  public Object encode() throws Exception {
    return codec.encode();
  }
}
