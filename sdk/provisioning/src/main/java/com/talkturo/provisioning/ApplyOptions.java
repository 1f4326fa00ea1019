package com.talkturo.provisioning;

import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an apply may do, and how; set with {@link Provisioner.Builder#options} for all applies, with
 * {@link Provisioner#withOptions} for some.
 */
public final class ApplyOptions {
  OnDrift onDrift = OnDrift.FAIL;
  boolean allowUnassign;
  Set<String> recreateMissing = Set.of();
  int maxCreates = Integer.MAX_VALUE;
  Verify verify = Verify.ALWAYS;
  Duration timeout = Duration.ofMinutes(5);
  int parallelism = 2;
  boolean strictPrompts;
  Set<String> customFields = Set.of();

  ApplyOptions() {}

  ApplyOptions(ApplyOptions other) {
    this.onDrift = other.onDrift;
    this.allowUnassign = other.allowUnassign;
    this.recreateMissing = other.recreateMissing;
    this.maxCreates = other.maxCreates;
    this.verify = other.verify;
    this.timeout = other.timeout;
    this.parallelism = other.parallelism;
    this.strictPrompts = other.strictPrompts;
    this.customFields = other.customFields;
  }

  /** What to do with fields that somebody changed outside; the default is to fail. */
  public ApplyOptions onDrift(OnDrift onDrift) {
    this.onDrift = Objects.requireNonNull(onDrift, "onDrift");
    return this;
  }

  /** Whether phone numbers may be taken away from an assistant; default no. */
  public ApplyOptions allowUnassign(boolean allowUnassign) {
    this.allowUnassign = allowUnassign;
    return this;
  }

  /** The keys whose assistant may be made anew if it is gone; none by default. */
  public ApplyOptions recreateMissing(Collection<String> keys) {
    this.recreateMissing = Set.copyOf(keys);
    return this;
  }

  /**
   * How many assistants a run may create, from 0; no limit by default. A safeguard against the
   * wrong store or set of specs, not a way to take them in turns: if more would be created, the run
   * is refused as a whole, with {@link RunStoppedException} and before anything is sent; {@link
   * Plan#refusal} says so beforehand.
   *
   * <p>Those to be made anew because they are {@linkplain #recreateMissing missing} count too. An
   * apply of a plan knows them beforehand; an apply of specs finds them one by one, and stops
   * before the first that is too much.
   */
  public ApplyOptions maxCreates(int maxCreates) {
    this.maxCreates = atLeast("maxCreates", 0, maxCreates);
    return this;
  }

  /** Why a run that would create so many assistants is refused; nothing if it is not. */
  Optional<String> refusal(long creates) {
    return creates <= maxCreates
        ? Optional.empty()
        : Optional.of(
            creates
                + (creates == 1 ? " assistant" : " assistants")
                + " would be created, and maxCreates is "
                + maxCreates);
  }

  /** When an unchanged spec is compared with the live assistant; always by default. */
  public ApplyOptions verify(Verify verify) {
    this.verify = Objects.requireNonNull(verify, "verify");
    return this;
  }

  /** How long the work on one key may take, waits included; the default is 5 minutes. */
  public ApplyOptions timeout(Duration timeout) {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout is " + timeout + "; allowed is more than 0");
    }
    this.timeout = timeout;
    return this;
  }

  /** How many keys are worked on at the same time, from 1; the default is 2. */
  public ApplyOptions parallelism(int parallelism) {
    this.parallelism = atLeast("parallelism", 1, parallelism);
    return this;
  }

  /** Whether warnings about prompts are errors; default no. */
  public ApplyOptions strictPrompts(boolean strictPrompts) {
    this.strictPrompts = strictPrompts;
    return this;
  }

  /** The keys of the account's custom fields, for {@link Prompts#check}. */
  public ApplyOptions customFields(Collection<String> keys) {
    this.customFields = Set.copyOf(new TreeSet<>(keys));
    return this;
  }

  private static int atLeast(String what, int least, int value) {
    if (value < least) {
      throw new IllegalArgumentException(
          what + " is " + value + "; allowed is " + least + " or more");
    }
    return value;
  }
}
