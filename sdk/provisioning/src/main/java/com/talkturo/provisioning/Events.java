package com.talkturo.provisioning;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells log and listeners, and counts. */
final class Events {
  private static final Logger LOG = LoggerFactory.getLogger(Provisioner.class);

  private final List<ProvisionerListener> listeners;
  private final Map<Classification, Long> counts = new EnumMap<>(Classification.class);

  Events(List<ProvisionerListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  synchronized Map<Classification, Long> counts() {
    return Collections.unmodifiableMap(new EnumMap<>(counts));
  }

  void finished(Provisioned result) {
    synchronized (this) {
      counts.merge(result.classification(), 1L, Long::sum);
    }
    tell(listener -> listener.keyFinished(result));
  }

  void created(String key, String token, String assistantId) {
    LOG.info("Created assistant {} for key {} (token {})", assistantId, key, token);
    tell(listener -> listener.assistantCreated(key, token, assistantId));
  }

  void unresolved(String key, String token) {
    LOG.error(
        "A create for key {} was sent and its answer is not known; look for [tk-{}]", key, token);
    tell(listener -> listener.createUnresolved(key, token));
  }

  void notStored(String key, String token, String assistantId, String why) {
    LOG.error("Assistant {} of key {} (token {}): {}", assistantId, key, token, why);
    tell(listener -> listener.assistantNotStored(key, token, assistantId));
  }

  private void tell(Consumer<ProvisionerListener> event) {
    for (ProvisionerListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (Throwable e) {
        // Errors too: the id that a listener is told of has yet to be stored.
        LOG.warn("A listener failed", e);
      }
    }
  }
}
