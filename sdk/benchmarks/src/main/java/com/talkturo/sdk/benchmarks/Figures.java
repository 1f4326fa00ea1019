package com.talkturo.sdk.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured: a value per figure, contender and turn, in the order of the turns. */
final class Figures {
  private final Map<String, Map<String, List<Double>>> values = new LinkedHashMap<>();

  void add(String figure, String contender, double value) {
    values
        .computeIfAbsent(figure, f -> new LinkedHashMap<>())
        .computeIfAbsent(contender, c -> new ArrayList<>())
        .add(value);
  }

  /** Takes a line of {@link #line}; other output of a child process is ignored. */
  void addLine(String line) {
    String[] cells = line.split("\t");
    if (cells.length == 4 && cells[0].equals("figure")) {
      add(cells[1], cells[2], Double.parseDouble(cells[3]));
    }
  }

  static String line(String figure, String contender, double value) {
    return "figure\t" + figure + "\t" + contender + "\t" + value;
  }

  /** A turn of a contender. */
  interface Turn {
    void run() throws Exception;
  }

  /** A turn in which a call fails does not count, and the others go on. */
  static void unlessItFails(String contender, Turn turn) {
    try {
      turn.run();
    } catch (Exception e) {
      System.err.println(contender + ": " + e);
    }
  }

  Iterable<String> names() {
    return values.keySet();
  }

  boolean has(String figure, String contender) {
    return values.containsKey(figure) && values.get(figure).containsKey(contender);
  }

  double median(String figure, String contender) {
    return quantile(values.get(figure).get(contender), 0.5);
  }

  /**
   * A quantile of the ratios turn by turn: turns that lie next to each other in time share what
   * else the machine had to do. Whoever has fewer turns is compared by the medians.
   */
  double ratio(String figure, String contender, double quantile) {
    List<Double> own = values.get(figure).get(contender);
    List<Double> baseline = values.get(figure).get(Contenders.BASELINE);
    if (own.size() != baseline.size()) {
      return quantile(own, quantile) / quantile(baseline, 0.5);
    }
    List<Double> ratios = new ArrayList<>();
    for (int turn = 0; turn < own.size(); turn++) {
      ratios.add(own.get(turn) / baseline.get(turn));
    }
    return quantile(ratios, quantile);
  }

  static double quantile(List<Double> values, double quantile) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    double position = quantile * (sorted.size() - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (position - below) * (sorted.get(above) - sorted.get(below));
  }
}
