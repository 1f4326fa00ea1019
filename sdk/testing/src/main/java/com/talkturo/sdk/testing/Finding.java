package com.talkturo.sdk.testing;

import java.util.Collections;
import java.util.List;

/** What is wrong with one place of a body: names of members and positions in lists lead to it. */
final class Finding {
  private final List<Object> path;
  private final String message;
  private final String type;

  Finding(List<Object> path, String message, String type) {
    this.path = Collections.unmodifiableList(path);
    this.message = message;
    this.type = type;
  }

  List<Object> path() {
    return path;
  }

  String message() {
    return message;
  }

  String type() {
    return type;
  }
}
