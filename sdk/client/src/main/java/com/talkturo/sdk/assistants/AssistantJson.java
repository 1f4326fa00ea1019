package com.talkturo.sdk.assistants;

import com.talkturo.sdk.http.JsonMember;
import com.talkturo.sdk.http.JsonModel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON names of an assistant and the type of each, as in the reference. */
final class AssistantJson implements JsonModel<Assistant.Builder, Assistant> {
  @Override
  public Assistant.Builder builder() {
    return Assistant.builder();
  }

  @Override
  public Assistant.Builder read(Assistant.Builder to, String name, JsonMember in) {
    switch (name) {
      case "id":
        Optional<String> id = in.id();
        return id.isPresent() ? to.id(id.get()) : to;
      case "account_id":
        return to.accountId(in.text());
      case "account_slug":
        return to.accountSlug(in.text());
      case "name":
        return to.name(in.text());
      case "type":
        return to.type(in.name().map(TemplateId::of));
      case "provider":
        return to.provider(in.name().map(LlmProvider::of));
      case "model":
        return to.model(in.text());
      case "temperature":
        return to.temperature(in.decimal());
      case "max_tokens":
        return to.maxTokens(in.integer());
      case "first_message":
        return to.firstMessage(in.text());
      case "system_prompt":
        return to.systemPrompt(in.text());
      case "voice_provider":
        return to.voiceProvider(in.name().map(VoiceProvider::of));
      case "voice_model":
        return to.voiceModel(in.text());
      case "voice_id":
        return to.voiceId(in.text());
      case "voice_name":
        return to.voiceName(in.text());
      case "transcriptor_provider":
        return to.transcriptorProvider(in.name().map(TranscriptorProvider::of));
      case "transcriptor_model":
        return to.transcriptorModel(in.text());
      case "transcriptor_language":
        return to.transcriptorLanguage(in.text());
      case "recording_enabled":
        return to.recordingEnabled(in.flag());
      case "inbound_enabled":
        return to.inboundEnabled(in.flag());
      case "outbound_enabled":
        return to.outboundEnabled(in.flag());
      case "created_at":
        return to.createdAt(in.time());
      case "updated_at":
        return to.updatedAt(in.time());
      default:
        in.keep();
        return to;
    }
  }

  @Override
  public void keep(Assistant.Builder to, String name, @Nullable Object tree) {
    to.putAdditionalProperties(name, tree);
  }

  @Override
  public Assistant build(Assistant.Builder builder) {
    return builder.build();
  }
}
