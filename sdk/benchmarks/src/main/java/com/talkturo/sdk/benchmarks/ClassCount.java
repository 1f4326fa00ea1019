package com.talkturo.sdk.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Classes that a fresh JVM loads until the first answer, the JDK's own included. */
final class ClassCount {
  private ClassCount() {}

  static long untilFirstAnswer(Class<?> main, String contender, String url)
      throws IOException, InterruptedException {
    AtomicLong classes = new AtomicLong();
    // Not to a file: the JVM would rename one that exists, and leave it behind under that name.
    Children.run(
        Children.command(Children.ownJava(), List.of("-Xlog:class+load"), main, contender, url),
        line -> {
          if (line.contains("[class,load]")) {
            classes.incrementAndGet();
          }
        });
    return classes.get();
  }
}
