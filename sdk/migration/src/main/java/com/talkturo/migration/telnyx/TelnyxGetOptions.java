package com.talkturo.migration.telnyx;

import com.talkturo.sdk.engine.Query;
import com.talkturo.sdk.json.Checks;
import com.talkturo.sdk.json.Model;
import com.talkturo.sdk.json.ModelBuilder;
import com.talkturo.sdk.json.Row;
import com.talkturo.sdk.json.Table;
import java.util.Optional;

/**
 * What a read of an assistant may ask for besides: the values that dynamic variables have in a
 * phone call. Only what is set is sent. Telnyx's reference names the parameters and their types,
 * and not how they work together.
 */
public final class TelnyxGetOptions extends Model {
  static final Table<TelnyxGetOptions> TABLE = Table.ofRequest();

  static final Row<Boolean> FETCH_DYNAMIC_VARIABLES_FROM_WEBHOOK =
      TABLE.outside("fetchDynamicVariablesFromWebhook");
  static final Row<String> FROM_NUMBER = TABLE.outside("fromNumber");
  static final Row<String> TO_NUMBER = TABLE.outside("toNumber");
  static final Row<String> CALL_CONTROL_ID = TABLE.outside("callControlId");

  TelnyxGetOptions(Builder builder) {
    super(builder);
    check();
  }

  /** Starts options; none is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts options that equal these. */
  public Builder toBuilder() {
    return into(new Builder());
  }

  /** Whether dynamic variables are fetched from the assistant's webhook. */
  public Optional<Boolean> fetchDynamicVariablesFromWebhook() {
    return optional(FETCH_DYNAMIC_VARIABLES_FROM_WEBHOOK);
  }

  /** The number that calls. */
  public Optional<String> fromNumber() {
    return optional(FROM_NUMBER);
  }

  /** The number that is called. */
  public Optional<String> toNumber() {
    return optional(TO_NUMBER);
  }

  /** The call control id of the phone call. */
  public Optional<String> callControlId() {
    return optional(CALL_CONTROL_ID);
  }

  private void check() {
    Checks.notBlank("from", fromNumber());
    Checks.notBlank("to", toNumber());
    Checks.notBlank("call_control_id", callControlId());
  }

  Query query() {
    return new Query()
        .add("fetch_dynamic_variables_from_webhook", fetchDynamicVariablesFromWebhook())
        .add("from", fromNumber())
        .add("to", toNumber())
        .add("call_control_id", callControlId());
  }

  /** Builds {@link TelnyxGetOptions}. */
  public static final class Builder extends ModelBuilder<TelnyxGetOptions, Builder> {
    Builder() {
      super(TABLE);
    }

    /**
     * Whether dynamic variables are fetched from the assistant's webhook: {@code
     * fetch_dynamic_variables_from_webhook}.
     */
    public Builder fetchDynamicVariablesFromWebhook(boolean fetchDynamicVariablesFromWebhook) {
      return set(FETCH_DYNAMIC_VARIABLES_FROM_WEBHOOK, fetchDynamicVariablesFromWebhook);
    }

    /** The number that calls, such as {@code +4930123456}: {@code from}; not blank. */
    public Builder fromNumber(String fromNumber) {
      return set(FROM_NUMBER, fromNumber);
    }

    /** The number that is called: {@code to}; not blank. */
    public Builder toNumber(String toNumber) {
      return set(TO_NUMBER, toNumber);
    }

    /** The call control id of the phone call: {@code call_control_id}; not blank. */
    public Builder callControlId(String callControlId) {
      return set(CALL_CONTROL_ID, callControlId);
    }

    /**
     * The options.
     *
     * @throws IllegalArgumentException if a text is blank
     */
    @Override
    public TelnyxGetOptions build() {
      return new TelnyxGetOptions(this);
    }
  }
}
