package com.talkturo.sdk.engine;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.core.json.PackageVersion;
import kotlin.KotlinVersion;
import okhttp3.OkHttp;
import okhttp3.RequestBody;

/**
 * The oldest versions of OkHttp, Kotlin's library and Jackson that the SDK runs on. An application
 * that pins older ones learns it when the client is built, not from a missing method in the middle
 * of a call.
 */
final class Libraries {
  private Libraries() {}

  /**
   * Looks at what is on the class path.
   *
   * @throws IllegalStateException if a library is too old
   */
  static void requireSupported() {
    requireOkHttp(okHttpVersion());
    requireKotlin(KotlinVersion.CURRENT);
    requireJackson("jackson-core", PackageVersion.VERSION);
    try {
      requireJackson("jackson-databind", com.fasterxml.jackson.databind.cfg.PackageVersion.VERSION);
      requireJackson(
          "jackson-datatype-jsr310", com.fasterxml.jackson.datatype.jsr310.PackageVersion.VERSION);
      requireJackson(
          "jackson-datatype-jdk8", com.fasterxml.jackson.datatype.jdk8.PackageVersion.VERSION);
    } catch (NoClassDefFoundError absent) {
      // Only callers' own types need these; a native image may leave them out.
    }
  }

  private static String okHttpVersion() {
    try {
      // The class with the version may come from a newer jar behind the one that serves.
      RequestBody.create(new byte[0], null);
      return OkHttp.VERSION;
    } catch (LinkageError beforeOkHttp4) {
      return "3.x";
    }
  }

  /** OkHttp's enums need it from this version on; what is older fails in the first call. */
  static void requireKotlin(KotlinVersion version) {
    if (!version.isAtLeast(1, 8, 20)) {
      throw tooOld("kotlin-stdlib", version.toString(), "1.8.20");
    }
  }

  static void requireOkHttp(String version) {
    int dot = version.indexOf('.');
    requireAtLeast(
        "OkHttp", version, leadingNumber(version, 0), leadingNumber(version, dot + 1), 4, 12);
  }

  private static void requireJackson(String library, Version version) {
    requireAtLeast(
        library, version.toString(), version.getMajorVersion(), version.getMinorVersion(), 2, 13);
  }

  private static void requireAtLeast(
      String library, String version, int major, int minor, int neededMajor, int neededMinor) {
    if (major < neededMajor || (major == neededMajor && minor < neededMinor)) {
      throw tooOld(library, version, neededMajor + "." + neededMinor);
    }
  }

  private static IllegalStateException tooOld(String library, String version, String needed) {
    return new IllegalStateException(
        String.format(
            "%s %s is on the class path, but the Talkturo SDK needs %s %s or newer; look for"
                + " what pins it with mvn dependency:tree or gradle dependencies",
            library, version, library, needed));
  }

  private static int leadingNumber(String text, int start) {
    int number = 0;
    for (int i = start; i < text.length() && Character.isDigit(text.charAt(i)); i++) {
      number = number * 10 + Character.digit(text.charAt(i), 10);
    }
    return number;
  }
}
