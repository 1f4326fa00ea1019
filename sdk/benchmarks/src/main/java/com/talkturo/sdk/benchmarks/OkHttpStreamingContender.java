package com.talkturo.sdk.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Raw OkHttp and jackson-core by hand: the least that one can do, and more than most would. */
final class OkHttpStreamingContender extends OkHttpContender {
  private final JsonFactory factory = new JsonFactory();
  private final UpdatePojo sample = UpdatePojo.sample();

  OkHttpStreamingContender(String url, int connections) {
    super(url, connections, Duration.ZERO);
  }

  @Override
  byte[] newBody() throws IOException {
    return write(UpdatePojo.sample());
  }

  @Override
  public byte[] encode() throws IOException {
    return write(sample);
  }

  private byte[] write(UpdatePojo update) throws IOException {
    ByteArrayBuilder bytes = new ByteArrayBuilder(factory._getBufferRecycler());
    try (JsonGenerator json = factory.createGenerator(bytes)) {
      json.writeStartObject();
      text(json, "accountSlug", update.accountSlug);
      text(json, "name", update.name);
      text(json, "provider", update.provider);
      text(json, "model", update.model);
      if (update.temperature != null) {
        json.writeNumberField("temperature", update.temperature);
      }
      if (update.maxTokens != null) {
        json.writeNumberField("max_tokens", update.maxTokens);
      }
      text(json, "first_message", update.firstMessage);
      text(json, "system_prompt", update.systemPrompt);
      text(json, "voice_provider", update.voiceProvider);
      text(json, "voice_model", update.voiceModel);
      text(json, "voice_id", update.voiceId);
      text(json, "voice_name", update.voiceName);
      text(json, "transcriptor_provider", update.transcriptorProvider);
      text(json, "transcriptor_model", update.transcriptorModel);
      text(json, "transcriptor_language", update.transcriptorLanguage);
      flag(json, "recording_enabled", update.recordingEnabled);
      flag(json, "inbound_enabled", update.inboundEnabled);
      flag(json, "outbound_enabled", update.outboundEnabled);
      json.writeEndObject();
    }
    return bytes.getClearAndRelease();
  }

  private static void text(JsonGenerator json, String name, String value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  private static void flag(JsonGenerator json, String name, Boolean value) throws IOException {
    if (value != null) {
      json.writeBooleanField(name, value);
    }
  }

  @Override
  public Object decode(byte[] answer) throws IOException {
    AssistantPojo assistant = null;
    try (JsonParser json = factory.createParser(answer)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        if (name.equals("assistant")) {
          assistant = assistant(json);
        } else {
          json.skipChildren();
        }
      }
    }
    return assistant;
  }

  private static AssistantPojo assistant(JsonParser json) throws IOException {
    AssistantPojo to = new AssistantPojo();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      if (json.nextToken() != JsonToken.VALUE_NULL) {
        read(json, name, to);
      }
    }
    return to;
  }

  private static void read(JsonParser json, String name, AssistantPojo to) throws IOException {
    switch (name) {
      case "id":
        to.id = json.getText();
        break;
      case "account_id":
        to.accountId = json.getText();
        break;
      case "account_slug":
        to.accountSlug = json.getText();
        break;
      case "name":
        to.name = json.getText();
        break;
      case "type":
        to.type = json.getText();
        break;
      case "provider":
        to.provider = json.getText();
        break;
      case "model":
        to.model = json.getText();
        break;
      case "temperature":
        to.temperature = json.getDoubleValue();
        break;
      case "max_tokens":
        to.maxTokens = json.getIntValue();
        break;
      case "first_message":
        to.firstMessage = json.getText();
        break;
      case "system_prompt":
        to.systemPrompt = json.getText();
        break;
      case "voice_provider":
        to.voiceProvider = json.getText();
        break;
      case "voice_model":
        to.voiceModel = json.getText();
        break;
      case "voice_id":
        to.voiceId = json.getText();
        break;
      case "voice_name":
        to.voiceName = json.getText();
        break;
      case "transcriptor_provider":
        to.transcriptorProvider = json.getText();
        break;
      case "transcriptor_model":
        to.transcriptorModel = json.getText();
        break;
      case "transcriptor_language":
        to.transcriptorLanguage = json.getText();
        break;
      case "recording_enabled":
        to.recordingEnabled = json.getBooleanValue();
        break;
      case "inbound_enabled":
        to.inboundEnabled = json.getBooleanValue();
        break;
      case "outbound_enabled":
        to.outboundEnabled = json.getBooleanValue();
        break;
      case "created_at":
        to.createdAt = Instant.parse(json.getText());
        break;
      case "updated_at":
        to.updatedAt = Instant.parse(json.getText());
        break;
      default:
        json.skipChildren();
    }
  }
}
