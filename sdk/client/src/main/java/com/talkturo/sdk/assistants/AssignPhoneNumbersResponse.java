package com.talkturo.sdk.assistants;

import com.talkturo.sdk.http.JsonMember;
import com.talkturo.sdk.http.JsonModel;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The API has assigned the phone numbers. It does not send the assistant back. */
@Value.Immutable
public abstract class AssignPhoneNumbersResponse {
  AssignPhoneNumbersResponse() {}

  /** Starts a response, for tests. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a response that equals this one. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** A text for humans (newer documentation). */
  public abstract Optional<String> message();

  /** What the API sent beyond that, by JSON name. Left out of {@link #toString()}. */
  @Value.NonAttribute
  public final Map<String, @Nullable Object> additionalProperties() {
    return storedAdditionalProperties();
  }

  @AllowNulls
  @Value.Redacted
  abstract Map<String, Object> storedAdditionalProperties();

  /** Builds {@link AssignPhoneNumbersResponse}. */
  public static final class Builder extends ImmutableAssignPhoneNumbersResponse.Builder {
    Builder() {}
  }

  static final class Json implements JsonModel<Builder, AssignPhoneNumbersResponse> {
    @Override
    public Builder builder() {
      return new Builder();
    }

    @Override
    public Builder read(Builder to, String name, JsonMember in) {
      if (name.equals("message")) {
        return to.message(in.text());
      }
      in.keep();
      return to;
    }

    @Override
    public void keep(Builder to, String name, @Nullable Object tree) {
      to.putAdditionalProperties(name, tree);
    }

    @Override
    public AssignPhoneNumbersResponse build(Builder builder) {
      return builder.build();
    }
  }
}
