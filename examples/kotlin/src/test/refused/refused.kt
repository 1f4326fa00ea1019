package com.example.frontdesk

import com.talkturo.sdk.TalkturoClient
import com.talkturo.sdk.assistants.Assistant
import com.talkturo.sdk.assistants.CreateAssistantRequest
import com.talkturo.sdk.assistants.UpdateAssistantRequest
import com.talkturo.sdk.errors.TransportException
import com.talkturo.sdk.http.ApiRequest
import com.talkturo.sdk.http.TalkturoListener
import com.talkturo.sdk.testing.ReceivedRequest
import com.talkturo.sdk.testing.TalkturoServer
import java.time.Instant
import java.util.Optional
import kotlin.jvm.optionals.getOrNull

fun options(builder: TalkturoClient.Builder, text: String?) {
  builder.apiKey(text)
  builder.baseUrl(text) // refused
  builder.accountSlug(text) // refused
  builder.listener(null) // refused
}

fun attributes(
  create: CreateAssistantRequest.Builder,
  update: UpdateAssistantRequest.Builder,
  text: String?,
  number: Double?,
) {
  create.name(text) // refused
  create.putAdditionalProperties("voice", text)
  update.systemPrompt(text) // refused
  update.temperature(number) // refused
  update.putAdditionalProperties("voice", text)
}

fun operations(talkturo: TalkturoClient, text: String?) {
  talkturo.assistants().get(text) // refused
  talkturo.assistants().update("asst_1") { it.name(text) } // refused
  talkturo.assistants().assignPhoneNumbers("asst_1", text) // refused
}

fun answers(assistant: Assistant) {
  // An array of what is never null is no array of what may be.
  val id = arrayOf(assistant.id())
  val nullableId: Array<String?> = id // refused
  val name: String = assistant.name().getOrNull() // refused
  val model: Optional<String?> = assistant.model() // refused
  val createdAt: Instant? = assistant.createdAt().getOrNull()
  val others: Map<String, Any?> = assistant.additionalProperties()
  val noNulls: Map<String, Any> = assistant.additionalProperties() // refused
}

fun failures(exception: TransportException) {
  val path = arrayOf(exception.pathTemplate())
  val nullablePath: Array<String?> = path // refused
}

fun byHand(request: ApiRequest.Builder, text: String?) {
  request.path("assistantId", text) // refused
  request.envelope(text) // refused
}

fun listener(outcome: TalkturoListener.Outcome) {
  val failure: Throwable = outcome.failure().getOrNull() // refused
}

fun server(server: TalkturoServer, received: ReceivedRequest) {
  val id: String = server.addAssistant(mapOf("name" to null))
  val name: Any = server.assistants()[0]["name"] // refused
  val json: Any = received.json() // refused
}
