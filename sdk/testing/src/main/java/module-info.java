/** A Talkturo API for tests; start at {@link com.talkturo.sdk.testing.TalkturoServer}. */
module com.talkturo.sdk.testing {
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires java.logging;
  requires mockwebserver3;
  requires okhttp3;
  requires okio;
  requires static transitive org.jspecify;
  // Not transitive: who has no JUnit must be able to compile against this module.
  requires static org.junit.jupiter.api;

  exports com.talkturo.sdk.testing;
}
