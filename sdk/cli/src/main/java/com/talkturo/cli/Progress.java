package com.talkturo.cli;

import com.talkturo.sdk.http.TalkturoListener;
import java.io.PrintStream;

/** A bar on standard error while many requests are made, if somebody sees it. */
final class Progress implements TalkturoListener {
  private static final int LONG_WORK = 10;
  private static final int WIDEST = 30;
  private static final int NARROWEST = 5;

  private final Output output;
  private String what = "";
  private int total;
  private int done;

  /** How many characters of the line are drawn. */
  private int drawn;

  /** Asked for at the first bar: that costs a process. */
  private int columns;

  Progress(Output output) {
    this.output = output;
  }

  /** Begins a bar; short work has none. */
  synchronized void begin(String what, int total) {
    end();
    this.what = what;
    this.total = total >= LONG_WORK && output.showsProgress() ? total : 0;
    if (this.total > 0 && columns == 0) {
      columns = output.terminal().columns();
    }
  }

  @Override
  public synchronized void requestFinished(Request request, Outcome outcome) {
    if (total > 0) {
      done = Math.min(done + 1, total);
      draw(bar());
    }
  }

  /** A line that is full would go on in the next one. */
  private String bar() {
    String count = " " + done + "/" + total;
    int longest = 2 * String.valueOf(total).length() + 2;
    int room = columns - 1 - what.length() - longest - " []".length();
    int width = Math.min(WIDEST, room);
    if (width >= NARROWEST) {
      int filled = (int) ((long) width * done / total);
      return what + " [" + "#".repeat(filled) + ".".repeat(width - filled) + "]" + count;
    }
    String words = what + count;
    return words.length() < columns ? words : "";
  }

  private void draw(String line) {
    PrintStream err = output.terminal().err();
    err.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
    err.flush();
    drawn = line.length();
  }

  /** Takes the bar away, so that what follows begins at the left. */
  synchronized void end() {
    if (drawn > 0) {
      draw("");
      output.terminal().err().print("\r");
      output.terminal().err().flush();
    }
    total = 0;
    done = 0;
  }
}
