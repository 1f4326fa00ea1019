package com.talkturo.provisioning;

import com.talkturo.provisioning.Gateway.PhoneNumber;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether what is about to be sent is what somebody has looked at. */
final class Approval {
  private Approval() {}

  /**
   * @param hasBegun whether the run itself has changed the key since, so that only its numbers are
   *     left to be given
   * @throws StalePlanException if something else would be sent than was approved
   */
  static void require(KeyPlan approved, boolean hasBegun, KeyPlan now, Live live) {
    if (!hasBegun && !approved.fingerprint().equals(now.fingerprint())) {
      throw new StalePlanException(
          now.key(), "what the plan was made from has changed; nothing was sent", null);
    }
    if (hasBegun && now.sendsSomething() && !isRestOf(approved, now, live)) {
      throw new StalePlanException(
          now.key(),
          "it was changed outside while it was worked on; what the plan did not show was not sent",
          null);
    }
  }

  private static boolean isRestOf(KeyPlan approved, KeyPlan now, Live live) {
    List<PhoneNumber> list = live.numberList().orElse(List.of());
    Set<String> given = new TreeSet<>(approved.numbersGiven());
    approved
        .openNumbers()
        .forEach(number -> NumberPlanner.idOf(number, list).ifPresent(given::add));
    return now.classification() != Classification.CREATE
        && now.classification() != Classification.RECREATE
        && now.fieldsToSend().isEmpty()
        && given.containsAll(now.numbersGiven())
        && approved.numbersTaken().containsAll(now.numbersTaken());
  }
}
