package com.talkturo.provisioning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Lets one of several threads run at a time, and decides at each step by a seed which; so that a
 * schedule that goes wrong can be seen again. Time may pass at any step, and a thread may be
 * killed.
 */
final class Schedule implements Probe {
  /** A process is gone; nothing in it runs any more. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed() {
      super("killed", null, false, false);
    }
  }

  private final Random random;
  private final TestTime time;
  private final double stay;
  private final boolean pauses;
  private final List<Thread> live = new ArrayList<>();
  private final Map<Thread, Integer> killAfter = new HashMap<>();
  private @Nullable Thread turn;
  private @Nullable Throwable failure;
  private int kills;

  Schedule(Random random, TestTime time) {
    this.random = random;
    this.time = time;
    this.stay = random.nextInt(3) * 0.45;
    this.pauses = random.nextInt(3) == 0;
  }

  /** Adds a thread; killed at its n-th step if n is not 0. */
  void add(String name, int killedAt, Runnable process) {
    Thread thread =
        new Thread(
            () -> {
              try {
                await();
                process.run();
              } catch (Killed killed) {
                // As the operating system does it: nothing is cleaned up.
              } catch (Throwable e) {
                fail(e);
              } finally {
                finish();
              }
            },
            name);
    thread.setDaemon(true);
    killAfter.put(thread, killedAt);
    live.add(thread);
  }

  void run() throws InterruptedException {
    List<Thread> all = List.copyOf(live);
    synchronized (this) {
      turn = live.get(random.nextInt(live.size()));
    }
    all.forEach(Thread::start);
    for (Thread thread : all) {
      thread.join(60_000);
      if (thread.isAlive()) {
        AssertionError hangs = new AssertionError(thread.getName() + " hangs");
        hangs.setStackTrace(thread.getStackTrace());
        throw hangs;
      }
    }
    if (failure != null) {
      throw new AssertionError("a process failed in a way that nobody expects", failure);
    }
  }

  synchronized int kills() {
    return kills;
  }

  @Override
  public synchronized void at(String step, String key) {
    Thread me = Thread.currentThread();
    if (!live.contains(me)) {
      return;
    }
    if (killAfter.merge(me, -1, Integer::sum) == 0) {
      kills++;
      throw new Killed();
    }
    if (pauses && random.nextInt(12) == 0) {
      time.pass(Duration.ofSeconds(random.nextInt(120)));
    }
    if (random.nextDouble() >= stay) {
      turn = live.get(random.nextInt(live.size()));
      notifyAll();
    }
    await();
  }

  private synchronized void await() {
    try {
      while (turn != Thread.currentThread()) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized void fail(Throwable e) {
    failure = e;
  }

  private synchronized void finish() {
    live.remove(Thread.currentThread());
    turn = live.isEmpty() ? null : live.get(random.nextInt(live.size()));
    notifyAll();
  }
}
