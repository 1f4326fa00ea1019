package com.talkturo.sdk.rooms;

import com.talkturo.sdk.json.Kind;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import com.talkturo.sdk.json.Trees;
import com.talkturo.sdk.json.WithAdditionalProperties;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The token for a LiveKit room, to which the API has sent the assistant. */
@Value.Immutable
public abstract class RoomToken implements WithAdditionalProperties {
  static final Table<RoomToken, Builder> TABLE =
      Table.of(
          Builder::new,
          Builder::build,
          Builder::putAdditionalProperties,
          Row.required("accessToken", Kind.secret(), Builder::accessToken),
          Row.optional("identity", Kind.id(), Builder::identity),
          Row.optional("roomName", Kind.id(), Builder::roomName),
          Row.optional("agentName", Kind.id(), Builder::agentName));

  RoomToken() {}

  /** Starts a token, for tests; {@code accessToken} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a builder with all values of this one. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /**
   * The token that opens the room, a JWT for the LiveKit client of the visitor: whoever has it can
   * enter. Left out of {@code toString()}.
   */
  @Value.Redacted
  public abstract String accessToken();

  /** The name under which the visitor is in the room. */
  public abstract Optional<String> identity();

  /** The name of the room. */
  public abstract Optional<String> roomName();

  /** The name of the agent that the API sent to the room. */
  public abstract Optional<String> agentName();

  /** Builds {@link RoomToken}: what an answer would hold, for tests of your own code. */
  public static final class Builder {
    private final ImmutableRoomToken.Builder generated = new ImmutableRoomToken.Builder();

    Builder() {}

    /** The token that opens the room; required. */
    public Builder accessToken(String accessToken) {
      generated.accessToken(accessToken);
      return this;
    }

    /** The name under which the visitor is in the room. */
    public Builder identity(String identity) {
      generated.identity(identity);
      return this;
    }

    /** The name of the room. */
    public Builder roomName(String roomName) {
      generated.roomName(roomName);
      return this;
    }

    /** The name of the agent that the API sent to the room. */
    public Builder agentName(String agentName) {
      generated.agentName(agentName);
      return this;
    }

    /**
     * A field that the SDK does not model, by its JSON name.
     *
     * @param value a plain tree of Map, Collection, String, finite Number, Boolean and {@code
     *     null}; it is copied
     * @throws IllegalArgumentException if the tree holds anything else
     */
    public Builder putAdditionalProperties(String name, @Nullable Object value) {
      generated.putAdditionalProperties(name, Trees.copyOf(name, value));
      return this;
    }

    /**
     * The token.
     *
     * @throws IllegalStateException if {@code accessToken} is missing
     */
    public RoomToken build() {
      return generated.build();
    }
  }
}
