package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the server knows: accounts, keys, assistants and phone numbers.
 *
 * <p>Every method holds the one lock. A stored assistant is never changed in place, only replaced,
 * so a tree handed out can be written to a socket without the lock.
 */
final class Workspace {
  static final String DEFAULT_ACCOUNT = "north-wind";

  private static final String DEFAULT_TEMPLATE = "custom";
  private static final ObjectNode TEMPLATES = Json.resource("templates.json");
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final String defaultKey = newKey();
  private final Map<String, String> accountIdsBySlug = new LinkedHashMap<>();
  private final Map<String, String> slugsByKey = new LinkedHashMap<>();
  private final Map<String, ObjectNode> assistants = new LinkedHashMap<>();
  private final Map<String, PhoneNumber> phoneNumbers = new LinkedHashMap<>();
  private final Map<String, Set<String>> assignments = new LinkedHashMap<>();
  private long lastAssistant;

  Workspace() {
    reset();
  }

  private static final class PhoneNumber {
    final PhoneNumberStatus status;
    final String accountSlug;
    // The last one it was assigned to, which may have dropped it since.
    @Nullable String assistantId;

    PhoneNumber(PhoneNumberStatus status, String accountSlug) {
      this.status = status;
      this.accountSlug = accountSlug;
    }
  }

  synchronized void reset() {
    accountIdsBySlug.clear();
    slugsByKey.clear();
    assistants.clear();
    phoneNumbers.clear();
    assignments.clear();
    addAccount(DEFAULT_ACCOUNT);
    acceptKey(defaultKey, DEFAULT_ACCOUNT);
    for (String id : new String[] {"pn_a1", "pn_b2", "pn_c3"}) {
      addPhoneNumber(id, PhoneNumberStatus.ACTIVE, DEFAULT_ACCOUNT);
    }
  }

  // Accounts and keys

  String defaultKey() {
    return defaultKey;
  }

  static String newKey() {
    StringBuilder key = new StringBuilder("tk_test_");
    SecureRandom random = new SecureRandom();
    while (key.length() < 56) {
      key.append(Character.forDigit(random.nextInt(36), 36));
    }
    return key.toString();
  }

  synchronized void addAccount(String slug) {
    if (accountIdsBySlug.putIfAbsent(slug, "acct_" + (accountIdsBySlug.size() + 1)) != null) {
      throw new IllegalArgumentException("account already exists: " + slug);
    }
  }

  synchronized void acceptKey(String key, String accountSlug) {
    requireAccount(accountSlug);
    slugsByKey.put(key, accountSlug);
  }

  synchronized void revokeKey(String key) {
    slugsByKey.remove(key);
  }

  /** The account that a key belongs to, or null for an unknown key. */
  synchronized @Nullable String accountOfKey(String key) {
    return slugsByKey.get(key);
  }

  private String requireAccount(String slug) {
    String accountId = accountIdsBySlug.get(slug);
    if (accountId == null) {
      throw new IllegalArgumentException("no such account: " + slug);
    }
    return accountId;
  }

  // Assistants

  synchronized ObjectNode createAssistant(String accountSlug, String name, String templateId) {
    ObjectNode assistant = newAssistant(accountSlug, templateId).put("name", name);
    assistants.put(assistant.get("id").asText(), assistant);
    return assistant;
  }

  synchronized String seedAssistant(String accountSlug, ObjectNode attributes) {
    JsonNode type = attributes.path("type");
    ObjectNode assistant =
        newAssistant(accountSlug, type.isTextual() ? type.asText() : DEFAULT_TEMPLATE);
    assistant.put("name", "Assistant");
    assistant.setAll(attributes);
    JsonNode id = assistant.get("id");
    if (!id.isTextual() || id.asText().isEmpty()) {
      throw new IllegalArgumentException("id must be a non-empty string");
    }
    if (assistants.putIfAbsent(id.asText(), assistant) != null) {
      throw new IllegalArgumentException("assistant already exists: " + id.asText());
    }
    return id.asText();
  }

  private ObjectNode newAssistant(String accountSlug, String templateId) {
    String now = TIMESTAMP.format(Instant.now());
    ObjectNode assistant = Json.object();
    assistant.put("id", nextAssistantId());
    assistant.put("account_id", requireAccount(accountSlug));
    assistant.putNull("name");
    assistant.put("type", templateId);
    JsonNode defaults = TEMPLATES.get(TEMPLATES.has(templateId) ? templateId : DEFAULT_TEMPLATE);
    assistant.setAll((ObjectNode) defaults);
    assistant.put("created_at", now);
    assistant.put("updated_at", now);
    return assistant;
  }

  private String nextAssistantId() {
    String id;
    do {
      id = String.format("asst_%06d", ++lastAssistant);
    } while (assistants.containsKey(id));
    return id;
  }

  synchronized @Nullable ObjectNode findAssistant(String id) {
    return assistants.get(id);
  }

  synchronized List<ObjectNode> allAssistants() {
    return new ArrayList<>(assistants.values());
  }

  /**
   * @throws ApiError 403 or 404
   */
  synchronized ObjectNode assistantOf(String accountSlug, String id) {
    ObjectNode assistant = assistants.get(id);
    if (assistant == null) {
      throw new ApiError(404, "Assistant not found");
    }
    if (!requireAccount(accountSlug).equals(assistant.path("account_id").asText())) {
      throw new ApiError(403, "Assistant belongs to another account");
    }
    return assistant;
  }

  synchronized ObjectNode updateAssistant(String accountSlug, String id, ObjectNode changes) {
    ObjectNode before = assistantOf(accountSlug, id);
    if (changes.isEmpty()) {
      return before;
    }
    ObjectNode after = before.deepCopy();
    after.setAll(changes);
    after.put("updated_at", laterThan(before.path("updated_at").asText()));
    assistants.put(id, after);
    return after;
  }

  /** Now, moved on where two changes fall into one millisecond or the clock was set back. */
  private static String laterThan(String timestamp) {
    String now = TIMESTAMP.format(Instant.now());
    if (now.compareTo(timestamp) > 0) {
      return now;
    }
    try {
      return TIMESTAMP.format(Instant.parse(timestamp).plus(1, ChronoUnit.MILLIS));
    } catch (RuntimeException notATimestamp) {
      // A test may have seeded anything.
      return now;
    }
  }

  // Phone numbers

  synchronized void addPhoneNumber(String id, PhoneNumberStatus status, String accountSlug) {
    requireAccount(accountSlug);
    if (phoneNumbers.putIfAbsent(id, new PhoneNumber(status, accountSlug)) != null) {
      throw new IllegalArgumentException("phone number already exists: " + id);
    }
  }

  synchronized List<String> phoneNumberIds() {
    return Collections.unmodifiableList(new ArrayList<>(phoneNumbers.keySet()));
  }

  synchronized List<String> phoneNumbersOf(String assistantId) {
    return Collections.unmodifiableList(
        new ArrayList<>(assignments.getOrDefault(assistantId, Collections.emptySet())));
  }

  /** Replaces all numbers of the assistant, or changes nothing if one of them is refused. */
  synchronized void assignPhoneNumbers(
      String accountSlug, String assistantId, Collection<String> ids) {
    assistantOf(accountSlug, assistantId);
    for (String id : ids) {
      PhoneNumber number = phoneNumbers.get(id);
      if (number == null || !number.accountSlug.equals(accountSlug)) {
        throw ApiError.badRequest("phoneNumberIds: unknown phone number " + id);
      }
      if (number.status != PhoneNumberStatus.ACTIVE) {
        throw ApiError.badRequest(
            "phoneNumberIds: phone number " + id + " is " + number.status + ", not active");
      }
    }
    for (String id : ids) {
      PhoneNumber number = phoneNumber(id);
      if (number.assistantId != null) {
        assignments.getOrDefault(number.assistantId, Collections.emptySet()).remove(id);
      }
      number.assistantId = assistantId;
    }
    assignments.put(assistantId, new LinkedHashSet<>(ids));
  }

  private PhoneNumber phoneNumber(String id) {
    PhoneNumber number = phoneNumbers.get(id);
    if (number == null) {
      throw new IllegalStateException("no such phone number: " + id);
    }
    return number;
  }
}
