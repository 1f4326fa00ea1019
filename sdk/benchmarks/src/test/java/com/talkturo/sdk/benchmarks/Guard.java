package com.talkturo.sdk.benchmarks;

/** A figure that must not get more than a tenth worse than it was when it was last recorded. */
final class Guard {
  private static final double TOLERANCE = 1.10;

  private final String figure;
  private final double recorded;

  Guard(String figure, double recorded) {
    this.figure = figure;
    this.recorded = recorded;
  }

  void check(double measured) {
    if (!(measured <= recorded * TOLERANCE)) {
      throw new AssertionError(
          String.format(
              "%s is %.3f, more than a tenth above the recorded %.3f. If that is worth it, record it"
                  + " anew in PerformanceGuardsTest and say why in the commit.",
              figure, measured, recorded));
    }
  }
}
