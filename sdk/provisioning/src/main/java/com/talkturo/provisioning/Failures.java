package com.talkturo.provisioning;

import com.talkturo.sdk.errors.ApiException;
import com.talkturo.sdk.errors.DecodeException;
import com.talkturo.sdk.errors.InterruptedCallException;
import com.talkturo.sdk.errors.TalkturoException;
import com.talkturo.sdk.errors.TransportException;
import java.util.Set;

/** What a failed request tells; the only place where that is judged. */
final class Failures {
  private static final Set<Integer> REFUSED_UNPROCESSED =
      Set.of(400, 401, 402, 403, 404, 405, 409, 410, 413, 415, 422, 429);

  private Failures() {}

  /**
   * Whether the API may have processed the request. What is not the client's own exception comes
   * from code around it, which may have run after the request was sent.
   */
  static boolean mayHaveTakenEffect(RuntimeException failure) {
    if (failure instanceof TransportException transport) {
      return transport.requestSent();
    }
    if (failure instanceof InterruptedCallException interrupted) {
      return interrupted.requestSent();
    }
    if (failure instanceof ApiException api) {
      int status = api.statusCode();
      return !((status >= 300 && status < 400)
          || REFUSED_UNPROCESSED.contains(status)
          || (status == 503 && api.retryAfter().isPresent()));
    }
    return true;
  }

  static boolean hasStatus(RuntimeException failure, Integer... statuses) {
    return failure instanceof ApiException api && Set.of(statuses).contains(api.statusCode());
  }

  /** Whether every other key would get the same. */
  static boolean stopsTheRun(RuntimeException failure) {
    return hasStatus(failure, 401, 402, 403);
  }

  /** The text of an answer that could not be read, or did not come whole; empty if none came. */
  static String brokenAnswer(RuntimeException failure) {
    if (failure instanceof DecodeException decode) {
      return decode.body();
    }
    if (failure instanceof TransportException transport) {
      return transport.partialResponse().map(response -> response.body()).orElse("");
    }
    return failure instanceof ApiException api && api.statusCode() < 300 ? api.body() : "";
  }

  static ApiStepException wrapped(String key, String step, RuntimeException failure) {
    String why =
        failure instanceof TalkturoException ? failure.getMessage() : String.valueOf(failure);
    return new ApiStepException(key, step + " failed: " + why, failure);
  }
}
