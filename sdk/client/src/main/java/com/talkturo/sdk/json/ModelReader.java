package com.talkturo.sdk.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One JSON object on its way into a model, member by member. */
final class ModelReader<M, B> {
  private final Table<M, B> table;
  private final Table.Reading<M, B> reading;
  private final JsonReader in;
  private final B builder;
  private final long[] seen;
  private final long[] set;

  /** What the document has in place of the first required field that does not fit. */
  private @Nullable JsonToken foundInstead;

  private int foundAt = -1;

  /** The row after the one that was read last: most documents have the members in that order. */
  private int likely;

  ModelReader(Table<M, B> table, JsonReader in) {
    this.table = table;
    this.in = in;
    this.reading = table.reading();
    this.builder = reading.newBuilder.get();
    int words = (table.size() + Long.SIZE - 1) / Long.SIZE;
    this.seen = new long[words];
    this.set = new long[words];
  }

  /** Reads all members of the object at whose start the parser is. */
  ModelReader<M, B> members() throws IOException {
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
      reading.keeper.keep(builder, name, in.tree());
      return;
    }
    likely = index + 1;
    if (has(seen, index)) {
      // The builder cannot forget what the first one said: all is read again without it.
      in.sawDuplicate();
      in.skip();
      return;
    }
    add(seen, index);
    Row<M, B, ?> row = table.row(index);
    JsonToken token = in.currentToken();
    boolean isContainer = token.isStructStart();
    long start = isContainer ? in.position() : -1;
    in.setOdd(false);
    boolean isSet = row.read(in, builder, table.isLossless());
    boolean isOdd = in.isOdd() || (!isSet && (token != JsonToken.VALUE_NULL || table.isLossless()));
    in.setOdd(false);
    if (isSet) {
      add(set, index);
    } else if (row.isRequired() && foundInstead == null) {
      foundInstead = token;
      foundAt = index;
    }
    if (isOdd) {
      reading.keeper.keep(builder, name, isContainer ? in.treeFrom(start) : in.tree());
    }
  }

  /** The model; null if a required field is missing or the builder refuses the whole. */
  @Nullable M build() {
    if (missing() >= 0) {
      return null;
    }
    try {
      return reading.build.apply(builder);
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
    Row<M, B, ?> row = table.row(index);
    String found = Kind.nameOf(foundAt == index ? foundInstead : null);
    return JsonPath.expected(path + "." + row.name(), row.kind().expected(), found);
  }

  /** The place of the first required field that is not set; negative if all are. */
  private int missing() {
    for (int index : table.required()) {
      if (!has(set, index)) {
        return index;
      }
    }
    return -1;
  }

  private static boolean has(long[] bits, int index) {
    return (bits[index / Long.SIZE] & 1L << index) != 0;
  }

  private static void add(long[] bits, int index) {
    bits[index / Long.SIZE] |= 1L << index;
  }
}
