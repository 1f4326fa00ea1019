package com.talkturo.sdk.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TimesTest {
  private static final DateTimeFormatter FORMATTER =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXXXX][XXXX][X]")
          .toFormatter();

  @Test
  void theFastPathReadsWhatTheFormatterReads() {
    for (String text :
        new String[] {
          "2025-03-04T08:15:00Z",
          "2025-03-04T08:15:00.5Z",
          "2025-03-04T08:15:00.123456789Z",
          "2025-03-04T08:15:00.1234567891Z",
          "2025-03-04T08:15:00.Z",
          "2025-03-04T08:15:00,5Z",
          "2025-03-04T08:15:00z",
          "2025-03-04t08:15:00Z",
          "2025-03-04T08:15:00+02:00",
          "2025-03-04T08:15Z",
          "2024-02-29T00:00:00Z",
          "2025-02-29T00:00:00Z",
          "2025-04-31T00:00:00Z",
          "2025-03-04T24:00:00Z",
          "2025-03-04T23:59:60Z",
          "0000-01-01T00:00:00Z",
          "-001-01-01T00:00:00Z",
          "2025-03-04T08:15:0٣Z",
          "2025-03-04T08:15:00",
          "Z",
          "",
        }) {
      assertThat(Times.parse(text)).as(text).isEqualTo(byFormatter(text));
    }
  }

  @Test
  void theFastPathAgreesWithTheFormatterOnDamagedTimes() {
    Random random = new Random(4);
    String alphabet = "0123456789-:.TZ+ ";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text =
          new StringBuilder(Instant.ofEpochMilli(random.nextLong() >>> 21).toString());
      for (int changes = random.nextInt(3); changes > 0; changes--) {
        text.setCharAt(
            random.nextInt(text.length()), alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(Times.parse(text.toString()))
          .as(text.toString())
          .isEqualTo(byFormatter(text.toString()));
    }
  }

  private static Instant byFormatter(String text) {
    try {
      return OffsetDateTime.parse(text, FORMATTER).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
