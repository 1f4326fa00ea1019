package com.talkturo.provisioning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.talkturo.provisioning.Entry.Baseline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The JSON of what is stored, in one place; members are sorted, so that files compare well. */
final class StoreJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          // Whatever character set a database has.
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  /** Raised when older releases could no longer read what this one writes. */
  private static final int FORMAT = 1;

  private StoreJson() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static String write(ObjectNode node) {
    try {
      return JSON.writeValueAsString(sorted(node)).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always JSON", e);
    }
  }

  private static ObjectNode sorted(ObjectNode node) {
    TreeMap<String, JsonNode> members = new TreeMap<>();
    node.properties()
        .forEach(
            member ->
                members.put(
                    member.getKey(),
                    member.getValue() instanceof ObjectNode inner
                        ? sorted(inner)
                        : member.getValue()));
    ObjectNode sorted = object();
    members.forEach(sorted::set);
    return sorted;
  }

  static ObjectNode read(String json, String what) {
    try {
      if (JSON.readTree(json) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new StateStoreException(what + " is not JSON: " + e.getOriginalMessage(), e);
    }
    throw new StateStoreException(what + " is not a JSON object", null);
  }

  static StoredEntry stored(Entry entry) {
    return new StoredEntry(
        entry.key(),
        entry.version(),
        entry.phase(),
        entry.phase() == Phase.MOVED ? Optional.empty() : entry.assistantId(),
        write(document(entry)));
  }

  private static ObjectNode document(Entry entry) {
    ObjectNode node = object().put("format", FORMAT);
    node.put("key", entry.key()).put("version", entry.version());
    node.put("phase", entry.phase().name());
    entry.assistantId().ifPresent(id -> node.put("assistant_id", id));
    entry.templateId().ifPresent(id -> node.put("template_id", id));
    entry.token().ifPresent(token -> node.put("token", token));
    entry.sendingSince().ifPresent(time -> node.put("sending_since", time.toString()));
    entry.revision().ifPresent(revision -> node.put("revision", revision));
    if (!entry.baselines().isEmpty()) {
      ObjectNode fields = node.putObject("fields");
      entry.baselines().forEach((name, baseline) -> fields.set(name, baseline(baseline)));
    }
    entry.phoneNumberIds().ifPresent(ids -> put(node, "phone_number_ids", ids));
    if (entry.phoneNumbersUnverified()) {
      node.put("phone_numbers_unverified", true);
    }
    if (!entry.pendingFields().isEmpty()) {
      put(node, "pending_fields", new TreeSet<>(entry.pendingFields()));
    }
    entry.pendingPhoneNumberIds().ifPresent(ids -> put(node, "pending_phone_number_ids", ids));
    if (!entry.otherAssistantIds().isEmpty()) {
      put(node, "other_assistant_ids", entry.otherAssistantIds());
    }
    entry.leaseOwner().ifPresent(owner -> node.put("lease_owner", owner));
    entry.leaseDuration().ifPresent(duration -> node.put("lease_millis", duration.toMillis()));
    entry.verifiedAt().ifPresent(time -> node.put("verified_at", time.toString()));
    entry.specDigest().ifPresent(digest -> node.put("spec_digest", digest));
    entry.otherKey().ifPresent(key -> node.put("other_key", key));
    node.put("created_at", entry.createdAt().toString());
    return node.put("updated_at", entry.updatedAt().toString());
  }

  private static ObjectNode baseline(Baseline baseline) {
    ObjectNode node = object().put("sent", baseline.sent());
    baseline.stored().ifPresent(hash -> node.put("stored", hash));
    return baseline.storedDifferently() ? node.put("stored_differently", true) : node;
  }

  private static void put(ObjectNode node, String name, Collection<String> texts) {
    texts.forEach(node.putArray(name)::add);
  }

  /** The record that a file holds. */
  static StoredEntry file(String key, String document) {
    String what = "the entry of key \"" + key + "\"";
    ObjectNode node = read(document, what);
    try {
      Phase phase = Phase.valueOf(required(node, "phase"));
      return new StoredEntry(
          key,
          required(node, "version"),
          phase,
          phase == Phase.MOVED ? Optional.empty() : text(node, "assistant_id"),
          document);
    } catch (IllegalArgumentException e) {
      throw new StateStoreException(what + " cannot be read: " + e.getMessage(), e);
    }
  }

  static Entry entry(StoredEntry stored) {
    String what = "the entry of key \"" + stored.key() + "\"";
    ObjectNode node = read(stored.document(), what);
    if (node.path("format").asInt() != FORMAT) {
      throw new StateStoreException(
          what + " has format " + node.path("format") + "; this release reads " + FORMAT, null);
    }
    if (!node.path("key").asText().equals(stored.key())) {
      throw new StateStoreException(
          what
              + " is that of key \""
              + node.path("key").asText()
              + "\": it was copied or renamed by hand; put it back, and move it with move",
          null);
    }
    try {
      return entry(node);
    } catch (RuntimeException e) {
      throw new StateStoreException(what + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Entry entry(ObjectNode node) {
    Entry.Builder entry =
        Entry.builder()
            .key(required(node, "key"))
            .version(required(node, "version"))
            .phase(Phase.valueOf(required(node, "phase")))
            .assistantId(text(node, "assistant_id"))
            .templateId(text(node, "template_id"))
            .token(text(node, "token"))
            .sendingSince(text(node, "sending_since").map(Instant::parse))
            .addAllPendingFields(texts(node, "pending_fields"))
            .addAllOtherAssistantIds(texts(node, "other_assistant_ids"))
            .leaseOwner(text(node, "lease_owner"))
            .verifiedAt(text(node, "verified_at").map(Instant::parse))
            .specDigest(text(node, "spec_digest"))
            .otherKey(text(node, "other_key"))
            .createdAt(Instant.parse(required(node, "created_at")))
            .updatedAt(Instant.parse(required(node, "updated_at")));
    if (node.has("revision")) {
      entry.revision(node.get("revision").longValue());
    }
    if (node.has("lease_millis")) {
      entry.leaseDuration(Duration.ofMillis(node.get("lease_millis").longValue()));
    }
    entry.phoneNumbersUnverified(node.path("phone_numbers_unverified").asBoolean());
    if (node.has("phone_number_ids")) {
      entry.phoneNumberIds(texts(node, "phone_number_ids"));
    }
    if (node.has("pending_phone_number_ids")) {
      entry.pendingPhoneNumberIds(texts(node, "pending_phone_number_ids"));
    }
    node.path("fields")
        .properties()
        .forEach(
            field ->
                entry.putBaselines(
                    field.getKey(),
                    new Baseline(
                        field.getValue().path("sent").asText(),
                        text(field.getValue(), "stored"),
                        field.getValue().path("stored_differently").asBoolean())));
    return entry.build();
  }

  private static String required(ObjectNode node, String name) {
    return text(node, name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
  }

  private static Optional<String> text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
  }

  private static List<String> texts(JsonNode node, String name) {
    List<String> texts = new ArrayList<>();
    node.path(name).forEach(value -> texts.add(value.asText()));
    return texts;
  }

  static String identity(StoreIdentity identity) {
    return write(
        object()
            .put("format", FORMAT)
            .put("store_id", identity.storeId())
            .put("base_url", identity.baseUrl())
            .put("account_slug", identity.accountSlug())
            .put("environment", identity.environment())
            .put("salt", identity.salt()));
  }

  static StoreIdentity identity(String json) {
    ObjectNode node = read(json, "the identity of the store");
    if (node.path("format").asInt() != FORMAT) {
      throw new StateStoreException(
          "the store has format " + node.path("format") + "; this release reads " + FORMAT, null);
    }
    try {
      return new StoreIdentity(
          required(node, "store_id"),
          required(node, "base_url"),
          required(node, "account_slug"),
          required(node, "environment"),
          required(node, "salt"));
    } catch (IllegalArgumentException e) {
      throw new StateStoreException("the identity of the store: " + e.getMessage(), e);
    }
  }
}
