package com.talkturo.sdk.json;

import java.util.Optional;

/** The example that the page of {@link Table} shows. */
public final class Sheet extends Model {
  static final Table<Sheet> TABLE = Table.of(Builder::new);

  static final Row<String> ID = TABLE.required("id", Kind.id());
  static final Row<Integer> SIZE = TABLE.optional("size", Kind.integer());

  Sheet(Builder builder) {
    super(builder);
  }

  public String id() {
    return value(ID);
  }

  public Optional<Integer> size() {
    return optional(SIZE);
  }

  public static final class Builder extends ModelBuilder<Sheet, Builder> {
    public Builder() {
      super(TABLE);
    }

    public Builder id(String id) {
      return set(ID, id);
    }

    public Builder size(int size) {
      return set(SIZE, size);
    }

    @Override
    public Sheet build() {
      return new Sheet(this);
    }
  }
}
