package com.talkturo.migration;

import com.talkturo.provisioning.PromptFinding;
import com.talkturo.sdk.json.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of every leaf of the source, each exactly once, and what the target got by default.
 * Losses that touch law or money come first, then what needs a person, then other losses.
 * Immutable.
 */
public final class MigrationReport {
  private static final List<Outcome> ORDER =
      List.of(
          Outcome.NEEDS_YOU, Outcome.DROPPED, Outcome.CONVERTED, Outcome.CARRIED, Outcome.IDENTITY);

  private final String vendor;
  private final String sourceId;
  private final String key;
  private final List<ReportRow> rows;
  private final List<DefaultRow> defaults;
  private final List<PromptFinding> findings;

  MigrationReport(
      String vendor,
      String sourceId,
      String key,
      List<ReportRow> rows,
      List<DefaultRow> defaults,
      List<PromptFinding> findings) {
    this.vendor = vendor;
    this.sourceId = sourceId;
    this.key = key;
    List<ReportRow> sorted = new ArrayList<>(rows);
    sorted.sort(
        Comparator.comparing((ReportRow row) -> !(row.isLoss() && row.touchesLawOrMoney()))
            .thenComparing(row -> ORDER.indexOf(row.outcome())));
    this.rows = List.copyOf(sorted);
    this.defaults = List.copyOf(defaults);
    this.findings = List.copyOf(findings);
  }

  /** Where the source lives: {@code Telnyx} or {@code Flireo}. */
  public String vendor() {
    return vendor;
  }

  /** The id of the source. */
  public String sourceId() {
    return sourceId;
  }

  /** The key of the target. */
  public String key() {
    return key;
  }

  /** One row per leaf of the source, the gravest first. */
  public List<ReportRow> rows() {
    return rows;
  }

  /** What the target got by default, or by a choice where the source has nothing. */
  public List<DefaultRow> defaults() {
    return defaults;
  }

  /** What is odd in the prompts that the target got, by line and column. */
  public List<PromptFinding> findings() {
    return findings;
  }

  /** How many rows have this outcome. */
  public int count(Outcome outcome) {
    return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
  }

  /** The report as Markdown: a table of rows, one of defaults, and a list of findings. */
  public String toMarkdown() {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(cell(key)).append(", from ").append(vendor).append("\n\n");
    text.append("Source `").append(code(sourceId)).append("`. ");
    List<String> counts = new ArrayList<>();
    for (Outcome outcome : ORDER) {
      counts.add(count(outcome) + " " + outcome);
    }
    text.append(String.join(", ", counts)).append(".\n\n");
    text.append("**!** marks losses that touch law or money.\n\n");
    text.append("| source | outcome | value | target | why |\n| --- | --- | --- | --- | --- |\n");
    for (ReportRow row : rows) {
      String mark = row.isLoss() && row.touchesLawOrMoney() ? "**!** " : "";
      String target = String.join(", ", row.targets());
      line(
          text,
          "`" + code(row.pointer()) + "`",
          mark + row.outcome(),
          cell(row.source()),
          cell(
              row.target().isEmpty()
                  ? target
                  : target.isEmpty() ? row.target() : target + " = " + row.target()),
          cell(row.note()));
    }
    text.append("\n## By default\n\n| subject | value | why |\n| --- | --- | --- |\n");
    for (DefaultRow row : defaults) {
      line(text, cell(row.subject()), cell(row.value()), cell(row.note()));
    }
    if (!findings.isEmpty()) {
      text.append("\n## Prompts\n\n");
      findings.forEach(finding -> text.append("- ").append(cell(finding.toString())).append('\n'));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** What the source holds must not become a cell, a line or markup of its own. */
  private static String cell(String value) {
    // A picture's address would be asked by whoever opens the report.
    return code(value).replace("](", "]\\(").replace("*", "\\*");
  }

  /** The same within backticks. */
  private static String code(String value) {
    return Shown.unicode(value)
        .replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ")
        .replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("<", "&lt;")
        .replace("`", "'");
  }

  /**
   * The report as JSON, one row a line: {@code source} with {@code vendor} and {@code id}, {@code
   * key}, {@code rows}, {@code defaults} and {@code prompts}. Members of a row are {@code pointer},
   * {@code outcome}, {@code touches_law_or_money}, {@code source}, {@code targets}, {@code target}
   * and {@code note}.
   */
  public String toJson() {
    List<Map<String, Object>> rowTrees = new ArrayList<>();
    for (ReportRow row : rows) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("pointer", row.pointer());
      tree.put("outcome", row.outcome().toString());
      tree.put("touches_law_or_money", row.touchesLawOrMoney());
      tree.put("source", row.source());
      tree.put("targets", row.targets());
      tree.put("target", row.target());
      tree.put("note", row.note());
      rowTrees.add(tree);
    }
    List<Map<String, Object>> defaultTrees = new ArrayList<>();
    for (DefaultRow row : defaults) {
      defaultTrees.add(Map.of("subject", row.subject(), "value", row.value(), "note", row.note()));
    }
    List<Object> findingTexts = new ArrayList<>();
    findings.forEach(finding -> findingTexts.add(finding.toString()));
    return "{\n\"source\": "
        + json(new TreeMap<>(Map.of("vendor", vendor, "id", sourceId)))
        + ",\n\"key\": "
        + json(key)
        + ",\n\"rows\": "
        + lines(rowTrees)
        + ",\n\"defaults\": "
        + lines(defaultTrees.stream().map(TreeMap::new).toList())
        + ",\n\"prompts\": "
        + lines(findingTexts)
        + "\n}\n";
  }

  private static String lines(List<?> elements) {
    List<String> lines = new ArrayList<>();
    elements.forEach(element -> lines.add(json(element)));
    return lines.isEmpty() ? "[]" : "[\n" + String.join(",\n", lines) + "\n]";
  }

  private static String json(Object tree) {
    return new String(Kind.tree().toJsonAsRead(tree), StandardCharsets.UTF_8);
  }

  /** Key and counts. */
  @Override
  public String toString() {
    return "MigrationReport{key="
        + key
        + ", dropped="
        + count(Outcome.DROPPED)
        + ", needsYou="
        + count(Outcome.NEEDS_YOU)
        + "}";
  }
}
