/**
 * Assistants that live at Telnyx or Flireo: read, changed, brought over; start at {@link
 * com.talkturo.migration.telnyx.TelnyxClient} or {@link
 * com.talkturo.migration.flireo.FlireoClient}.
 */
module com.talkturo.migration {
  requires transitive com.talkturo.provisioning;
  requires transitive com.talkturo.sdk;
  requires io.github.javadiffutils;
  requires org.snakeyaml.engine;
  requires static transitive org.jspecify;

  exports com.talkturo.migration;
  exports com.talkturo.migration.client;
  exports com.talkturo.migration.flireo;
  exports com.talkturo.migration.telnyx;
}
