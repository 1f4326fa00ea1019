package com.talkturo.calls;

import com.talkturo.calls.RawServer.Script;

/** What a server may do to a request, in the words of the testing server's {@code Fault}. */
public final class Faults {
  private Faults() {}

  /** Does nothing that was asked for, and answers with these bytes. */
  public static Script answer(String answer) {
    return c -> {
      c.read();
      c.write(answer);
    };
  }

  /** Answers with a failure; {@code headers} holds lines that end in CR LF. */
  public static Script status(int code, String headers) {
    return answer(Answers.failure(code, headers));
  }

  /** Reads the request and never answers. */
  public static Script stall() {
    return c -> {
      c.read();
      c.stall();
    };
  }

  /** Does what was asked for, and never answers. */
  public static Script stallAfterProcessing() {
    return c -> {
      c.process();
      c.stall();
    };
  }

  /** Does what was asked for, and closes the connection. */
  public static Script closeAfterProcessing() {
    return c -> {
      c.process();
      c.end();
    };
  }

  /** Does what was asked for, and resets the connection. */
  public static Script resetAfterProcessing() {
    return c -> {
      c.process();
      c.reset();
    };
  }
}
