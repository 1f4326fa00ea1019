package com.talkturo.sdk.engine;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What proves who sends a request: one header, made anew for each attempt from a secret that is
 * asked for anew. Internal to the SDK.
 */
public abstract class Credential {
  private final String header;
  private final Supplier<String> secret;

  private Credential(String header, Supplier<String> secret) {
    this.header = header;
    this.secret = secret;
  }

  /** {@code Authorization: Bearer} with an API key or another token. */
  public static Credential bearer(Supplier<String> token) {
    return new Credential("Authorization", token) {
      @Override
      String value(String checkedSecret, byte @Nullable [] body) {
        return "Bearer " + checkedSecret;
      }

      @Override
      String checked(@Nullable String given) {
        return ApiKey.checked(given);
      }

      @Override
      boolean signsBody() {
        return false;
      }
    };
  }

  /** A header with the lower-case hexadecimal HMAC-SHA256 of the exact bytes of the body. */
  public static Credential hmacSha256(String header, String secretName, Supplier<String> secret) {
    return new Credential(header, secret) {
      @Override
      String value(String checkedSecret, byte @Nullable [] body) {
        return hex(hmac(checkedSecret, body == null ? new byte[0] : body));
      }

      @Override
      String checked(@Nullable String given) {
        if (given == null || given.trim().isEmpty()) {
          throw new IllegalArgumentException(
              secretName + " is missing or blank; allowed is the secret as the dashboard shows it");
        }
        return given;
      }

      @Override
      boolean signsBody() {
        return true;
      }
    };
  }

  private static byte[] hmac(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(body);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }

  private static String hex(byte[] bytes) {
    StringBuilder hex = new StringBuilder(2 * bytes.length);
    for (byte b : bytes) {
      hex.append(Character.forDigit((b >> 4) & 0xf, 16)).append(Character.forDigit(b & 0xf, 16));
    }
    return hex.toString();
  }

  /** The header that carries the proof. */
  final String header() {
    return header;
  }

  /**
   * Asks for the secret.
   *
   * @throws IllegalArgumentException if it cannot be used; the message does not show it
   */
  final String secret() {
    return checked(secret.get());
  }

  /** The value of the header. */
  abstract String value(String checkedSecret, byte @Nullable [] body);

  abstract String checked(@Nullable String given);

  /** Whether the bytes that are sent must be those that were signed. */
  abstract boolean signsBody();

  /** Not the secret. */
  @Override
  public final String toString() {
    return "Credential{" + header + "}";
  }
}
