package com.talkturo.sdk.benchmarks;

import java.util.concurrent.CompletableFuture;

/** The SDK with the kind of waste that a guard is there to find: every body is made twice. */
final class WastefulContender implements Contender {
  private final Contender sdk;
  private final byte[] answer = Sample.answer();

  WastefulContender(Contender sdk) {
    this.sdk = sdk;
  }

  @Override
  public Object update() throws Exception {
    sdk.encode();
    decode(answer);
    return sdk.update();
  }

  @Override
  public CompletableFuture<?> updateAsync() {
    return sdk.updateAsync();
  }

  @Override
  public byte[] encode() throws Exception {
    sdk.encode();
    return sdk.encode();
  }

  @Override
  public Object decode(byte[] body) throws Exception {
    sdk.decode(body);
    return sdk.decode(body);
  }

  @Override
  public void close() {
    sdk.close();
  }
}
