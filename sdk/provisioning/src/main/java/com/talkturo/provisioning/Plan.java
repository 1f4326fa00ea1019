package com.talkturo.provisioning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an apply would do, as of now. {@link Provisioner#apply(Plan)} executes exactly this, or
 * refuses the keys that have moved meanwhile.
 */
public final class Plan {
  private final Map<String, KeyPlan> plans;
  private final Map<String, List<PromptFinding>> findings;
  private final ApplyOptions options;

  Plan(
      Map<String, KeyPlan> plans, Map<String, List<PromptFinding>> findings, ApplyOptions options) {
    this.plans = Collections.unmodifiableMap(new TreeMap<>(plans));
    this.findings = findings;
    this.options = options;
  }

  /** One key of a plan. */
  public static final class Item {
    private final KeyPlan plan;
    private final List<PromptFinding> findings;

    Item(KeyPlan plan, List<PromptFinding> findings) {
      this.plan = plan;
      this.findings = findings;
    }

    /** The caller's own key. */
    public String key() {
      return plan.key();
    }

    /** The assistant; absent if there is none, or its id is not known. */
    public Optional<String> assistantId() {
      return plan.assistantId();
    }

    /** The worst that is seen of its fields, or of the key itself. */
    public Classification classification() {
      return plan.classification();
    }

    /** The fields that are not simply in sync. */
    public List<FieldChange> changes() {
      return plan.changes();
    }

    /** Why an apply would send nothing for the key. */
    public Optional<ProvisioningException> problem() {
      return plan.problem();
    }

    /** What was found in its prompts; errors are not among them, because they end the plan. */
    public List<PromptFinding> promptFindings() {
      return findings;
    }

    /** How many requests an apply needs for the key, the look before it included. */
    public int requests() {
      return plan.requests();
    }

    /** Whether an apply would send something. */
    public boolean sendsSomething() {
      return plan.sendsSomething();
    }

    /** Of everything that the plan was made from, without any value. */
    public String digest() {
      return plan.fingerprint();
    }

    KeyPlan plan() {
      return plan;
    }
  }

  /** The keys in order. */
  public List<Item> items() {
    return plans.values().stream()
        .map(plan -> new Item(plan, findings.getOrDefault(plan.key(), List.of())))
        .toList();
  }

  /** A key of the plan. */
  public Optional<Item> item(String key) {
    return Optional.ofNullable(plans.get(key))
        .map(plan -> new Item(plan, findings.getOrDefault(key, List.of())));
  }

  /** Whether there is nothing to send and nothing that a person should look at. */
  public boolean isEmpty() {
    return plans.values().stream().noneMatch(plan -> plan.classification().isChangeOrProblem());
  }

  /**
   * How many requests an apply needs. If keys hand numbers over while several are worked on at a
   * time, it may be a few more or less.
   */
  public int requests() {
    return plans.values().stream().mapToInt(KeyPlan::requests).sum();
  }

  /**
   * Why an apply of this plan would be refused as a whole, before anything is sent: more assistants
   * would be created than {@link ApplyOptions#maxCreates} allows. Empty if it would not.
   */
  public Optional<String> refusal() {
    return options.refusal(creates());
  }

  long creates() {
    return plans.values().stream()
        .map(KeyPlan::classification)
        .filter(seen -> seen == Classification.CREATE || seen == Classification.RECREATE)
        .count();
  }

  /** The keys by what is seen of them. */
  public Map<Classification, Integer> counts() {
    Map<Classification, Integer> counts = new TreeMap<>();
    plans.values().forEach(plan -> counts.merge(plan.classification(), 1, Integer::sum));
    return counts;
  }

  /**
   * The part of this plan that is about some keys.
   *
   * @throws IllegalArgumentException if a phone number passes between one of them and a key that is
   *     not among them: half of that would leave the number nowhere
   */
  public Plan only(Set<String> keys) {
    for (String key : keys) {
      if (!plans.containsKey(key)) {
        throw new IllegalArgumentException("the plan has no key \"" + key + "\"");
      }
    }
    plans.values().forEach(taker -> requireWhole(taker, keys));
    Map<String, KeyPlan> part = new TreeMap<>(plans);
    part.keySet().retainAll(keys);
    return new Plan(part, findings, options);
  }

  private void requireWhole(KeyPlan taker, Set<String> keys) {
    for (KeyPlan giver : plans.values()) {
      Set<String> numbers = new TreeSet<>(giver.numbersTaken());
      numbers.addAll(giver.numbersTakenInE164());
      numbers.removeIf(
          number ->
              !taker.spec().declaredIds().contains(number)
                  && !taker.spec().declaredNumbers().contains(number));
      if (!numbers.isEmpty() && keys.contains(giver.key()) != keys.contains(taker.key())) {
        throw new IllegalArgumentException(
            "phone number "
                + numbers
                + " passes from key \""
                + giver.key()
                + "\" to key \""
                + taker.key()
                + "\"; take both or none");
      }
    }
  }

  /**
   * Refuses unless this plan is the one that was written as JSON, key by key: the way to execute,
   * in another process, what somebody has looked at.
   *
   * @param json what {@link #toJson()} gave
   * @throws StalePlanException naming a key that moved
   * @throws IllegalArgumentException if it is not the JSON of a plan
   */
  public void requireSameAs(String json) {
    Map<String, String> approved = PlanJson.digests(json);
    Set<String> keys = new TreeSet<>(approved.keySet());
    keys.addAll(plans.keySet());
    for (String key : keys) {
      KeyPlan plan = plans.get(key);
      if (plan == null || !plan.fingerprint().equals(approved.get(key))) {
        throw new StalePlanException(
            key, "what the plan was made from has changed; nothing was sent", null);
      }
    }
  }

  Map<String, AssistantSpec> specs() {
    Map<String, AssistantSpec> specs = new LinkedHashMap<>();
    plans.forEach((key, plan) -> specs.put(key, plan.spec()));
    return specs;
  }

  Map<String, KeyPlan> byKey() {
    return plans;
  }

  ApplyOptions options() {
    return options;
  }

  /** For programs: classes, digests and counts, never a value of a field. */
  public String toJson() {
    return PlanJson.write(this);
  }

  /** For people: what changes, with unified diffs of long texts. */
  @Override
  public String toString() {
    return PlanText.of(this);
  }
}
