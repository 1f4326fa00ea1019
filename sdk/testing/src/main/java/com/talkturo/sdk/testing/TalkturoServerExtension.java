package com.talkturo.sdk.testing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs a {@link TalkturoServer} for JUnit Jupiter tests, version 5 or 6.
 *
 * <pre>{@code
 * @ExtendWith(TalkturoServerExtension.class)
 * class FrontDeskTest {
 *   @Test
 *   void opensAFrontDesk(TalkturoServer server) {
 *     new FrontDesk(server.baseUrl(), server.apiKey(), server.accountSlug()).open();
 *     assertThat(server.assistants()).hasSize(1);
 *   }
 * }
 * }</pre>
 *
 * <p>Or as a field, where the server is needed before the test:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TalkturoServerExtension TALKTURO = new TalkturoServerExtension();
 *
 * private final TalkturoServer server = TALKTURO.server();
 * }</pre>
 *
 * <p>Who shares a server, depends on where the extension stands:
 *
 * <ul>
 *   <li>On a class or in a static field: all tests of the class and of its nested classes share one
 *       server, with one base URL and one {@linkplain TalkturoServer#apiKey() key}. It is
 *       {@linkplain TalkturoServer#reset() reset} before each test, which also forgets what a
 *       {@code @BeforeAll} method has set up. Run these tests one after the other. A request that a
 *       test leaves under way may arrive in the next test.
 *   <li>On a test method or in an instance field: each test has a server of its own, and tests may
 *       run at the same time. In a class with {@code @TestInstance(PER_CLASS)} an instance field is
 *       shared like a static one.
 * </ul>
 *
 * <p>The server is closed after its class or its test.
 */
public final class TalkturoServerExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {
  private @Nullable TalkturoServer server;
  // The scope that closes the server: nested classes share that of the class around them.
  private @Nullable String owner;

  /** Creates an extension whose server is started when it is first needed. */
  public TalkturoServerExtension() {}

  /**
   * Returns the server. Before the first test, for example for a static field or a Spring property,
   * it is started by this method.
   */
  public synchronized TalkturoServer server() {
    TalkturoServer running = server;
    if (running == null) {
      running = TalkturoServer.start();
      server = running;
    }
    return running;
  }

  /** Starts the server for all tests of the class. */
  @Override
  public synchronized void beforeAll(ExtensionContext context) {
    own(context);
  }

  /** Starts a server for the test, or resets the one that it shares. */
  @Override
  public synchronized void beforeEach(ExtensionContext context) {
    own(context);
    server().reset();
  }

  /** Closes the server if it was started for this test alone. */
  @Override
  public synchronized void afterEach(ExtensionContext context) {
    closeIfOwnedBy(context);
  }

  /** Closes the server if it was started for this class. */
  @Override
  public synchronized void afterAll(ExtensionContext context) {
    closeIfOwnedBy(context);
  }

  private void own(ExtensionContext context) {
    server();
    if (owner == null) {
      owner = context.getUniqueId();
    }
  }

  private void closeIfOwnedBy(ExtensionContext context) {
    TalkturoServer running = server;
    if (running != null && context.getUniqueId().equals(owner)) {
      server = null;
      owner = null;
      running.close();
    }
  }

  /** Returns whether the parameter is a {@link TalkturoServer}. */
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TalkturoServer.class;
  }

  /** Returns the server of the test or the class. */
  @Override
  public TalkturoServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return server();
  }
}
