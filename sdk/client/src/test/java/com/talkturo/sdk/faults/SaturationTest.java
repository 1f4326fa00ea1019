package com.talkturo.sdk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.calls.Answers;
import com.talkturo.calls.Faults;
import com.talkturo.calls.Operation;
import com.talkturo.calls.RawServer;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.assistants.Assistant;
import com.talkturo.sdk.errors.NotSentException;
import com.talkturo.sdk.errors.TalkturoException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that has more to do than it can do in time sends no create that would end unknown. */
class SaturationTest {
  private static final int AT_A_TIME = 64;

  private static TalkturoClient.Builder options(RawServer server) {
    return TalkturoClient.builder()
        .apiKey("key_busy")
        .accountSlug("team")
        .baseUrl(server.url())
        .maxConcurrency(AT_A_TIME)
        .timeout(Duration.ofSeconds(2));
  }

  private static RawServer.Script thatTakes(long millis) {
    return c -> {
      c.process();
      if (c.pause(millis)) {
        c.write(Answers.ok());
      }
    };
  }

  @ParameterizedTest
  @EnumSource(
      value = Operation.class,
      names = {"CREATE", "DEDUCT", "TRIGGER"})
  void createsThatCannotEndInTimeAreNotSent(Operation operation) throws Exception {
    try (RawServer server = new RawServer();
        TalkturoClient client = options(server).build()) {
      operation.call(client, false);
      server.resetCounts();
      server.script(thatTakes(900));
      List<CompletableFuture<?>> creates = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        creates.add(operation.start(client));
      }
      int notSent = 0;
      int unknown = 0;
      for (CompletableFuture<?> create : creates) {
        try {
          create.join();
        } catch (CompletionException e) {
          TalkturoException failure = (TalkturoException) e.getCause();
          unknown += failure.mayHaveTakenEffect() ? 1 : 0;
          if (failure instanceof NotSentException) {
            notSent++;
            assertThat(failure.requestSent()).isFalse();
            assertThat(failure).hasMessageContaining("are left after waiting");
          }
        }
      }
      // On an idle machine 128 are made and none is unknown.
      assertThat(server.objects()).isGreaterThanOrEqualTo(AT_A_TIME);
      assertThat(unknown).isLessThan(AT_A_TIME / 4);
      assertThat(notSent).isGreaterThan(100);
    }
  }

  /** Twice 64 find time enough; the next have less than the last took. */
  @Test
  void attemptsThatTimedOutCountAsSamples() throws Exception {
    try (RawServer server = new RawServer();
        TalkturoClient client = options(server).readTimeout(Duration.ofMillis(700)).build()) {
      server.script(Faults.stallAfterProcessing());
      List<CompletableFuture<?>> creates = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        creates.add(Operation.CREATE.start(client));
      }
      List<Throwable> failures =
          creates.stream().<Throwable>map(c -> c.handle((value, e) -> e).join()).toList();
      int made = server.objects();
      assertThat(made).isBetween(AT_A_TIME, 3 * AT_A_TIME - 1);
      assertThat(failures)
          .filteredOn(e -> !((TalkturoException) e).requestSent())
          .hasSize(300 - made)
          .hasAtLeastOneElementOfType(NotSentException.class);
    }
  }

  /** With the attempt that got a 429 it is four, which say too little. */
  @Test
  void withFewerThanFiveSamplesACreateIsSent() throws Exception {
    try (RawServer server = new RawServer();
        TalkturoClient client = options(server).build()) {
      server.script(thatTakes(600));
      for (int i = 0; i < 3; i++) {
        client.assistants().create(r -> r.name("Front desk"));
      }
      assertThat(createAfterWaitingAlmostToTheDeadline(server, client))
          .isInstanceOf(Exception.class)
          .isNotInstanceOf(NotSentException.class);
    }
  }

  @Test
  void withFiveSamplesACreateThatWaitedTooLongForItsRetryIsNotSent() throws Exception {
    try (RawServer server = new RawServer();
        TalkturoClient client = options(server).build()) {
      server.script(thatTakes(600));
      List<CompletableFuture<Assistant>> samples = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        samples.add(client.assistants().createAsync(r -> r.name("Front desk")));
      }
      samples.forEach(CompletableFuture::join);
      TalkturoException e = createAfterWaitingAlmostToTheDeadline(server, client);
      assertThat(e).isInstanceOf(NotSentException.class);
      assertThat(e.requestSent()).as("the attempt that got a 429 was").isTrue();
      assertThat(e.mayHaveTakenEffect()).isFalse();
    }
  }

  /** The two have method and path in common, and not how long they take. */
  @Test
  void aTriggerIsNotJudgedByThoseThatWaitForTheirRun() throws Exception {
    try (RawServer server = new RawServer();
        TalkturoClient client = options(server).build()) {
      server.script(thatTakes(900));
      List<CompletableFuture<?>> samples = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        samples.add(Operation.TRIGGER_AND_WAIT.start(client));
      }
      samples.forEach(CompletableFuture::join);
      server.script(
          c -> {
            c.read();
            c.write(Answers.failure(429, "Retry-After: 1\r\n"));
            server.script(RawServer.Connection::answer);
          });
      Operation.TRIGGER.call(client.withOptions(o -> o.timeout(Duration.ofMillis(1_800))), false);
    }
  }

  /** A 429 makes the create wait until too little time is left. */
  private static TalkturoException createAfterWaitingAlmostToTheDeadline(
      RawServer server, TalkturoClient client) {
    server.script(
        c -> {
          c.process();
          c.write(Answers.failure(429, "Retry-After: 1\r\n"));
          server.script(thatTakes(600));
        });
    try {
      client
          .withOptions(o -> o.timeout(Duration.ofMillis(1_400)))
          .assistants()
          .create(r -> r.name("Front desk"));
      throw new AssertionError("made in time");
    } catch (TalkturoException e) {
      return e;
    }
  }
}
