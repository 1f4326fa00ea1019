package com.talkturo.sdk.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The one table: medians of the ratios to the baseline, with their quartiles for the SDK. */
final class Table {
  /** What the SDK promises, by figure. */
  private static final Map<String, String> TARGETS = new LinkedHashMap<>();

  static {
    TARGETS.put("first call in a fresh JVM, wall, ms", "<= 0.80");
    TARGETS.put("first call in a fresh JVM, CPU, ms", "<= 0.80");
    TARGETS.put("building the first client, ms", "<= 1.00");
    TARGETS.put("classes loaded until the first answer", "<= 0.85");
    TARGETS.put("decode, ns", "<= 1.00");
    TARGETS.put("decode, bytes", "<= 1.00");
    TARGETS.put("encode, ns", "<= 1.00");
    TARGETS.put("encode, bytes", "<= 1.00");
    TARGETS.put("warm call, bytes on the caller", "<= 1.05");
    TARGETS.put("warm call, CPU of the caller, us", "<= 1.05");
    TARGETS.put("warm call, p99, us", "<= 1.10");
    TARGETS.put("8 threads, calls/s", ">= 0.95");
    TARGETS.put("64 async, 50 ms, calls/s", ">= 1216/s");
    TARGETS.put("1000 async waiting, heap bytes per call", "<= 1.20");
    TARGETS.put("client jar, KB", "<= 400");
  }

  private final Figures figures;

  Table(Figures figures) {
    this.figures = figures;
  }

  void print(PrintStream out) {
    List<String> others = new ArrayList<>(Contenders.NAMES);
    others.remove(Contenders.BASELINE);
    out.println(
        "| | "
            + Contenders.BASELINE
            + " | target | "
            + String.join(" | ", others)
            + " | "
            + Contenders.SDK
            + ", absolute |");
    out.println("|---".repeat(others.size() + 4) + "|");
    for (String figure : figures.names()) {
      StringBuilder row = new StringBuilder("| ").append(figure).append(" | ");
      row.append(absolute(figure, Contenders.BASELINE));
      row.append(" | ").append(TARGETS.getOrDefault(figure, "")).append(" | ");
      for (String name : others) {
        row.append(ratio(figure, name)).append(" | ");
      }
      out.println(row.append(absolute(figure, Contenders.SDK)).append(" |"));
    }
  }

  private String absolute(String figure, String name) {
    return figures.has(figure, name)
        ? String.format(Locale.ROOT, "%.4g", figures.median(figure, name))
        : "-";
  }

  private String ratio(String figure, String name) {
    if (!figures.has(figure, name) || !figures.has(figure, Contenders.BASELINE)) {
      return "-";
    }
    String median = String.format(Locale.ROOT, "%.2f", figures.ratio(figure, name, 0.5));
    return name.equals(Contenders.SDK)
        ? String.format(
            Locale.ROOT,
            "**%s** (%.2f-%.2f)",
            median,
            figures.ratio(figure, name, 0.25),
            figures.ratio(figure, name, 0.75))
        : median;
  }
}
