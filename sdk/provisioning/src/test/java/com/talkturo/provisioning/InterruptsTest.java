package com.talkturo.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.sdk.testing.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An interrupt ends the work on each key at its next step, and makes nothing unresolved. */
class InterruptsTest {
  private final Fixture fixture = new Fixture();
  private final AssistantSpec spec = Fixture.desk().build();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aCreateUnderWayIsFinishedAndStored() throws Exception {
    fixture.server.enqueue(Fault.delay(Duration.ofSeconds(1)).on("POST", "/api/assistants"));
    CountDownLatch finished = new CountDownLatch(1);
    Provisioner provisioner =
        fixture.provisioner(
            builder ->
                builder.listener(
                    new ProvisionerListener() {
                      @Override
                      public void keyFinished(Provisioned result) {
                        finished.countDown();
                      }
                    }));
    CompletableFuture<Provisioned> apply = provisioner.applyAsync("desk", spec);
    fixture.server.awaitRequests(1, Duration.ofSeconds(30));

    apply.cancel(true);

    assertThat(finished.await(30, TimeUnit.SECONDS)).isTrue();
    Entry entry = provisioner.entry("desk").orElseThrow();
    assertThat(entry.phase()).isEqualTo(Phase.CREATED);
    assertThat(entry.leaseOwner()).isEmpty();
    assertThat(fixture.requests()).containsExactly("POST");
    assertThat(provisioner.apply("desk", spec).failure()).isEmpty();
    assertThat(fixture.server.assistants()).hasSize(1);
  }

  @Test
  void aThreadThatIsInterruptedAlreadySendsNothing() {
    Provisioner provisioner = fixture.provisioner();
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> provisioner.apply("desk", spec))
        .isInstanceOf(ProvisioningException.class)
        .hasMessageContaining("interrupted");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(fixture.server.requestCount()).isZero();
    assertThat(provisioner.entry("desk").filter(Entry::isUnresolved)).isEmpty();
    assertThat(provisioner.apply("desk", spec).created()).isTrue();
  }

  @Test
  void aPlanIsWholeOrNone() {
    Provisioner provisioner = fixture.provisioner().withOptions(o -> o.parallelism(1));
    provisioner.apply("a", spec);
    Map<String, AssistantSpec> specs = Map.of("a", spec, "b", spec);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> provisioner.plan(specs))
        .isInstanceOf(ProvisioningException.class)
        .hasMessageContaining("interrupted");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(provisioner.plan(specs).items()).hasSize(2);
  }
}
