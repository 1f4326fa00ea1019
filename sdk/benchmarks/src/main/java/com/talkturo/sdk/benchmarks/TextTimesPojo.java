package com.talkturo.sdk.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The answer for an ObjectMapper without any module: times stay text. */
public final class TextTimesPojo {
  public String id;

  @JsonProperty("account_id")
  public String accountId;

  @JsonProperty("account_slug")
  public String accountSlug;

  public String name;
  public String type;
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

  @JsonProperty("created_at")
  public String createdAt;

  @JsonProperty("updated_at")
  public String updatedAt;

  /** The envelope around it. */
  public static final class Envelope {
    public boolean success;
    public TextTimesPojo assistant;
  }
}
