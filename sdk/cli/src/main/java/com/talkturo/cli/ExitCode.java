package com.talkturo.cli;

/** What the process ends with; of several, the first in this order counts. */
enum ExitCode {
  USAGE(2),
  ERROR(1),
  UNRESOLVED(5),
  PARTLY(4),
  CHANGES(3),
  DONE(0);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  ExitCode and(ExitCode other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
