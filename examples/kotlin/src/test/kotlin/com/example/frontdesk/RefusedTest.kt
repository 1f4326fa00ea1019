package com.example.frontdesk

import java.nio.file.Path
import kotlin.io.path.readLines
import org.assertj.core.api.Assertions.assertThat
import org.jetbrains.kotlin.cli.common.arguments.K2JVMCompilerArguments
import org.jetbrains.kotlin.cli.common.messages.CompilerMessageSeverity
import org.jetbrains.kotlin.cli.common.messages.CompilerMessageSourceLocation
import org.jetbrains.kotlin.cli.common.messages.MessageCollector
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler
import org.jetbrains.kotlin.config.Services
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** What the SDK says about null, as Kotlin understands it. */
class RefusedTest {
  private class Complaints : MessageCollector {
    val texts = sortedMapOf<Int, String>()

    override fun clear() {}

    override fun hasErrors() = texts.isNotEmpty()

    override fun report(
      severity: CompilerMessageSeverity,
      message: String,
      location: CompilerMessageSourceLocation?,
    ) {
      if (location != null && (severity.isError || severity.isWarning)) {
        texts[location.line] = message
      }
    }
  }

  /** Every other line shows that the file compiles but for null. */
  @Test
  fun kotlinComplainsAboutEveryMarkedLineAndNoOther(@TempDir classes: Path) {
    val source = Path.of("src/test/refused/refused.kt")
    val complaints = Complaints()
    val arguments =
      K2JVMCompilerArguments().apply {
        freeArgs = listOf(source.toString())
        destination = classes.toString()
        classpath = System.getProperty("java.class.path")
        noStdlib = true
        jspecifyAnnotations = "strict"
      }

    K2JVMCompiler().exec(complaints, Services.EMPTY, arguments)

    val marked = source.readLines().withIndex().filter { it.value.endsWith("// refused") }
    assertThat(complaints.texts.keys)
      .describedAs("%s", complaints.texts)
      .containsExactlyElementsOf(marked.map { it.index + 1 })
  }
}
