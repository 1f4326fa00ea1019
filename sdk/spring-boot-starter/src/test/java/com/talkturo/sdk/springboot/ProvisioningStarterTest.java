package com.talkturo.sdk.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.talkturo.provisioning.AssistantSpec;
import com.talkturo.provisioning.Provisioner;
import com.talkturo.provisioning.StateStore;
import com.talkturo.sdk.TalkturoClient;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class ProvisioningStarterTest {
  @RegisterExtension static final TalkturoServerExtension TALKTURO = new TalkturoServerExtension();

  private final TalkturoServer server = TALKTURO.server();
  private final AssistantSpec spec =
      AssistantSpec.builder().name("Front desk").temperature(0.2).build();

  @TempDir Path folder;

  private ApplicationContextRunner application;

  @BeforeEach
  void anApplicationWithAStore() {
    application =
        new ApplicationContextRunner()
            .withConfiguration(
                AutoConfigurations.of(
                    TalkturoAutoConfiguration.class, TalkturoProvisioningAutoConfiguration.class))
            .withBean(StateStore.class, () -> StateStore.files(folder.resolve("state")))
            .withBean(DeclaredAssistants.class, () -> () -> Map.of("desk", spec))
            .withPropertyValues(
                "talkturo.api-key=" + server.apiKey(),
                "talkturo.base-url=" + server.baseUrl(),
                "talkturo.account-slug=" + server.accountSlug(),
                "talkturo.provisioning.environment=test");
  }

  /** As Spring Boot does once all beans are there. */
  private static void start(ApplicationContext context) throws Exception {
    context.getBean(ApplicationRunner.class).run(new DefaultApplicationArguments());
  }

  private void provisioned() {
    application.run(
        context -> {
          Provisioner provisioner = context.getBean(Provisioner.class);
          provisioner.init();
          assertThat(provisioner.apply("desk", spec).created()).isTrue();
        });
    server.clearRequests();
  }

  @Test
  void thereIsAProvisionerWhereThereIsAStore() {
    provisioned();

    assertThat(server.assistantsNamed("Front desk")).hasSize(1);
  }

  @Test
  void thereIsNoneWithoutAStoreOrWithoutTheArtifact() {
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                TalkturoAutoConfiguration.class, TalkturoProvisioningAutoConfiguration.class))
        .withPropertyValues("talkturo.api-key=" + server.apiKey())
        .run(
            context -> {
              assertThat(context).hasSingleBean(TalkturoClient.class);
              assertThat(context).doesNotHaveBean(Provisioner.class);
            });
    application
        .withClassLoader(new FilteredClassLoader(Provisioner.class))
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void anOwnProvisionerStaysTheOnlyOne() {
    application
        .withBean(
            "own",
            Provisioner.class,
            () ->
                Provisioner.builder(
                        TalkturoClient.builder().apiKey("k").baseUrl(server.baseUrl()).build())
                    .store(StateStore.files(folder))
                    .build())
        .run(context -> assertThat(context).hasSingleBean(Provisioner.class).hasBean("own"));
  }

  @Test
  void nothingIsReadUnlessAskedForAndNothingIsEverWritten() {
    provisioned();
    application.run(ProvisioningStarterTest::start);
    assertThat(server.requestCount()).isZero();

    server.changeAssistant(id(), Map.of("temperature", 0.9));
    application
        .withPropertyValues("talkturo.provisioning.verify=warn")
        .run(ProvisioningStarterTest::start);

    assertThat(server.requests()).isNotEmpty().allMatch(request -> request.method().equals("GET"));
  }

  private String id() {
    return String.valueOf(server.assistantsNamed("Front desk").get(0).get("id"));
  }

  @Test
  void driftIsAWarningOrEndsTheStart(CapturedOutput output) {
    provisioned();
    application
        .withPropertyValues("talkturo.provisioning.verify=fail")
        .run(ProvisioningStarterTest::start);
    server.changeAssistant(id(), Map.of("temperature", 0.9));

    application
        .withPropertyValues("talkturo.provisioning.verify=warn")
        .run(ProvisioningStarterTest::start);
    assertThat(output.getAll())
        .contains("the assistants are not as declared")
        .contains("0.9 -> 0.2");

    application
        .withPropertyValues("talkturo.provisioning.verify=fail")
        .run(
            context ->
                assertThatIllegalStateException()
                    .isThrownBy(() -> start(context))
                    .withMessageContaining("DRIFT"));
  }

  @Test
  void aStoreThatWasNeverInitialisedIsToldAndNotMade() {
    application
        .withPropertyValues("talkturo.provisioning.verify=fail")
        .run(
            context ->
                assertThatIllegalStateException()
                    .isThrownBy(() -> start(context))
                    .withMessageContaining("never initialised"));
    assertThat(folder.resolve("state")).doesNotExist();
  }

  /** Such as files that are invalid, or a database that is away. */
  @Test
  void whatCannotBeDeclaredEndsAStartOnlyIfDriftWould(CapturedOutput output) {
    provisioned();
    ApplicationContextRunner broken =
        application.withBean(
            "broken",
            DeclaredAssistants.class,
            () ->
                () -> {
                  throw new IllegalStateException("no such table");
                });

    broken.run(ProvisioningStarterTest::start);
    broken
        .withPropertyValues("talkturo.provisioning.verify=warn")
        .run(ProvisioningStarterTest::start);

    assertThat(output.getAll()).containsOnlyOnce("could not be compared: no such table");
    broken
        .withPropertyValues("talkturo.provisioning.verify=fail")
        .run(
            context ->
                assertThatIllegalStateException()
                    .isThrownBy(() -> start(context))
                    .withMessageContaining("no such table"));
  }
}
