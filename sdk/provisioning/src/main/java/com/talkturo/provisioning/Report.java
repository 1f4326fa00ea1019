package com.talkturo.provisioning;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an apply did.
 *
 * @param results all keys in order
 * @param stopped why the run was stopped before its end; absent if it was not
 * @param unroutedNumbers numbers that could neither be given nor given back: phone calls to them
 *     reach nobody
 * @param duration how long it took
 */
public record Report(
    List<Provisioned> results,
    Optional<String> stopped,
    Set<String> unroutedNumbers,
    Duration duration) {
  /** Whether every key is as declared now. */
  public boolean isComplete() {
    return stopped.isEmpty() && failures().isEmpty();
  }

  /** The keys that are not as declared. */
  public List<Provisioned> failures() {
    return results.stream().filter(result -> result.failure().isPresent()).toList();
  }

  /** The result of a key. */
  public Optional<Provisioned> result(String key) {
    return results.stream().filter(result -> result.key().equals(key)).findFirst();
  }

  /** The keys by what was seen of them. */
  public Map<Classification, Integer> counts() {
    Map<Classification, Integer> counts = new TreeMap<>();
    results.forEach(result -> counts.merge(result.classification(), 1, Integer::sum));
    return counts;
  }

  /** How many requests it took, retries inside the client not counted. */
  public long requests() {
    return results.stream().mapToLong(Provisioned::requests).sum();
  }

  /** For programs: classes, failures and counts, never a value of a field. */
  public String toJson() {
    return PlanJson.write(this);
  }

  /** For people: what was changed and what failed. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Provisioned result : results) {
      if (result.failure().isPresent()) {
        text.append("! ").append(result.failure().get().getMessage()).append('\n');
      } else if (result.classification() != Classification.IN_SYNC) {
        text.append(result.created() ? "+ " : "~ ").append(result.key());
        result.assistantId().ifPresent(id -> text.append(" (").append(id).append(')'));
        text.append('\n');
        PlanText.appendChanges(text, result.changes(), Map.of());
      }
    }
    stopped.ifPresent(why -> text.append("Stopped: ").append(why).append('\n'));
    if (!unroutedNumbers.isEmpty()) {
      text.append("These numbers route nowhere: ").append(unroutedNumbers).append('\n');
    }
    return text.append("Applied: ")
        .append(PlanText.counts(counts()))
        .append("; ")
        .append(failures().size())
        .append(" failed, ")
        .append(requests())
        .append(" requests.\n")
        .toString();
  }
}
