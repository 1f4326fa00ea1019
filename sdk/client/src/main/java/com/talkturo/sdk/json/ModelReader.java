package com.talkturo.sdk.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One JSON object on its way into a model, member by member. */
final class ModelReader<M extends Model> {
  private final Table<M> table;
  private final JsonReader in;
  private final ModelBuilder<M, ?> builder;
  private final long[] seen;

  /** What the document has in place of the first required field that does not fit. */
  private @Nullable JsonToken foundInstead;

  private int foundAt = -1;

  /** The row after the one that was read last: most documents have the members in that order. */
  private int likely;

  ModelReader(Table<M> table, JsonReader in) {
    this.table = table;
    this.in = in;
    this.builder = table.newBuilder();
    this.seen = new long[(table.size() + Long.SIZE - 1) / Long.SIZE];
  }

  /** Reads all members of the object at whose start the parser is. */
  ModelReader<M> members() throws IOException {
    String name = nextName();
    while (name != null) {
      in.nextToken();
      member(name);
      name = nextName();
    }
    return this;
  }

  private @Nullable String nextName() throws IOException {
    return likely < table.size() ? in.nextName(table.row(likely)) : in.nextName();
  }

  /** Reads the member whose value the parser is at. */
  void member(String name) throws IOException {
    int index = table.indexOf(name, likely);
    if (index < 0) {
      builder.keep(name, in.tree());
      return;
    }
    likely = index + 1;
    if ((seen[index / Long.SIZE] & 1L << index) != 0) {
      // The builder cannot forget what the first one said: all is read again without it.
      in.sawDuplicate();
      in.skip();
      return;
    }
    seen[index / Long.SIZE] |= 1L << index;
    Row<?> row = table.row(index);
    JsonToken token = in.currentToken();
    boolean isContainer = token.isStructStart();
    long start = isContainer ? in.position() : -1;
    Object value = row.read(in, table.isLossless());
    boolean isSet = value != null;
    boolean isOdd = in.isOdd() || (!isSet && (token != JsonToken.VALUE_NULL || table.isLossless()));
    in.setOdd(false);
    if (isSet) {
      builder.values[row.slot()] = value;
    } else if (row.isRequired() && foundInstead == null) {
      foundInstead = token;
      foundAt = index;
    }
    if (isOdd) {
      builder.keep(name, isContainer ? in.treeFrom(start) : in.tree());
    }
  }

  /** The model; null if a required field is missing or the builder refuses the whole. */
  @Nullable M build() {
    if (missing() >= 0) {
      return null;
    }
    try {
      return builder.build();
    } catch (IllegalStateException | IllegalArgumentException refused) {
      return null;
    }
  }

  /** Why there is no model. */
  String whyNot(String path) {
    int index = missing();
    if (index < 0) {
      return path + ": the fields contradict each other";
    }
    Row<?> row = table.row(index);
    String found = Kind.nameOf(foundAt == index ? foundInstead : null);
    return JsonPath.expected(path + "." + row.name(), row.kind().expected(), found);
  }

  /** The first required field that has no value; negative if all have one. */
  private int missing() {
    for (int i = 0; i < table.size(); i++) {
      if (table.row(i).isRequired() && builder.get(table.row(i)) == null) {
        return i;
      }
    }
    return -1;
  }
}
