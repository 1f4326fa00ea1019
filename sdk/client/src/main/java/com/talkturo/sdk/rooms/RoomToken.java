package com.talkturo.sdk.rooms;

import com.talkturo.sdk.http.ApiModel;
import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The token for a LiveKit room, to which the API has sent the assistant. */
public final class RoomToken extends ApiModel {
  static final Table<RoomToken> TABLE = Table.of(Builder::new);

  static final Row<String> ACCESS_TOKEN = TABLE.required("accessToken", Kind.secret());
  static final Row<String> IDENTITY = TABLE.optional("identity", Kind.id());
  static final Row<String> ROOM_NAME = TABLE.optional("roomName", Kind.id());
  static final Row<String> AGENT_NAME = TABLE.optional("agentName", Kind.id());

  RoomToken(Builder builder) {
    super(builder);
  }

  /** Starts a token, for tests; {@code accessToken} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /**
   * The token that opens the room, a JWT for the LiveKit client of the visitor: whoever has it can
   * enter. Left out of {@code toString()}.
   */
  public String accessToken() {
    return value(ACCESS_TOKEN);
  }

  /** The name under which the visitor is in the room. */
  public Optional<String> identity() {
    return optional(IDENTITY);
  }

  /** The name of the room. */
  public Optional<String> roomName() {
    return optional(ROOM_NAME);
  }

  /** The name of the agent that the API sent to the room. */
  public Optional<String> agentName() {
    return optional(AGENT_NAME);
  }

  /** Builds {@link RoomToken}: what an answer would hold, for tests of your own code. */
  public static final class Builder extends ModelBuilder<RoomToken, Builder> {
    Builder() {
      super(TABLE);
    }

    /** The token that opens the room; required. */
    public Builder accessToken(String accessToken) {
      return set(ACCESS_TOKEN, accessToken);
    }

    /** The name under which the visitor is in the room. */
    public Builder identity(String identity) {
      return set(IDENTITY, identity);
    }

    /** The name of the room. */
    public Builder roomName(String roomName) {
      return set(ROOM_NAME, roomName);
    }

    /** The name of the agent that the API sent to the room. */
    public Builder agentName(String agentName) {
      return set(AGENT_NAME, agentName);
    }

    /**
     * A field that the SDK does not model, by its JSON name.
     *
     * @param value a plain tree of Map, Collection, String, finite Number, Boolean and {@code
     *     null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public Builder putAdditionalProperties(String name, @Nullable Object value) {
      return keep(name, value);
    }

    /**
     * The token.
     *
     * @throws IllegalStateException if {@code accessToken} is missing
     */
    @Override
    public RoomToken build() {
      return new RoomToken(this);
    }
  }
}
