package com.talkturo.sdk.faults;

import com.talkturo.sdk.TalkturoClient;
import java.util.concurrent.CompletionException;

/** The operations of the SDK, each as a call that either returns or throws what the SDK threw. */
enum Operation {
  CREATE(
      client -> client.assistants().create(r -> r.name("Front desk")),
      client -> client.assistants().createAsync(r -> r.name("Front desk")).join()),
  GET(
      client -> client.assistants().get("asst_1"),
      client -> client.assistants().getAsync("asst_1").join()),
  UPDATE(
      client -> client.assistants().update("asst_1", r -> r.name("Reception")),
      client -> client.assistants().updateAsync("asst_1", r -> r.name("Reception")).join()),
  ASSIGN(
      client -> client.assistants().assignPhoneNumbers("asst_1", "pn_1"),
      client -> client.assistants().assignPhoneNumbersAsync("asst_1", "pn_1").join());

  private interface Form {
    Object call(TalkturoClient client);
  }

  private final Form sync;
  private final Form async;

  Operation(Form sync, Form async) {
    this.sync = sync;
    this.async = async;
  }

  Object call(TalkturoClient client, boolean asynchronous) {
    if (!asynchronous) {
      return sync.call(client);
    }
    try {
      return async.call(client);
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException) {
        throw (RuntimeException) e.getCause();
      }
      throw e;
    }
  }
}
