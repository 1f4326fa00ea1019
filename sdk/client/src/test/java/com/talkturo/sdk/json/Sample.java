package com.talkturo.sdk.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A model with a field of every kind, nested in itself by hand: what a feature author writes. */
@Value.Immutable
abstract class Sample implements WithAdditionalProperties {
  static final Table<Sample, Builder> TABLE =
      Table.of(
          Builder::new,
          Builder::build,
          Builder::putAdditionalProperties,
          Row.required("id", Kind.id(), Sample::id, (b, v) -> b.generated.id(v)),
          Row.optional("text", Kind.text(), Sample::text, (b, v) -> b.generated.text(v)),
          Row.optional("name", Kind.name(), Sample::name, (b, v) -> b.generated.name(v)),
          Row.optional("secret", Kind.secret(), Sample::secret, (b, v) -> b.generated.secret(v)),
          Row.optional("flag", Kind.flag(), Sample::flag, (b, v) -> b.generated.flag(v)),
          Row.optional("int", Kind.integer(), Sample::count, (b, v) -> b.generated.count(v)),
          Row.optional("long", Kind.longInteger(), Sample::size, (b, v) -> b.generated.size(v)),
          Row.optional("double", Kind.number(), Sample::ratio, (b, v) -> b.generated.ratio(v)),
          Row.optional("decimal", Kind.decimal(), Sample::money, (b, v) -> b.generated.money(v)),
          Row.optional("time", Kind.time(), Sample::time, (b, v) -> b.generated.time(v)),
          Row.optional("date", Kind.date(), Sample::date, (b, v) -> b.generated.date(v)),
          Row.optional(
              "color", Kind.open(Color::of), Sample::color, (b, v) -> b.generated.color(v)),
          Row.optional("tree", Kind.tree(), Sample::tree, (b, v) -> b.generated.tree(v)),
          Row.optional(
              "part", Kind.object(Part.TABLE), Sample::part, (b, v) -> b.generated.part(v)),
          Row.defaulted(
              "parts",
              Kind.listOf(Kind.object(Part.TABLE)),
              Sample::parts,
              (b, v) -> b.generated.parts(v)),
          Row.optional(
              "words", Kind.listOf(Kind.text()), Sample::words, (b, v) -> b.generated.words(v)),
          Row.defaulted(
              "labels", Kind.mapOf(Kind.text()), Sample::labels, (b, v) -> b.generated.labels(v)),
          Row.defaulted(
              "trees", Kind.mapOf(Kind.tree()), Sample::trees, (b, v) -> b.generated.trees(v)));

  abstract String id();

  abstract Optional<String> text();

  abstract Optional<String> name();

  @Value.Redacted
  abstract Optional<String> secret();

  abstract Optional<Boolean> flag();

  abstract Optional<Integer> count();

  abstract Optional<Long> size();

  abstract Optional<Double> ratio();

  abstract Optional<BigDecimal> money();

  abstract Optional<Instant> time();

  abstract Optional<LocalDate> date();

  abstract Optional<Color> color();

  abstract Optional<Object> tree();

  abstract Optional<Part> part();

  abstract List<Part> parts();

  abstract Optional<List<String>> words();

  abstract Map<String, String> labels();

  @AllowNulls
  abstract Map<String, Object> trees();

  static final class Builder {
    final ImmutableSample.Builder generated = new ImmutableSample.Builder();

    Builder putAdditionalProperties(String name, Object value) {
      generated.putAdditionalProperties(name, Trees.copyOf(name, value));
      return this;
    }

    Sample build() {
      return generated.build();
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
