package com.talkturo.sdk.json;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A nested model with a required field, a list, a number and a secret: fifteen lines of its own.
 */
@Value.Immutable
abstract class Part implements WithAdditionalProperties {
  static final Table<Part, Builder> TABLE =
      Table.of(
          Builder::new,
          Builder::build,
          Builder::putAdditionalProperties,
          Row.required("id", Kind.id(), Part::id, Builder::id),
          Row.optional("size", Kind.integer(), Part::size, Builder::size),
          Row.optional("key", Kind.secret(), Part::key, Builder::key),
          Row.defaulted("tags", Kind.listOf(Kind.text()), Part::tags, Builder::tags));

  abstract String id();

  abstract Optional<Integer> size();

  @Value.Redacted
  abstract Optional<String> key();

  abstract List<String> tags();

  static final class Builder {
    private final ImmutablePart.Builder generated = new ImmutablePart.Builder();

    Builder id(String id) {
      generated.id(id);
      return this;
    }

    /** A builder may refuse what an answer may still hold. */
    Builder size(int size) {
      if (size < 0) {
        throw new IllegalArgumentException("size is " + size + "; allowed is 0 or more");
      }
      generated.size(size);
      return this;
    }

    Builder key(String key) {
      generated.key(key);
      return this;
    }

    Builder tags(List<String> tags) {
      generated.tags(tags);
      return this;
    }

    Builder putAdditionalProperties(String name, Object value) {
      generated.putAdditionalProperties(name, Trees.copyOf(name, value));
      return this;
    }

    Part build() {
      return generated.build();
    }
  }
}
