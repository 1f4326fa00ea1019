package com.talkturo.migration;

/** Strict mode: something of the source is not in the spec, or a prompt has errors. */
public final class IncompleteMigrationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient MigrationReport report;

  IncompleteMigrationException(MigrationReport report) {
    super(
        report.key()
            + ": "
            + report.count(Outcome.DROPPED)
            + " dropped and "
            + report.count(Outcome.NEEDS_YOU)
            + " open rows, first "
            + report.rows().stream()
                .filter(ReportRow::isLoss)
                .findFirst()
                .map(row -> row.pointer() + ": " + row.note())
                .orElse("a prompt with errors"));
    this.report = report;
  }

  /** The whole report. */
  public MigrationReport report() {
    return report;
  }
}
