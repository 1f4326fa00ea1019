package com.talkturo.provisioning;

/**
 * Stands between every two steps: each request and each access to the store passes here before and
 * after. A test halts the process here, or lets another one go first.
 */
interface Probe {
  Probe NONE = (step, key) -> {};

  void at(String step, String key);
}
