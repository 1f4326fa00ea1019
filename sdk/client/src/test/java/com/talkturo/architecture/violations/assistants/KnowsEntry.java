package com.talkturo.architecture.violations.assistants;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.talkturo.architecture.violations.Entry;

class KnowsEntry {
  Object entry = new Entry();
  Object mapper = new ObjectMapper();
}
