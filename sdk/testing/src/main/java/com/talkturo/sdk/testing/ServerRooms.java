package com.talkturo.sdk.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rooms that {@code GET /auth/token} has opened: each request has a side effect. */
public final class ServerRooms {
  private static final String ROOMS = "rooms";
  private static final String[] PARAMETERS = {
    "mode",
    "room",
    "assistant_id",
    "account_id",
    "account_slug",
    "company_id",
    "visitor_name",
    "visitor_phone",
    "billing_exempt"
  };

  private final Store store;

  ServerRooms(Store store) {
    this.store = store;
  }

  /**
   * Returns what was given out, oldest first, one per request: {@code identity}, {@code roomName}
   * and {@code agentName} of the answer and the query parameters that were sent. Its size says how
   * often an agent was dispatched.
   */
  public List<Map<String, @Nullable Object>> opened() {
    return store.atomically(
        () -> {
          List<Map<String, @Nullable Object>> opened = new ArrayList<>();
          store.read(ROOMS).forEach(room -> opened.add(Json.plainOf((ObjectNode) room)));
          return opened;
        });
  }

  // Operations

  Answer token(Incoming incoming) {
    long number = store.next("room");
    String named = incoming.query("room");
    ObjectNode answer = Json.object();
    answer.put("identity", "visitor_" + number);
    answer.put("roomName", named == null ? "room_" + number : named);
    answer.put("agentName", "talkturo-agent");
    ObjectNode opened = answer.deepCopy();
    for (String parameter : PARAMETERS) {
      String value = incoming.query(parameter);
      if (value != null) {
        opened.put(parameter, value);
      }
    }
    store.change(ROOMS, Long.toString(number)).set(Long.toString(number), opened);
    return Answer.json(200, answer.put("accessToken", Accounts.newJwt()));
  }
}
