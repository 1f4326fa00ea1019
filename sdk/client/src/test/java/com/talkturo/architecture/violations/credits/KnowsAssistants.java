package com.talkturo.architecture.violations.credits;

import com.talkturo.architecture.violations.assistants.TransportException;

/** A feature that knows another. */
final class KnowsAssistants {
  TransportException other;
}
