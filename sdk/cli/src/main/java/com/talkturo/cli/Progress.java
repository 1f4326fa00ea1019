package com.talkturo.cli;

import com.talkturo.sdk.http.TalkturoListener;
import java.util.Optional;

/** A bar on standard error while requests are made, if somebody sees it. */
final class Progress implements TalkturoListener {
  private static final int WIDTH = 30;
  private static final int FROM = 10;

  private final Terminal terminal;
  private Optional<Boolean> isShown = Optional.empty();
  private String what = "";
  private int total;
  private int done;

  Progress(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Begins a bar; short work has none. */
  synchronized void begin(String what, int total) {
    end();
    this.what = what;
    this.total = total;
  }

  @Override
  public synchronized void requestFinished(Request request, Outcome outcome) {
    done++;
    if (total >= FROM && isShown()) {
      int filled = Math.min(WIDTH, (int) ((long) WIDTH * done / total));
      terminal
          .err()
          .print(
              "\r"
                  + what
                  + " ["
                  + "#".repeat(filled)
                  + ".".repeat(WIDTH - filled)
                  + "] "
                  + Math.min(done, total)
                  + "/"
                  + total);
      terminal.err().flush();
    }
  }

  private boolean isShown() {
    if (isShown.isEmpty()) {
      isShown = Optional.of(!"dumb".equals(terminal.variable("TERM")) && terminal.isTerminal(2));
    }
    return isShown.get();
  }

  /** Takes the bar away, so that what follows begins at the left. */
  synchronized void end() {
    if (total >= FROM && done > 0 && isShown()) {
      terminal.err().print("\r" + " ".repeat(what.length() + WIDTH + 30) + "\r");
      terminal.err().flush();
    }
    total = 0;
    done = 0;
  }
}
