package com.talkturo.sdk.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds that hold values of another kind. */
final class Containers {
  private Containers() {}

  /** Reads one element; whether it may be in the result, as null if the kind has nulls. */
  private static <V> boolean fits(@Nullable V element, Kind<V> kind, JsonToken token) {
    return element != null || (token == JsonToken.VALUE_NULL && kind.hasNull());
  }

  static final class ListOf<V> extends Kind<List<V>> {
    private final Kind<V> kind;

    ListOf(Kind<V> kind) {
      super("a list");
      this.kind = kind;
    }

    @Override
    @Nullable List<V> read(JsonReader in) throws IOException {
      if (!in.isAt(JsonToken.START_ARRAY)) {
        return null;
      }
      List<@Nullable V> elements = new ArrayList<>();
      boolean odd = false;
      while (in.nextToken() != JsonToken.END_ARRAY) {
        JsonToken token = in.currentToken();
        in.setOdd(false);
        V element = kind.read(in);
        odd |= in.isOdd();
        if (fits(element, kind, token)) {
          elements.add(element);
        } else {
          odd = true;
          in.skip();
        }
      }
      in.setOdd(odd);
      return asList(elements);
    }

    @SuppressWarnings("NullAway") // Only kinds that have nulls let one in.
    private List<V> asList(List<@Nullable V> elements) {
      return Collections.unmodifiableList(elements);
    }

    @Override
    void write(JsonWriter out, List<V> elements) throws IOException {
      out.startArray();
      for (V element : elements) {
        if (element == null) {
          out.tree(null);
        } else {
          kind.write(out, element);
        }
      }
      out.endArray();
    }
  }

  static final class MapOf<V> extends Kind<Map<String, V>> {
    private final Kind<V> kind;

    MapOf(Kind<V> kind) {
      super("an object");
      this.kind = kind;
    }

    @Override
    @Nullable Map<String, V> read(JsonReader in) throws IOException {
      if (!in.isAt(JsonToken.START_OBJECT)) {
        return null;
      }
      Map<String, @Nullable V> members = new LinkedHashMap<>();
      boolean odd = false;
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        JsonToken token = in.currentToken();
        in.setOdd(false);
        V value = kind.read(in);
        odd |= in.isOdd();
        if (fits(value, kind, token)) {
          members.put(name, value);
        } else {
          members.remove(name); // The last of duplicate names wins.
          odd = true;
          in.skip();
        }
      }
      in.setOdd(odd);
      return asMap(members);
    }

    @SuppressWarnings("NullAway") // Only kinds that have nulls let one in.
    private Map<String, V> asMap(Map<String, @Nullable V> members) {
      return Collections.unmodifiableMap(members);
    }

    @Override
    void write(JsonWriter out, Map<String, V> members) throws IOException {
      out.startObject();
      for (Map.Entry<String, V> member : members.entrySet()) {
        out.name(member.getKey());
        if (member.getValue() == null) {
          out.tree(null);
        } else {
          kind.write(out, member.getValue());
        }
      }
      out.endObject();
    }
  }
}
