package com.talkturo.sdk.faults;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.apikeys.UpdateApiKeyRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** The operations of the SDK, each as a call that either returns or throws what the SDK threw. */
enum Operation {
  CREATE(
      client -> client.assistants().create(r -> r.name("Front desk")),
      client -> client.assistants().createAsync(r -> r.name("Front desk")).join(),
      Trait.AT_MOST_ONCE),
  GET(
      client -> client.assistants().get("asst_1"),
      client -> client.assistants().getAsync("asst_1").join()),
  UPDATE(
      client -> client.assistants().update("asst_1", r -> r.name("Reception")),
      client -> client.assistants().updateAsync("asst_1", r -> r.name("Reception")).join()),
  ASSIGN(
      client -> client.assistants().assignPhoneNumbers("asst_1", "pn_1"),
      client -> client.assistants().assignPhoneNumbersAsync("asst_1", "pn_1").join(),
      Trait.NO_RESOURCE),
  DELETE(
      client -> client.assistants().delete("asst_1"),
      client -> client.assistants().deleteAsync("asst_1").join(),
      Trait.NO_RESOURCE),
  CLONE(
      client -> client.assistants().clone("asst_1"),
      client -> client.assistants().cloneAsync("asst_1").join(),
      Trait.AT_MOST_ONCE),
  USAGE_STATS(
      client -> client.assistants().usageStats("asst_1", "acct_1"),
      client -> client.assistants().usageStatsAsync("asst_1", "acct_1").join()),
  ASSIGNABLE(
      client -> client.assistants().assignablePhoneNumbers("asst_1"),
      client -> client.assistants().assignablePhoneNumbersAsync("asst_1").join()),
  CREDITS(client -> client.credits().get(), client -> client.credits().getAsync().join()),
  DEDUCT(
      client -> client.credits().deduct("acct_1", BigDecimal.ONE),
      client -> client.credits().deductAsync("acct_1", BigDecimal.ONE).join(),
      Trait.AT_MOST_ONCE),
  CHECKOUT(
      client -> client.credits().checkout("acct_1", "plan_1"),
      client -> client.credits().checkoutAsync("acct_1", "plan_1").join(),
      Trait.AT_MOST_ONCE),
  TRIGGER(
      client -> client.flows().trigger("flow_1", "secret", Map.of("a", 1)),
      client -> client.flows().triggerAsync("flow_1", "secret", Map.of("a", 1)).join(),
      Trait.AT_MOST_ONCE,
      Trait.WITHOUT_KEY),
  TRIGGER_AND_WAIT(
      client -> client.flows().triggerAndWait("flow_1", "secret", Map.of("a", 1)),
      client -> client.flows().triggerAndWaitAsync("flow_1", "secret", Map.of("a", 1)).join(),
      Trait.AT_MOST_ONCE,
      Trait.WITHOUT_KEY,
      Trait.PATIENT),
  LIST_KEYS(client -> client.apiKeys().list(), client -> client.apiKeys().listAsync().join()),
  CREATE_KEY(
      client -> client.apiKeys().create("CI"),
      client -> client.apiKeys().createAsync("CI").join(),
      Trait.AT_MOST_ONCE),
  UPDATE_KEY(
      client -> client.apiKeys().update(renamedKey()),
      client -> client.apiKeys().updateAsync(renamedKey()).join()),
  REVOKE_KEY(
      client -> client.apiKeys().revoke("key_1"),
      client -> client.apiKeys().revokeAsync("key_1").join(),
      Trait.NO_RESOURCE),
  TEST_KEY(
      client -> client.apiKeys().test(),
      client -> client.apiKeys().testAsync().join(),
      Trait.NO_RESOURCE),
  ROOM_TOKEN(
      client -> client.rooms().createToken("asst_1"),
      client -> client.rooms().createTokenAsync("asst_1").join(),
      Trait.AT_MOST_ONCE,
      Trait.WITHOUT_KEY);

  private interface Form {
    Object call(TalkturoClient client);
  }

  private enum Trait {
    AT_MOST_ONCE,
    /** Its answer need not hold anything. */
    NO_RESOURCE,
    WITHOUT_KEY,
    /** Waits longer for an answer than the client's read timeout. */
    PATIENT
  }

  private final Form sync;
  private final Form async;
  private final List<Trait> traits;

  Operation(Form sync, Form async, Trait... traits) {
    this.sync = sync;
    this.async = async;
    this.traits = List.of(traits);
  }

  private static UpdateApiKeyRequest renamedKey() {
    return UpdateApiKeyRequest.builder().id("key_1").name("CI").build();
  }

  /** Whether a repeat could have a second effect. */
  boolean isAtMostOnce() {
    return traits.contains(Trait.AT_MOST_ONCE);
  }

  boolean needsNoResource() {
    return traits.contains(Trait.NO_RESOURCE);
  }

  boolean usesKey() {
    return !traits.contains(Trait.WITHOUT_KEY);
  }

  boolean isPatient() {
    return traits.contains(Trait.PATIENT);
  }

  Object call(TalkturoClient client, boolean asynchronous) {
    if (!asynchronous) {
      return sync.call(client);
    }
    try {
      return async.call(client);
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException) {
        throw (RuntimeException) e.getCause();
      }
      throw e;
    }
  }
}
