package com.talkturo.acceptance;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPLogger;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** An SLF4J backend that has every level on and keeps what is logged. */
public final class MemoryLogs implements SLF4JServiceProvider {
  /** One logged line. */
  public record Line(Level level, String logger, String text, Throwable thrown) {}

  /** No test reads more, and the load test must not be seen to leak because of this. */
  private static final int MAX_LINES = 1_000;

  private static final List<Line> LINES = new CopyOnWriteArrayList<>();

  private final Map<String, Logger> loggers = new ConcurrentHashMap<>();
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter mdc = new NOPMDCAdapter();

  static void clear() {
    LINES.clear();
  }

  /** Waits until a line of this level is logged. */
  static void await(Level level) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    synchronized (LINES) {
      while (lines(level).isEmpty()) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          throw new AssertionError("no line of level " + level + " was logged");
        }
        try {
          LINES.wait(left);
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }

  static List<Line> lines() {
    return List.copyOf(LINES);
  }

  static List<Line> lines(Level level) {
    return LINES.stream().filter(line -> line.level() == level).toList();
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    // ArchUnit logs each class that it reads, half a minute's worth of lines.
    return name ->
        name.startsWith("com.tngtech.archunit")
            ? NOPLogger.NOP_LOGGER
            : loggers.computeIfAbsent(name, MemoryLogger::new);
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return mdc;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.99";
  }

  @Override
  public void initialize() {}

  private static final class MemoryLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1;

    MemoryLogger(String name) {
      this.name = name;
    }

    @Override
    public boolean isTraceEnabled() {
      return true;
    }

    @Override
    public boolean isDebugEnabled() {
      return true;
    }

    @Override
    public boolean isInfoEnabled() {
      return true;
    }

    @Override
    public boolean isWarnEnabled() {
      return true;
    }

    @Override
    public boolean isErrorEnabled() {
      return true;
    }

    @Override
    protected String getFullyQualifiedCallerName() {
      return MemoryLogger.class.getName();
    }

    @Override
    protected void handleNormalizedLoggingCall(
        Level level, Marker marker, String pattern, Object[] arguments, Throwable thrown) {
      String text = MessageFormatter.basicArrayFormat(pattern, arguments);
      synchronized (LINES) {
        if (LINES.size() < MAX_LINES) {
          LINES.add(new Line(level, name, text, thrown));
        }
        LINES.notifyAll();
      }
    }
  }
}
