package com.talkturo.sdk.testing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** The newest requests, bounded so that a load test does not fill the heap, and their count. */
final class RequestLog {
  private final int limit;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition added = lock.newCondition();
  private final ArrayDeque<ReceivedRequest> kept = new ArrayDeque<>();
  private final ArrayDeque<ReceivedRequest> notTaken = new ArrayDeque<>();
  private long count;

  RequestLog(int limit) {
    this.limit = limit;
  }

  void add(ReceivedRequest request) {
    lock.lock();
    try {
      append(kept, request);
      append(notTaken, request);
      count++;
      added.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void append(ArrayDeque<ReceivedRequest> requests, ReceivedRequest request) {
    requests.addLast(request);
    if (requests.size() > limit) {
      requests.removeFirst();
    }
  }

  long count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  List<ReceivedRequest> all() {
    lock.lock();
    try {
      return Collections.unmodifiableList(new ArrayList<>(kept));
    } finally {
      lock.unlock();
    }
  }

  void clear() {
    lock.lock();
    try {
      kept.clear();
      notTaken.clear();
      count = 0;
    } finally {
      lock.unlock();
    }
  }

  ReceivedRequest take(Duration timeout) {
    lock.lock();
    try {
      if (!await(() -> !notTaken.isEmpty(), timeout)) {
        throw new AssertionError(
            "no further request within " + timeout + "; received so far: " + summary());
      }
      return notTaken.removeFirst();
    } finally {
      lock.unlock();
    }
  }

  List<ReceivedRequest> await(long expected, Duration timeout) {
    lock.lock();
    try {
      if (!await(() -> count >= expected, timeout)) {
        throw new AssertionError(
            "expected " + expected + " requests within " + timeout + " but got " + summary());
      }
      return all();
    } finally {
      lock.unlock();
    }
  }

  private boolean await(BooleanSupplier condition, Duration timeout) {
    long remaining = TimeUnit.MILLISECONDS.toNanos(timeout.toMillis());
    try {
      while (!condition.getAsBoolean()) {
        if (remaining <= 0) {
          return false;
        }
        remaining = added.awaitNanos(remaining);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a request", e);
    }
  }

  private String summary() {
    int shown = 10;
    List<ReceivedRequest> newest = new ArrayList<>(kept);
    newest = newest.subList(Math.max(0, newest.size() - shown), newest.size());
    return count + (count > newest.size() ? ", the last of them " : " ") + newest;
  }
}
