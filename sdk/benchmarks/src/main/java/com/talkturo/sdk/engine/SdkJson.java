package com.talkturo.sdk.engine;

import java.io.IOException;
import java.util.Optional;

/**
 * The SDK's own encoding and decoding without a call around it, which only this package can see.
 */
public final class SdkJson {
  private static final Optional<String> ACCOUNT_SLUG = Optional.of("my-team");

  private SdkJson() {}

  /** The bytes that the request would send. */
  public static byte[] encode(Outgoing<?> request) {
    return request.body(ACCOUNT_SLUG);
  }

  /** What a 2xx with this body would be read into. */
  public static <T> T decode(Outgoing<T> request, byte[] body) throws IOException {
    return request.endpoint().decoder().decode(body);
  }
}
