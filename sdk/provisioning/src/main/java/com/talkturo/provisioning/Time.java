package com.talkturo.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Clocks and waiting, so that a test can let hours pass. */
interface Time {
  Time SYSTEM =
      new Time() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
          TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        }
      };

  long nanos();

  Instant now();

  void sleep(Duration duration) throws InterruptedException;
}
