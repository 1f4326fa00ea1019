package com.talkturo.sdk.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which fault hits the next request. */
final class FaultScript {
  private final ArrayDeque<Pending> queue = new ArrayDeque<>();
  private final List<Fault> standing = new ArrayList<>();

  private static final class Pending {
    final Fault fault;
    int remaining;

    Pending(Fault fault) {
      this.fault = fault;
      this.remaining = fault.times();
    }
  }

  synchronized void enqueue(Fault... faults) {
    requireNonNull(faults);
    for (Fault fault : faults) {
      queue.addLast(new Pending(fault));
    }
  }

  synchronized void stand(Fault... faults) {
    requireNonNull(faults);
    standing.clear();
    for (Fault fault : faults) {
      standing.add(fault);
    }
  }

  /** Fails here, in the test, rather than on a thread of the server. */
  private static void requireNonNull(Fault... faults) {
    for (Fault fault : faults) {
      Objects.requireNonNull(fault, "fault");
    }
  }

  synchronized void clear() {
    queue.clear();
    standing.clear();
  }

  synchronized int pending() {
    return queue.stream().mapToInt(p -> p.remaining).sum();
  }

  synchronized @Nullable Fault next(ReceivedRequest request) {
    if (queue.isEmpty() && standing.isEmpty()) {
      return null;
    }
    for (Iterator<Pending> pending = queue.iterator(); pending.hasNext(); ) {
      Pending next = pending.next();
      if (next.fault.hits(request)) {
        if (--next.remaining == 0) {
          pending.remove();
        }
        return next.fault;
      }
    }
    return standing.stream().filter(fault -> fault.hits(request)).findFirst().orElse(null);
  }
}
