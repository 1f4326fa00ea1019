package com.talkturo.sdk.json;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A nested model with a required field, a list, a number and a secret. */
final class Part extends Model implements WithAdditionalProperties {
  static final Table<Part> TABLE = Table.of(Builder::new);

  static final Row<String> ID = TABLE.required("id", Kind.id());
  static final Row<Integer> SIZE =
      TABLE.optional("size", Kind.integer()).fitting(size -> size >= 0);
  static final Row<String> KEY = TABLE.optional("key", Kind.secret());
  static final Row<List<String>> TAGS =
      TABLE.defaulted("tags", Kind.listOf(Kind.text()), Collections.emptyList());

  Part(Builder builder) {
    super(builder);
  }

  String id() {
    return value(ID);
  }

  Optional<Integer> size() {
    return optional(SIZE);
  }

  List<String> tags() {
    return value(TAGS);
  }

  static final class Builder extends ModelBuilder<Part, Builder> {
    Builder() {
      super(TABLE);
    }

    Builder id(String id) {
      return set(ID, id);
    }

    Builder size(int size) {
      return set(SIZE, size);
    }

    Builder key(String key) {
      return set(KEY, key);
    }

    Builder tags(Collection<String> tags) {
      return setAll(TAGS, tags);
    }

    Builder putAdditionalProperties(String name, Object value) {
      return keep(name, value);
    }

    @Override
    public Part build() {
      return new Part(this);
    }
  }
}
