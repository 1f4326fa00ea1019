/** The Talkturo Java SDK; start at {@link com.talkturo.sdk.TalkturoClient}. */
@SuppressWarnings("module") // The modules that internals are exported to need not be there.
module com.talkturo.sdk {
  requires transitive okhttp3;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jdk8;
  requires com.fasterxml.jackson.datatype.jsr310;
  // OkHttp 4.12 needs it and, without a descriptor of its own, cannot say so.
  requires kotlin.stdlib;
  requires okio;
  requires org.slf4j;
  requires static org.immutables.value;
  requires static transitive org.jspecify;

  exports com.talkturo.sdk;
  exports com.talkturo.sdk.apikeys;
  exports com.talkturo.sdk.assistants;
  exports com.talkturo.sdk.credits;
  exports com.talkturo.sdk.errors;
  exports com.talkturo.sdk.flows;
  exports com.talkturo.sdk.http;
  exports com.talkturo.sdk.rooms;
  exports com.talkturo.sdk.engine to
      com.talkturo.migration;
  exports com.talkturo.sdk.hooks to
      com.talkturo.migration;
  exports com.talkturo.sdk.json to
      com.talkturo.migration;
}
