package com.talkturo.sdk.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Members in the order of the rows are read on a faster way: it must lead to the same place. */
class MemberOrderTest {
  private static final Decoder<Sample> SAMPLE = Decoder.object("sample", Sample.TABLE);

  /** All rows in their order, odd values and unknown names among them. */
  private static final List<String> MEMBERS =
      List.of(
          "\"id\":\"s\"",
          "\"text\":\"a\"",
          "\"textual\":1",
          "\"name\":\" \"",
          "\"secret\":\"hush\"",
          "\"flag\":true",
          "\"int\":-7",
          "\"in\":{\"int\":8}",
          "\"long\":1e3",
          "\"double\":NaN",
          "\"decimal\":0.10",
          "\"time\":\"2025-03-04T08:15:00Z\"",
          "\"date\":null",
          "\"color\":\"red\"",
          "\"tree\":[{\"id\":1}]",
          "\"part\":{\"x\":[],\"id\":\"p\",\"size\":{\"odd\":1},\"tags\":[]}",
          "\"parts\":[{\"id\":\"p\",\"tags\":[\"a\"]},7,{\"size\":1,\"id\":\"q\"}]",
          "\"words\":[\"a\",\"b\"]",
          "\"labels\":{\"id\":\"x\",\"text\":\"y\"}",
          "\"trees\":{\"id\":null}",
          "\"\":\"no name\"");

  private static Sample read(String members, String charset) throws IOException {
    return SAMPLE.decode(("{\"success\":true,\"sample\":{" + members + "}}").getBytes(charset));
  }

  @Test
  void theOrderOfMembersAndTheSpellingOfNamesDoNotMatter() throws IOException {
    Sample expected = read(String.join(",", MEMBERS), "UTF-8");
    assertThat(expected.additionalProperties())
        .containsOnlyKeys("textual", "name", "in", "double", "parts", "");
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      List<String> members = new ArrayList<>(MEMBERS);
      if (i % 3 == 0) {
        Collections.shuffle(members, random);
      } else {
        Collections.rotate(members, i);
      }
      String json =
          members.stream()
              .map(member -> random.nextInt(4) == 0 ? escaped(member) : member)
              .map(member -> random.nextInt(4) == 0 ? " \n" + member + "\t" : member)
              .collect(Collectors.joining(","));
      String charset = i % 5 == 0 ? "UTF-16LE" : "UTF-8";
      assertThat(read(json, charset)).as(json).isEqualTo(expected);
    }
  }

  @Test
  void aDuplicateInOrAfterItsPlaceIsFound() throws IOException {
    for (int place = 0; place <= MEMBERS.size(); place++) {
      List<String> members = new ArrayList<>(MEMBERS);
      members.add(place, "\"text\":\"first\"");
      Sample sample = read(String.join(",", members), "UTF-8");
      assertThat(sample.text()).as("at " + place).contains(place < 2 ? "a" : "first");
    }
  }

  /** The same member with the first character of its name as an escape. */
  private static String escaped(String member) {
    char first = member.charAt(1);
    return first == '"' ? member : String.format("\"\\u%04x%s", (int) first, member.substring(2));
  }

  @Test
  void halfANameIsNotTheName() throws IOException {
    for (String name : List.of("i", "id2", "tex", "texts", "Text", "text ")) {
      Sample sample = read("\"id\":\"s\",\"" + name + "\":\"a\"", "UTF-8");
      assertThat(sample.text()).as(name).isEmpty();
      assertThat(sample.additionalProperties()).containsOnlyKeys(name);
    }
  }
}
