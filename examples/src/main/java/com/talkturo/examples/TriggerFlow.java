package com.talkturo.examples;

import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.flows.FlowRun;
import com.talkturo.sdk.flows.FlowRunFailedException;
import com.talkturo.sdk.flows.FlowsClient;
import com.talkturo.sdk.flows.TriggerFlowRequest;
import com.talkturo.sdk.testing.TalkturoServer;
import java.util.Map;

/**
 * Starts a flow and goes on, then runs it and waits for what it makes. On your account, give the
 * flow's id as argument and its trigger secret in {@code FLOW_SECRET}.
 */
public final class TriggerFlow {
  private static final String EXAMPLE = "flow_appointment";

  private TriggerFlow() {}

  public static void main(String[] args) {
    try (Playground playground = Playground.open()) {
      String flowId = EXAMPLE;
      String secret;
      if (playground.server().isPresent()) {
        TalkturoServer server = playground.server().get();
        secret = server.flows().add(EXAMPLE);
        server.flows().succeed(EXAMPLE, Map.of("appointment", "2026-09-01T10:00"));
      } else {
        secret = System.getenv("FLOW_SECRET");
        if (args.length != 1 || secret == null) {
          System.out.println("Argument: the flow's id; FLOW_SECRET: its trigger secret.");
          return;
        }
        flowId = args[0];
      }
      FlowsClient flows = playground.client().flows();

      FlowRun started = flows.trigger(flowId, secret, Map.of("contact", "Zoë"));
      System.out.println("Started run " + started.runId().orElse("(no id)") + ".");

      TriggerFlowRequest request =
          TriggerFlowRequest.builder()
              .flowId(flowId)
              .secret(secret)
              .param("contact", "Zoë")
              .context(Map.of("source", "example"))
              .build();
      runAndWait(flows, request);
      playground
          .server()
          .ifPresent(
              s -> {
                s.flows().fail(EXAMPLE, "send_mail", "Mailbox full", Map.of("contact", "found"));
                runAndWait(flows, request);
              });
    }
  }

  private static void runAndWait(FlowsClient flows, TriggerFlowRequest request) {
    try {
      System.out.println("Made " + flows.triggerAndWait(request).output() + ".");
    } catch (FlowRunFailedException e) {
      System.out.println(
          "Failed at "
              + e.failedNode().orElse("(unknown)")
              + ": "
              + e.errorText().orElse("(no words)")
              + ", after "
              + e.partialOutput()
              + ".");
    } catch (TalkturoException e) {
      // The flow may have run: look at its runs in the dashboard before you trigger it again.
      System.out.println(
          (e.mayHaveTakenEffect() ? "May have run: " : "Did not run: ") + e.getMessage());
    }
  }
}
