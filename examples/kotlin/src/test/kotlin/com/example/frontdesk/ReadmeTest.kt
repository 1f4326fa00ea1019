package com.example.frontdesk

import com.talkturo.sdk.TalkturoClient
import com.talkturo.sdk.testing.TalkturoServer
import com.talkturo.sdk.testing.TalkturoServerExtension
import kotlin.jvm.optionals.getOrNull
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.ExtendWith

/** The Kotlin snippet of sdk/compatibility/README.md: it stands here line for line, and runs. */
@ExtendWith(TalkturoServerExtension::class)
class ReadmeTest {
  private fun connect(server: TalkturoServer) =
    TalkturoClient.builder()
      .baseUrl(server.baseUrl())
      .apiKey(server.apiKey())
      .accountSlug(server.accountSlug())
      .build()

  @Test
  fun whatMayBeMissingIsNullable(server: TalkturoServer) {
    connect(server).use { talkturo ->
      val desk = talkturo.assistants().create { it.name("Front desk") } // name(null): refused
      val prompt: String? = desk.systemPrompt().getOrNull() // from kotlin.jvm.optionals
      talkturo.assistants().update(desk.id()) { it.systemPrompt(prompt.orEmpty() + " Be brief.") }

      assertThat(server.assistant(desk.id()).getOrNull()?.get("system_prompt"))
        .isEqualTo("You are a helpful assistant on the phone. Be brief.")
    }
  }
}
