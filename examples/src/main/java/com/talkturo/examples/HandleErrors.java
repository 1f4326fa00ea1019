package com.talkturo.examples;

import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.AssistantsClient;
import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.errors.AuthenticationException;
import com.talkturo.sdk.errors.BadRequestException;
import com.talkturo.sdk.errors.ConflictException;
import com.talkturo.sdk.errors.DecodeException;
import com.talkturo.sdk.errors.InsufficientCreditsException;
import com.talkturo.sdk.errors.InterruptedCallException;
import com.talkturo.sdk.errors.NotFoundException;
import com.talkturo.sdk.errors.PermissionDeniedException;
import com.talkturo.sdk.errors.RateLimitException;
import com.talkturo.sdk.errors.ServerException;
import com.talkturo.sdk.errors.TimeoutException;
import com.talkturo.sdk.errors.TransportException;
import com.talkturo.sdk.errors.UnprocessableEntityException;
import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.TalkturoServer;
import java.time.Duration;
import java.util.Map;

/**
 * Each exception that matters and what to do about it. The SDK has retried by itself before one of
 * these arrives, where that is safe.
 */
public final class HandleErrors {
  private HandleErrors() {}

  /** The advice for what an operation throws. Catch what you react to; leave the rest alone. */
  static String adviceFor(Runnable operation) {
    try {
      operation.run();
      return "it worked";
    } catch (IllegalArgumentException e) {
      return "fix the program, nothing was sent: " + e.getMessage();
    } catch (BadRequestException | UnprocessableEntityException e) {
      return "fix the request: " + e.errorText().orElse("no text") + " " + e.details();
    } catch (AuthenticationException e) {
      return "check or replace the API key: " + e.errorText().orElse("no text");
    } catch (InsufficientCreditsException e) {
      return "top up the account, then try again";
    } catch (PermissionDeniedException e) {
      return "check whose assistant it is and what the key may do";
    } catch (NotFoundException e) {
      return "treat the assistant as deleted: " + e.pathTemplate();
    } catch (ConflictException e) {
      return "read the current state, then decide";
    } catch (RateLimitException e) {
      return "slow down, "
          + e.retryAfter()
              .map(wait -> "next try in " + wait.toSeconds() + " s")
              .orElse("the API did not say for how long");
    } catch (ServerException e) {
      return "try later, status " + e.statusCode() + " after " + e.attempts() + " attempt(s)";
    } catch (ApiException e) {
      return "report it: status " + e.statusCode() + ", request " + e.requestId().orElse("unknown");
    } catch (DecodeException e) {
      return "look before you repeat, the operation may have taken effect: status "
          + e.statusCode();
    } catch (TimeoutException e) {
      return afterLostAnswer("out of time", e);
    } catch (TransportException e) {
      return afterLostAnswer("no answer", e);
    } catch (InterruptedCallException e) {
      return "stop: the thread was asked to, its interrupt flag is set again";
    }
  }

  private static String afterLostAnswer(String what, TransportException e) {
    return e.requestSent()
        ? what + ", look before you repeat: the API may have processed the request"
        : what + ", repeat at will: the API has not processed the request";
  }

  public static void main(String[] args) {
    try (Playground playground = Playground.open()) {
      // One attempt each, because retries would only make this example wait.
      TalkturoClient talkturo = playground.client().withOptions(o -> o.maxRetries(0));
      AssistantsClient assistants = talkturo.assistants();

      show("invalid argument", () -> assistants.update("asst_1", r -> r.temperature(9)));
      show("unknown assistant", () -> assistants.get("asst_does_not_exist"));

      if (playground.server().isEmpty()) {
        System.out.println("The other errors are shown on the embedded server only.");
        return;
      }
      TalkturoServer server = playground.server().get();
      Runnable create = () -> assistants.create(r -> r.name("Front desk"));
      String id = server.addAssistant(Map.of("name", "Front desk"));
      Runnable get = () -> assistants.get(id);

      show(
          "other account",
          () -> assistants.create(r -> r.name("Front desk").accountSlug("someone-else")));
      after(server, Fault.status(400), "bad request", create);
      after(server, Fault.status(402), "no credits", create);
      after(server, Fault.status(409), "conflict", create);
      after(
          server,
          Fault.status(422)
              .json(Map.of("error", "Validation failed", "details", Map.of("name", "is too long"))),
          "invalid field",
          create);
      after(server, Fault.rateLimited(Duration.ofSeconds(1)), "rate limit", get);
      after(server, Fault.unavailable(), "outage", get);
      after(server, Fault.status(418), "any other status", get);
      after(server, Fault.truncatedJson(), "unreadable answer", create);
      after(server, Fault.resetAfterProcessing(), "lost connection", create);

      AssistantsClient hasty =
          talkturo.withOptions(o -> o.timeout(Duration.ofMillis(300))).assistants();
      after(server, Fault.stall(), "slow answer", () -> hasty.get(id));

      Thread.currentThread().interrupt();
      show("interrupted thread", get);
      // The flag is left set for whoever runs the thread; this example goes on, so it clears it.
      Thread.interrupted();

      server.revokeApiKey(server.apiKey());
      show("revoked key", get);
    }
  }

  private static void after(TalkturoServer server, Fault fault, String what, Runnable operation) {
    server.enqueue(fault);
    show(what, operation);
  }

  private static void show(String what, Runnable operation) {
    System.out.printf("%-20s%s%n", what, adviceFor(operation));
  }
}
