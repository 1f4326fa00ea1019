package com.talkturo.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples as they run without an account. */
class EmbeddedServerTest {
  @Test
  void quickstartShowsIdDefaultsPatchedFieldsAndBothAssignments() throws Exception {
    assertThat(lines(Output.of(Quickstart::main)))
        .containsSubsequence(
            "id asst_000001",
            "name Q1 Outbound Setter",
            "model openai, gpt-4o",
            "temperature 0.6",
            "max tokens 800",
            "first message Hi {{contact.first_name}}, do you have a minute?",
            "voice elevenlabs, Alex",
            "transcription deepgram, en",
            "recording true",
            "inbound calls false",
            "outbound calls true",
            "temperature 0.6 -> 0.4",
            "voice provider elevenlabs -> cartesia",
            "voice id voice-setter -> voice-mara",
            "voice name Alex -> Mara",
            "inbound calls false -> true",
            "sent [pn_a1, pn_b2]",
            "answer Phone numbers assigned: 2",
            "stored [pn_a1, pn_b2]",
            "sent []",
            "answer Phone numbers assigned: 0",
            "stored []");
  }

  @Test
  void configureVoiceSetsGreetingModelVoiceAndLanguage() throws Exception {
    assertThat(lines(Output.of(ConfigureVoice::main)))
        .containsSubsequence(
            "Front desk, Berlin is configured:",
            "says Guten Tag {{contact.first_name}}, was kann ich für Sie tun?",
            "thinks gpt-4o-mini",
            "sounds Mara",
            "listens de");
  }

  @Test
  void asyncFanOutUpdates200AssistantsAndShowsProgress() throws Exception {
    List<String> lines = lines(Output.of(AsyncFanOut::main));

    assertThat(lines)
        .contains("200 of 200 assistants updated.")
        .filteredOn(line -> line.startsWith("finished"))
        .containsExactlyInAnyOrder(
            "finished 40 of 200",
            "finished 80 of 200",
            "finished 120 of 200",
            "finished 160 of 200",
            "finished 200 of 200");
  }

  @Test
  void handleErrorsGivesTheRightAdviceForEach() throws Exception {
    assertThat(lines(Output.of(HandleErrors::main)))
        .map(line -> line.split("[:,]")[0])
        .containsExactly(
            "Connected to an embedded Talkturo. Set TALKTURO_API_KEY to use your account.",
            "invalid argument fix the program",
            "unknown assistant treat the assistant as deleted",
            "other account check whose assistant it is and what the key may do",
            "bad request fix the request",
            "no credits top up the account",
            "conflict read the current state",
            "invalid field fix the request",
            "rate limit slow down",
            "outage try later",
            "any other status report it",
            "unreadable answer look before you repeat",
            "lost connection no answer",
            "slow answer out of time",
            "interrupted thread stop",
            "revoked key check or replace the API key");
  }

  @Test
  void handleErrorsShowsWhatTheExceptionsCarry() throws Exception {
    assertThat(lines(Output.of(HandleErrors::main)))
        .contains(
            "invalid field fix the request: Validation failed {name=is too long}",
            "rate limit slow down, next try in 1 s",
            "outage try later, status 503 after 1 attempt(s)",
            "lost connection no answer, look before you repeat: the API may have processed the"
                + " request");
  }

  @Test
  void rotateKeysGoesOnWithTheSecondKey() throws Exception {
    assertThat(lines(Output.of(RotateKeys::main)))
        .containsSubsequence(
            "Created asst_000001 with the first key.",
            "Rotated: the first key is revoked.",
            "Read asst_000001 with the second key, by the same client.");
  }

  @Test
  void rawResponseShowsStatusAttemptsAndHeaders() throws Exception {
    assertThat(lines(Output.of(RawResponse::main)))
        .contains("id asst_000001", "status 200", "attempts 2")
        .anyMatch(line -> line.startsWith("request id "))
        .anyMatch(line -> line.startsWith("content type application/json"))
        .anyMatch(line -> line.startsWith("headers [") && line.contains("content-type"));
  }

  @Test
  void unmodelledEndpointReadsItsOwnType() throws Exception {
    assertThat(lines(Output.of(UnmodelledEndpoint::main)))
        .containsSubsequence(
            "contact_1 +4930123451", "contact_2 +4930123452", "contact_3 +4930123453");
  }

  @Test
  void usageReportShowsATableAndABarForEachOfThirtyDays() throws Exception {
    List<String> lines = lines(Output.of(UsageReport::main));
    assertThat(lines)
        .contains("assistant calls minutes success", "Calls per day, all assistants:")
        .anyMatch(line -> line.matches("asst_000001 15 22\\.5 8\\d\\.\\d %"))
        .anyMatch(line -> line.matches("asst_000002 1 4\\.0 100\\.0 %"));
    assertThat(lines)
        .filteredOn(line -> line.matches("\\d{4}-\\d\\d-\\d\\d \\d+( #+)?"))
        .hasSize(30)
        .anyMatch(line -> line.endsWith("#".repeat(40)))
        .anyMatch(line -> line.endsWith(" 0"));
  }

  @Test
  void triggerFlowShowsStartOutputAndFailure() throws Exception {
    assertThat(lines(Output.of(TriggerFlow::main)))
        .anyMatch(line -> line.startsWith("Started run ") && !line.contains("(no id)"))
        .containsSubsequence(
            "Made {appointment=2026-09-01T10:00}.",
            "Failed at send_mail: Mailbox full, after {contact=found}.");
  }

  @Test
  void cleanUpDeletesOnlyWhatIsConfirmed() throws Exception {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream("yes\nno\n".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(lines(Output.of(CleanUp::main)))
          .containsSubsequence(
              "Delete Front desk (asst_000001) for good? yes/no",
              "Deleted asst_000001.",
              "Delete Front desk (Copy) (asst_000002) for good? yes/no",
              "Kept asst_000002.",
              "There is no asst_none.");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void findNumbersAssignsANumberByTheNumber() throws Exception {
    assertThat(lines(Output.of(FindNumbers::main)))
        .containsSubsequence("+4930123456 pn_berlin free", "Assigned +4930123456 to asst_000001.");
  }

  /** The lines without the blanks that align them. */
  private static List<String> lines(String output) {
    return output.lines().map(line -> line.strip().replaceAll(" {2,}", " ")).toList();
  }

  @Test
  void provisionCustomersSurvivesFaultsAndACrash() throws Exception {
    assertThat(lines(Output.of(ProvisionCustomers::main)))
        .containsSubsequence(
            "250 of 1000 customers",
            "500 of 1000 customers",
            "The process is gone, in the middle of a create.")
        .anySatisfy(line -> assertThat(line).startsWith("Another process goes on:"))
        .anySatisfy(line -> assertThat(line).contains("unresolved: look for [tk-"))
        .containsSubsequence(
            "1000 assistants for 1000 customers", "The next run changed 0 of 1000.");
  }

  @Test
  void bringOverImportsPlansAppliesAndReports() throws Exception {
    assertThat(lines(Output.of(BringOver::main)))
        .containsSubsequence(
            "front-desk: 4 files",
            "notdienst: 4 files",
            "6 assistants at Talkturo",
            "The next plan is empty: true",
            "# front-desk, from Telnyx");
  }
}
