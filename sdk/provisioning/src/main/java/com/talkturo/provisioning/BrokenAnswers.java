package com.talkturo.provisioning;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for the id of a new assistant in an answer that is cut or otherwise unreadable. */
final class BrokenAnswers {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Pattern ID =
      Pattern.compile(
          "\"(?:id|assistant_?id)\"\\s*:\\s*(?:\"([^\"\\\\]{1,200})|(\\d{1,40}))",
          Pattern.CASE_INSENSITIVE);
  private static final int MOST = 10;

  private BrokenAnswers() {}

  /**
   * The id at its place, {@code assistant.id} or {@code id}, in as much JSON as can be read. Only a
   * string: of a number that is cut off nobody could tell.
   */
  static Optional<String> assistantId(String body) {
    Deque<String> path = new ArrayDeque<>();
    String bare = null;
    try (JsonParser parser = JSON.createParser(body)) {
      String name = "";
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case START_OBJECT, START_ARRAY -> path.push(name);
          case END_OBJECT, END_ARRAY -> path.pop();
          case FIELD_NAME -> name = parser.currentName();
          case VALUE_STRING -> {
            if (name.equals("id") && !parser.getText().isEmpty()) {
              if (path.size() == 2 && "assistant".equals(path.peek())) {
                return Optional.of(parser.getText());
              }
              bare = path.size() == 1 ? parser.getText() : bare;
            }
          }
          default -> {}
        }
      }
    } catch (IOException e) {
      // As far as it could be read.
    }
    return Optional.ofNullable(bare);
  }

  /**
   * What looks like an id, wherever it stands, cut off or whole: to be shown to a person, not to be
   * trusted.
   */
  static Set<String> possibleIds(String body) {
    Set<String> ids = new LinkedHashSet<>();
    Matcher matcher = ID.matcher(body);
    while (ids.size() < MOST && matcher.find()) {
      ids.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }
    return ids;
  }
}
