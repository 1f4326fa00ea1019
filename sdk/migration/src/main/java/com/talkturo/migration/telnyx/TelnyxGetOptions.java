package com.talkturo.migration.telnyx;

import com.talkturo.sdk.engine.Query;
import com.talkturo.sdk.json.Checks;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a read of an assistant may ask for besides: the values that dynamic variables have in a
 * phone call. Only what is set is sent. Telnyx's reference names the parameters and their types,
 * and not how they work together.
 */
@Value.Immutable
public abstract class TelnyxGetOptions {
  TelnyxGetOptions() {}

  /** Starts options; none is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts options that equal these. */
  public final Builder toBuilder() {
    Builder builder = new Builder();
    builder.generated.from(this);
    return builder;
  }

  /** Whether dynamic variables are fetched from the assistant's webhook. */
  public abstract Optional<Boolean> fetchDynamicVariablesFromWebhook();

  /** The number that calls. */
  public abstract Optional<String> fromNumber();

  /** The number that is called. */
  public abstract Optional<String> toNumber();

  /** The call control id of the phone call. */
  public abstract Optional<String> callControlId();

  @Value.Check
  void check() {
    Checks.notBlank("from", fromNumber());
    Checks.notBlank("to", toNumber());
    Checks.notBlank("call_control_id", callControlId());
  }

  final Query query() {
    return new Query()
        .add("fetch_dynamic_variables_from_webhook", fetchDynamicVariablesFromWebhook())
        .add("from", fromNumber())
        .add("to", toNumber())
        .add("call_control_id", callControlId());
  }

  /** Builds {@link TelnyxGetOptions}. */
  public static final class Builder {
    private final ImmutableTelnyxGetOptions.Builder generated =
        new ImmutableTelnyxGetOptions.Builder();

    Builder() {}

    /**
     * Whether dynamic variables are fetched from the assistant's webhook: {@code
     * fetch_dynamic_variables_from_webhook}.
     */
    public Builder fetchDynamicVariablesFromWebhook(boolean fetchDynamicVariablesFromWebhook) {
      generated.fetchDynamicVariablesFromWebhook(fetchDynamicVariablesFromWebhook);
      return this;
    }

    /** The number that calls, such as {@code +4930123456}: {@code from}; not blank. */
    public Builder fromNumber(String fromNumber) {
      generated.fromNumber(fromNumber);
      return this;
    }

    /** The number that is called: {@code to}; not blank. */
    public Builder toNumber(String toNumber) {
      generated.toNumber(toNumber);
      return this;
    }

    /** The call control id of the phone call: {@code call_control_id}; not blank. */
    public Builder callControlId(String callControlId) {
      generated.callControlId(callControlId);
      return this;
    }

    /**
     * The options.
     *
     * @throws IllegalArgumentException if a text is blank
     */
    public TelnyxGetOptions build() {
      return generated.build();
    }
  }
}
