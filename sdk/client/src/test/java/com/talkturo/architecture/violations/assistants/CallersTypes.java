package com.talkturo.architecture.violations.assistants;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Knows jackson-databind, and is called like the one class that may. */
final class CallersTypes {
  Object mapper = new ObjectMapper();
}
