package com.talkturo.migration;

import java.util.List;

/**
 * One leaf of the source.
 *
 * @param pointer where it stands, as JSON Pointer (RFC 6901)
 * @param outcome what became of it
 * @param touchesLawOrMoney whether a loss could break a law or cost money: recording, data
 *     protection, voicemail, durations, tools, webhooks, analyses
 * @param source the value, shortened; secrets are not shown
 * @param targets the fields of the spec that hold it now, by JSON name
 * @param target the value there, if it is another one; empty otherwise
 * @param note why, and the nearest thing to do; empty where there is nothing to say
 */
public record ReportRow(
    String pointer,
    Outcome outcome,
    boolean touchesLawOrMoney,
    String source,
    List<String> targets,
    String target,
    String note) {
  /** Copies the targets. */
  public ReportRow {
    targets = List.copyOf(targets);
  }

  /** Whether something of the source is not in the spec, or not yet. */
  public boolean isLoss() {
    return outcome == Outcome.DROPPED || outcome == Outcome.NEEDS_YOU;
  }
}
