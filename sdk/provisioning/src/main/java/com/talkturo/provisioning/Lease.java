package com.talkturo.provisioning;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When a lease may be taken over: the same beat must have been seen for its whole duration, by the
 * watcher's own monotonic clock, because clocks of two machines do not agree.
 */
final class Lease {
  private record Sighting(String beat, long nanos) {}

  private final Map<String, Sighting> sightings = new ConcurrentHashMap<>();
  private final Time time;
  private final Duration duration;

  Lease(Time time, Duration duration) {
    this.time = time;
    this.duration = duration;
  }

  Duration duration() {
    return duration;
  }

  /** Of two processes with different settings the longer counts. */
  Duration durationFor(Entry entry) {
    Duration holders = entry.leaseDuration().orElse(duration);
    return holders.compareTo(duration) > 0 ? holders : duration;
  }

  /** Whether nobody holds the key, or the holder's beat has not changed for too long. */
  boolean isFree(Entry entry) {
    if (entry.leaseOwner().isEmpty()) {
      sightings.remove(entry.key());
      return true;
    }
    long now = time.nanos();
    Sighting sighting =
        sightings.compute(
            entry.key(),
            (key, seen) ->
                seen != null && seen.beat().equals(entry.version())
                    ? seen
                    : new Sighting(entry.version(), now));
    return now - sighting.nanos() >= durationFor(entry).toNanos();
  }
}
