package com.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.talkturo.sdk.testing.Fault;
import com.talkturo.sdk.testing.TalkturoServer;
import com.talkturo.sdk.testing.TalkturoServerExtension;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExtensionTest {
  @Nested
  @ExtendWith(TalkturoServerExtension.class)
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  class OnAClass {
    private static String baseUrl = "";

    @BeforeAll
    static void remember(TalkturoServer server) {
      baseUrl = server.baseUrl();
    }

    @Test
    @Order(1)
    void theServerIsAParameter(TalkturoServer server) throws Exception {
      server.addAssistant(Map.of("name", "left behind"));
      server.respondAlways(Fault.unavailable());

      assertThat(new PlainClient(server).create("x").status()).isEqualTo(503);
    }

    @Test
    @Order(2)
    void theNextTestFindsNothingOfTheLast(TalkturoServer server) throws Exception {
      assertThat(server.assistants()).isEmpty();
      assertThat(server.requests()).isEmpty();
      assertThat(new PlainClient(server).create("x").status()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void allTestsShareTheBaseUrl(TalkturoServer server) {
      assertThat(server.baseUrl()).isEqualTo(baseUrl);
    }

    @Nested
    class AndItsNestedClasses {
      @Test
      void shareTheServerOfTheClassAroundThem(TalkturoServer server) {
        assertThat(server.baseUrl()).isEqualTo(baseUrl);
      }
    }

    @Nested
    class AndTheirSiblings {
      @Test
      void findItStillRunning(TalkturoServer server) throws Exception {
        assertThat(server.baseUrl()).isEqualTo(baseUrl);
        assertThat(new PlainClient(server).create("x").status()).isEqualTo(200);
      }
    }
  }

  @Nested
  class InAStaticField {
    @RegisterExtension
    static final TalkturoServerExtension TALKTURO = new TalkturoServerExtension();

    private static final String BASE_URL = TALKTURO.server().baseUrl();

    @Test
    void theServerIsThereBeforeTheFirstTest() throws Exception {
      assertThat(TALKTURO.server().baseUrl()).isEqualTo(BASE_URL);
      assertThat(new PlainClient(TALKTURO.server()).create("x").status()).isEqualTo(200);
    }
  }

  @Nested
  class InAnInstanceField {
    @RegisterExtension final TalkturoServerExtension talkturo = new TalkturoServerExtension();

    private static String seen = "";

    @Test
    void eachTestHasItsOwnServer() {
      assertThat(talkturo.server().apiKey()).isNotEqualTo(seen);
      seen = talkturo.server().apiKey();
    }

    @Test
    void eachOtherTestToo() {
      assertThat(talkturo.server().apiKey()).isNotEqualTo(seen);
      seen = talkturo.server().apiKey();
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class InAnInstanceFieldOfAnInstancePerClass {
    @RegisterExtension final TalkturoServerExtension talkturo = new TalkturoServerExtension();

    private String baseUrl = "";

    @BeforeAll
    void remember() {
      baseUrl = talkturo.server().baseUrl();
    }

    @Test
    void aTestSharesTheServer() {
      assertThat(talkturo.server().baseUrl()).isEqualTo(baseUrl);
      assertThat(talkturo.server().assistants()).isEmpty();
      talkturo.server().addAssistant(Map.of("name", "left behind"));
    }

    @Test
    void eachOtherTestToo() {
      aTestSharesTheServer();
    }
  }

  @Nested
  class OnAMethod {
    private static String seen = "";

    @Test
    @ExtendWith(TalkturoServerExtension.class)
    void theTestHasItsOwnServer(TalkturoServer server) {
      assertThat(server.apiKey()).isNotEqualTo(seen);
      seen = server.apiKey();
    }

    @Test
    @ExtendWith(TalkturoServerExtension.class)
    void eachOtherTestToo(TalkturoServer server) {
      theTestHasItsOwnServer(server);
    }
  }

  @Nested
  @ExtendWith(TalkturoServerExtension.class)
  class WithASetUpForAllTests {
    @BeforeAll
    static void seed(TalkturoServer server) {
      server.addAssistant(Map.of("name", "seeded for all"));
      assertThat(server.assistants()).hasSize(1);
    }

    @Test
    void theSetUpIsForgottenBeforeTheFirstTest(TalkturoServer server) {
      assertThat(server.assistants()).isEmpty();
    }
  }

  @Nested
  class WhenItsScopeEnds {
    private final TalkturoServerExtension talkturo = new TalkturoServerExtension();

    @Test
    void theServerOfAClassIsClosedAfterTheClassAndNotBefore() {
      talkturo.beforeAll(scope("class"));
      talkturo.beforeEach(scope("test"));
      TalkturoServer server = talkturo.server();

      talkturo.afterEach(scope("test"));
      assertThatNoException().isThrownBy(() -> new PlainClient(server).create("x"));
      talkturo.afterAll(scope("nested class"));
      assertThatNoException().isThrownBy(() -> new PlainClient(server).create("x"));
      talkturo.afterAll(scope("class"));
      assertThatThrownBy(() -> new PlainClient(server).create("x"))
          .isInstanceOf(ConnectException.class);
    }

    @Test
    void theServerOfATestIsClosedAfterTheTest() {
      talkturo.beforeEach(scope("test"));
      TalkturoServer server = talkturo.server();

      talkturo.afterEach(scope("test"));

      assertThatThrownBy(() -> new PlainClient(server).create("x"))
          .isInstanceOf(ConnectException.class);
    }

    private static ExtensionContext scope(String uniqueId) {
      return (ExtensionContext)
          Proxy.newProxyInstance(
              ExtensionContext.class.getClassLoader(),
              new Class<?>[] {ExtensionContext.class},
              (proxy, method, arguments) -> {
                assertThat(method.getName()).isEqualTo("getUniqueId");
                return uniqueId;
              });
    }
  }
}
