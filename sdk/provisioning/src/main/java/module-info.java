/** Assistants as declared; start at {@link com.talkturo.provisioning.Provisioner}. */
module com.talkturo.provisioning {
  requires transitive com.talkturo.sdk;
  requires transitive java.sql;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires io.github.javadiffutils;
  requires org.slf4j;
  requires org.snakeyaml.engine;
  requires static org.immutables.value;
  requires static transitive org.jspecify;

  exports com.talkturo.provisioning;
  exports com.talkturo.provisioning.files;
}
