package com.talkturo.provisioning;

import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.errors.DecodeException;
import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.errors.TransportException;
import java.util.Set;

/** What a failed request tells; the only place where that is judged. */
final class Failures {
  private Failures() {}

  /**
   * Whether the API may have processed the request. What is not the client's own exception comes
   * from code around it, which may have run after the request was sent.
   */
  static boolean mayHaveTakenEffect(RuntimeException failure) {
    return !(failure instanceof TalkturoException own) || own.mayHaveTakenEffect();
  }

  static boolean hasStatus(RuntimeException failure, Integer... statuses) {
    return failure instanceof ApiException api && Set.of(statuses).contains(api.statusCode());
  }

  /** Whether every other key would get the same. */
  static boolean stopsTheRun(RuntimeException failure) {
    return hasStatus(failure, 401, 402, 403);
  }

  /** The text of a success that could not be read, or did not come whole; empty if none came. */
  static String brokenAnswer(RuntimeException failure) {
    return failure instanceof ApiException api && api.statusCode() >= 300 ? "" : answer(failure);
  }

  /** Whatever text came; empty if none did. */
  static String answer(RuntimeException failure) {
    if (failure instanceof DecodeException decode) {
      return decode.body();
    }
    if (failure instanceof TransportException transport) {
      return transport.partialResponse().map(response -> response.body()).orElse("");
    }
    return failure instanceof ApiException api ? api.body() : "";
  }

  static ApiStepException wrapped(String key, String step, RuntimeException failure) {
    String why =
        failure instanceof TalkturoException || failure instanceof IllegalArgumentException
            ? failure.getMessage()
            : String.valueOf(failure);
    return new ApiStepException(key, step + " failed: " + why, failure);
  }
}
