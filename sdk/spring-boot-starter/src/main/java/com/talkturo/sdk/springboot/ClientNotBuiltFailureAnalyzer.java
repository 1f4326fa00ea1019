package com.talkturo.sdk.springboot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences what a stack trace of a hundred lines hides. Found by spring.factories. */
final class ClientNotBuiltFailureAnalyzer extends AbstractFailureAnalyzer<ClientNotBuiltException> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, ClientNotBuiltException cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
  }
}
