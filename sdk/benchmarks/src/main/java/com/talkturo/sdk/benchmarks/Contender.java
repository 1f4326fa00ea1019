package com.talkturo.sdk.benchmarks;

import java.util.concurrent.CompletableFuture;

/**
 * One way to send the same update and to read the same answer; all parts are kept between calls.
 */
interface Contender extends AutoCloseable {
  /** Builds the request, sends it and reads the answer. */
  Object update() throws Exception;

  /** The same without holding the caller's thread. */
  CompletableFuture<?> updateAsync();

  /** The JSON of an update request that is built already. */
  byte[] encode() throws Exception;

  /** The assistant in this answer. */
  Object decode(byte[] answer) throws Exception;

  /** What the API answers. */
  default byte[] answer() {
    return Sample.answer();
  }

  @Override
  void close();
}
