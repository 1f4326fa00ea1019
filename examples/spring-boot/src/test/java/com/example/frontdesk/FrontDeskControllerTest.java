package com.example.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.talkturo.sdk.springboot.TalkturoAutoConfiguration;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** A slice of the application: one bean and the client, without the web. */
@SpringJUnitConfig(FrontDeskController.class)
@ImportAutoConfiguration(TalkturoAutoConfiguration.class)
@Timeout(60)
class FrontDeskControllerTest {
  @RegisterExtension static final TalkturoServerExtension TALKTURO = new TalkturoServerExtension();

  @DynamicPropertySource
  static void talkturo(DynamicPropertyRegistry properties) {
    properties.add("talkturo.base-url", () -> TALKTURO.server().baseUrl());
    properties.add("talkturo.api-key", () -> TALKTURO.server().apiKey());
    properties.add("talkturo.account-slug", () -> TALKTURO.server().accountSlug());
  }

  @Autowired private FrontDeskController controller;

  @Test
  void whatIsOpenedCanBeShown() {
    String id = controller.open(new FrontDeskController.NewFrontDesk("Acme")).id();
    assertThat(controller.show(id).join().name()).isEqualTo("Acme front desk");
    assertThat(TALKTURO.server().requests()).hasSize(2);
  }
}
