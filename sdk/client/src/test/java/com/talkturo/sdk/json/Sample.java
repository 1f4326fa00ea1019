package com.talkturo.sdk.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model with a field of every kind. */
final class Sample extends Model implements WithAdditionalProperties {
  static final Table<Sample> TABLE = Table.of(Builder::new);

  static final Row<String> ID = TABLE.required("id", Kind.id());
  static final Row<String> TEXT = TABLE.optional("text", Kind.text());
  static final Row<String> NAME = TABLE.optional("name", Kind.name());
  static final Row<String> SECRET = TABLE.optional("secret", Kind.secret());
  static final Row<Boolean> FLAG = TABLE.optional("flag", Kind.flag());
  static final Row<Integer> COUNT = TABLE.optional("int", Kind.integer()).as("count");
  static final Row<Long> SIZE = TABLE.optional("long", Kind.longInteger());
  static final Row<Double> RATIO = TABLE.optional("double", Kind.number());
  static final Row<BigDecimal> MONEY = TABLE.optional("decimal", Kind.decimal());
  static final Row<Instant> TIME = TABLE.optional("time", Kind.time());
  static final Row<LocalDate> DATE = TABLE.optional("date", Kind.date());
  static final Row<Color> COLOR = TABLE.optional("color", Kind.open(Color::of));
  static final Row<Object> TREE = TABLE.optional("tree", Kind.tree());
  static final Row<Part> PART = TABLE.optional("part", Kind.object(Part.TABLE));
  static final Row<List<Part>> PARTS =
      TABLE.defaulted("parts", Kind.listOf(Kind.object(Part.TABLE)), Collections.emptyList());
  static final Row<List<String>> WORDS = TABLE.optional("words", Kind.listOf(Kind.text()));
  static final Row<Map<String, String>> LABELS =
      TABLE.defaulted("labels", Kind.mapOf(Kind.text()), Collections.emptyMap());
  static final Row<Map<String, Object>> TREES =
      TABLE.absentIf(Collections.emptyMap(), "trees", Kind.mapOf(Kind.tree()));

  Sample(Builder builder) {
    super(builder);
  }

  String id() {
    return value(ID);
  }

  Optional<String> text() {
    return optional(TEXT);
  }

  Optional<String> secret() {
    return optional(SECRET);
  }

  Optional<Part> part() {
    return optional(PART);
  }

  List<Part> parts() {
    return value(PARTS);
  }

  Map<String, String> labels() {
    return value(LABELS);
  }

  static final class Builder extends ModelBuilder<Sample, Builder> {
    Builder() {
      super(TABLE);
    }

    @Override
    public Sample build() {
      return new Sample(this);
    }
  }

  static final class Color extends OpenValue {
    private Color(String value) {
      super("color", value);
    }

    static Color of(String value) {
      return new Color(value);
    }
  }
}
