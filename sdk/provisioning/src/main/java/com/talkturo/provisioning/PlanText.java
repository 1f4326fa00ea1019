package com.talkturo.provisioning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A plan or a report as people read it. */
final class PlanText {
  private static final String INDENT = "    ";

  private PlanText() {}

  static String of(Plan plan) {
    StringBuilder text = new StringBuilder();
    text.append(count(plan.items().size(), "assistant"));
    int unchanged = plan.counts().getOrDefault(Classification.IN_SYNC, 0);
    text.append(", ").append(unchanged).append(" unchanged, ");
    text.append(count(plan.requests(), "request")).append('\n');
    plan.items().forEach(item -> append(text, item));
    text.append("Plan: ").append(counts(plan.counts())).append(". Nothing written.\n");
    plan.refusal()
        .ifPresent(why -> text.append("An apply would be refused: ").append(why).append(".\n"));
    return text.toString();
  }

  private static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static void append(StringBuilder text, Plan.Item item) {
    if (item.classification() == Classification.IN_SYNC && item.promptFindings().isEmpty()) {
      return;
    }
    text.append(mark(item.classification())).append(' ').append(item.key());
    item.assistantId().ifPresent(id -> text.append(" (").append(id).append(')'));
    headline(item).ifPresent(headline -> text.append("  ").append(headline));
    text.append('\n');
    appendChanges(text, item.changes(), item.plan().spec().labels());
    if (!item.plan().sentAlong().isEmpty()) {
      text.append(INDENT)
          .append("sent along, as declared: ")
          .append(String.join(", ", item.plan().sentAlong()))
          .append('\n');
    }
    item.promptFindings().forEach(finding -> text.append(INDENT).append(finding).append('\n'));
  }

  private static char mark(Classification classification) {
    if (classification.isProblem()) {
      return '!';
    }
    return switch (classification) {
      case CREATE, RECREATE -> '+';
      case UPDATE -> '~';
      default -> ' ';
    };
  }

  private static Optional<String> headline(Plan.Item item) {
    Classification seen = item.classification();
    if (seen == Classification.CREATE || seen == Classification.RECREATE) {
      String from = item.plan().spec().templateId().map(id -> " from " + id.value()).orElse("");
      return Optional.of(
          (seen == Classification.CREATE ? "create" : "create anew")
              + from
              + ", then "
              + count(item.plan().fieldsToSend().size(), "field"));
    }
    if (item.problem().isPresent()) {
      String problem = String.valueOf(item.problem().get().getMessage());
      return Optional.of(seen.name() + " " + problem.replaceFirst("^key \"[^\"]*\": ", ""));
    }
    return seen == Classification.UPDATE || seen == Classification.IN_SYNC
        ? Optional.empty()
        : Optional.of(seen.name() + ": " + seen);
  }

  static void appendChanges(
      StringBuilder text, List<FieldChange> changes, Map<String, String> labels) {
    int width = changes.stream().mapToInt(change -> change.field().length()).max().orElse(0) + 2;
    for (FieldChange change : changes) {
      text.append(INDENT)
          .append(String.format(Locale.ROOT, "%-" + width + "s", change.field()))
          .append(line(change, labels.get(change.field())))
          .append('\n');
      change.diff().forEach(line -> text.append(INDENT).append("  ").append(line).append('\n'));
    }
  }

  private static String line(FieldChange change, @Nullable String label) {
    StringBuilder line = new StringBuilder(label == null ? "" : label + "  ");
    if (!change.diff().isEmpty()) {
      long added = change.diff().stream().filter(l -> l.startsWith("+")).count();
      long removed = change.diff().stream().filter(l -> l.startsWith("-")).count();
      line.append('+').append(added).append(" -").append(removed);
    } else if (change.before().isPresent() && change.after().isPresent()) {
      line.append(change.before().get()).append(" -> ").append(change.after().get());
    } else {
      line.append(change.after().orElse(change.before().orElse("")));
    }
    if (change.classification() != Classification.UPDATE) {
      line.append(line.isEmpty() ? "" : "  ").append(change.classification());
    }
    return change.note().isEmpty() ? line.toString() : line + " (" + change.note() + ")";
  }

  static String counts(Map<Classification, Integer> counts) {
    List<String> parts = new ArrayList<>();
    counts.forEach(
        (seen, count) -> {
          if (seen != Classification.IN_SYNC) {
            parts.add(count + " " + seen.name().toLowerCase(Locale.ROOT).replace('_', ' '));
          }
        });
    return parts.isEmpty() ? "no changes" : String.join(", ", parts);
  }
}
