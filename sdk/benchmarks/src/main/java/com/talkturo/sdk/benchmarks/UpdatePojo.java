package com.talkturo.sdk.benchmarks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The update request as one writes it for an ObjectMapper. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class UpdatePojo {
  public String accountSlug;
  public String name;
  public String provider;
  public String model;
  public Double temperature;

  @JsonProperty("max_tokens")
  public Integer maxTokens;

  @JsonProperty("first_message")
  public String firstMessage;

  @JsonProperty("system_prompt")
  public String systemPrompt;

  @JsonProperty("voice_provider")
  public String voiceProvider;

  @JsonProperty("voice_model")
  public String voiceModel;

  @JsonProperty("voice_id")
  public String voiceId;

  @JsonProperty("voice_name")
  public String voiceName;

  @JsonProperty("transcriptor_provider")
  public String transcriptorProvider;

  @JsonProperty("transcriptor_model")
  public String transcriptorModel;

  @JsonProperty("transcriptor_language")
  public String transcriptorLanguage;

  @JsonProperty("recording_enabled")
  public Boolean recordingEnabled;

  @JsonProperty("inbound_enabled")
  public Boolean inboundEnabled;

  @JsonProperty("outbound_enabled")
  public Boolean outboundEnabled;

  static UpdatePojo sample() {
    UpdatePojo update = new UpdatePojo();
    update.accountSlug = Sample.ACCOUNT_SLUG;
    update.name = Sample.NAME;
    update.provider = Sample.PROVIDER;
    update.model = Sample.MODEL;
    update.temperature = Sample.TEMPERATURE;
    update.maxTokens = Sample.MAX_TOKENS;
    update.firstMessage = Sample.FIRST_MESSAGE;
    update.systemPrompt = Sample.SYSTEM_PROMPT;
    update.recordingEnabled = false;
    update.inboundEnabled = true;
    return update;
  }
}
