package com.talkturo.sdk.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * How the body of a 2xx answer becomes a value. Internal to the SDK.
 *
 * <p>If there is a key, the value is that member of the envelope; an envelope without it counts as
 * the bare value. Whatever is decoded, an envelope whose success word is {@code false} means that
 * the operation failed.
 *
 * @param <T> the value
 */
public final class Decoder<T> {
  private static final byte[] EMPTY_ENVELOPE = "{}".getBytes(StandardCharsets.UTF_8);

  private static final String SUCCESS = "success";

  private final @Nullable String key;
  private final Supplier<Target<T>> newTarget;
  private final boolean mayBeEmpty;
  private final String successWord;

  private Decoder(
      @Nullable String key, Supplier<Target<T>> newTarget, boolean mayBeEmpty, String successWord) {
    this.key = key;
    this.newTarget = newTarget;
    this.mayBeEmpty = mayBeEmpty;
    this.successWord = successWord;
  }

  private static <T> Decoder<T> of(@Nullable String key, Supplier<Target<T>> newTarget) {
    return new Decoder<>(key, newTarget, false, SUCCESS);
  }

  /** A bare object, which may hold the success word. */
  public static <M extends Model> Decoder<M> object(Table<M> table) {
    return of(null, () -> new ModelTarget<>(table));
  }

  /** An object in its envelope. */
  public static <M extends Model> Decoder<M> object(String key, Table<M> table) {
    return of(key, () -> new ModelTarget<>(table));
  }

  /** No resource: the envelope itself is the value, and an empty body is an empty envelope. */
  public static <M extends Model> Decoder<M> acknowledgement(Table<M> table) {
    return new Decoder<>(null, () -> new ModelTarget<>(table), true, SUCCESS);
  }

  /**
   * A bare list. Elements that do not fit are left out with a warning in the log; to keep them, let
   * the answer be an object of a table with the list as a row.
   */
  public static <V> Decoder<List<V>> list(Kind<V> element) {
    return of(null, () -> new ListTarget<>(element));
  }

  /** A list in its envelope; see {@link #list(Kind)}. */
  public static <V> Decoder<List<V>> list(String key, Kind<V> element) {
    return of(key, () -> new ListTarget<>(element));
  }

  /** Nothing: the value is null, and the body may be empty. */
  public static Decoder<Void> nothing() {
    return new Decoder<>(null, NoTarget::new, true, SUCCESS);
  }

  /** Whatever the body holds, as a plain tree. */
  public static Decoder<Object> tree() {
    return of(null, () -> new BytesTarget<>(Decoder::treeOf));
  }

  /** A member of the envelope as a plain tree. */
  public static Decoder<Object> tree(String key) {
    return of(key, () -> new BytesTarget<>(Decoder::treeOf));
  }

  /** A caller's own type, out of the envelope's member if a key is given. */
  public static <T> Decoder<T> ofType(Class<T> type, @Nullable String key) {
    return of(key, () -> new BytesTarget<>((json, path) -> CallersTypes.read(json, type, path)));
  }

  /** A list of a caller's own type, out of the envelope's member if a key is given. */
  public static <T> Decoder<List<T>> listOfType(Class<T> type, @Nullable String key) {
    return of(
        key, () -> new BytesTarget<>((json, path) -> CallersTypes.readList(json, type, path)));
  }

  /**
   * The same for an answer that says {@code "<word>": false} where others say {@code success}; a
   * server in front of the API still says {@code success}.
   */
  public Decoder<T> withSuccessWord(String word) {
    return new Decoder<>(key, newTarget, mayBeEmpty, word);
  }

  /**
   * Reads the body.
   *
   * @throws SuccessFalse if the body says that the operation failed
   * @throws IOException if the body cannot be read; the message says what was expected where, and
   *     quotes nothing but names of members
   */
  public T decode(byte[] body) throws IOException {
    if (body.length == 0 && !mayBeEmpty) {
      throw new IOException("the body is empty");
    }
    return Json.tolerant(body.length == 0 ? EMPTY_ENVELOPE : body, this::parse);
  }

  private T parse(byte[] body) throws IOException {
    Target<T> target = newTarget.get();
    try (JsonReader in = new JsonReader(body)) {
      JsonToken found;
      try {
        found = readInto(target, in);
      } catch (JsonProcessingException e) {
        throw malformed(in.path(), e);
      }
      if (in.hasDuplicate()) {
        Object tree = JsonReader.treeOf(body); // The last of duplicate names wins.
        return parse(Kind.tree().toJson(tree == null ? "" : tree));
      }
      return target.done(in, key == null ? "$" : "$." + key, found);
    }
  }

  /** Reads the whole document; the token where the value is due, null for none. */
  private @Nullable JsonToken readInto(Target<T> target, JsonReader in) throws IOException {
    JsonToken root = in.nextToken();
    if (root == null) {
      throw new IOException(JsonPath.expected("$", "JSON", "the end of the body"));
    }
    if (root != JsonToken.START_OBJECT) {
      target.root(in);
      return root;
    }
    boolean failed = false;
    JsonToken found = key == null ? root : null;
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      JsonToken value = in.nextToken();
      if (name.equals(successWord) || name.equals(SUCCESS)) {
        failed |= saysNo(in);
        in.skip();
      } else if (name.equals(key) && value != null) {
        found = value;
        if (!target.value(in)) {
          target.member(in, name);
        }
      } else {
        target.member(in, name);
      }
    }
    if (failed) {
      throw new SuccessFalse();
    }
    return found;
  }

  private static boolean saysNo(JsonReader in) throws IOException {
    return in.isAt(JsonToken.VALUE_FALSE)
        || (in.isAt(JsonToken.VALUE_STRING) && in.text().equalsIgnoreCase("false"));
  }

  private static IOException malformed(String path, JsonProcessingException e) {
    String found =
        e instanceof JsonEOFException || e.getLocation() == null
            ? "the end of the body"
            : "something else at byte " + e.getLocation().getByteOffset();
    return new IOException(JsonPath.expected(path, "JSON", found));
  }

  private static Object treeOf(byte[] json, String path) throws IOException {
    Object tree = JsonReader.treeOf(json);
    if (tree == null) {
      throw new IOException(JsonPath.expected(path, "a value", "null"));
    }
    return tree;
  }

  /** The body of a 2xx says that the operation failed. */
  public static final class SuccessFalse extends IOException {
    private static final long serialVersionUID = 1;

    SuccessFalse() {}

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  /** The value on its way out of one document. An interface: the JVM loads no class to check it. */
  private interface Target<T> {
    /** The parser is at the root, which is no object. */
    default void root(JsonReader in) throws IOException {
      in.skip();
    }

    /** The parser is at the envelope's member; false leaves it there. */
    default boolean value(JsonReader in) throws IOException {
      return false;
    }

    /** The parser is at the value of another member of the root. */
    default void member(JsonReader in, String name) throws IOException {
      in.skip();
    }

    /** The value, after the whole document was read. */
    T done(JsonReader in, String path, @Nullable JsonToken found) throws IOException;
  }

  private static final class ModelTarget<M extends Model> implements Target<M> {
    private final Table<M> table;
    private @Nullable ModelReader<M> bare;
    private @Nullable ModelReader<M> wrapped;

    ModelTarget(Table<M> table) {
      this.table = table;
    }

    @Override
    public boolean value(JsonReader in) throws IOException {
      if (!in.isAt(JsonToken.START_OBJECT)) {
        return false;
      }
      wrapped = new ModelReader<>(table, in).members();
      return true;
    }

    @Override
    public void member(JsonReader in, String name) throws IOException {
      if (bare == null) {
        bare = new ModelReader<>(table, in);
      }
      bare.member(name);
    }

    @Override
    public M done(JsonReader in, String path, @Nullable JsonToken found) throws IOException {
      boolean isBare = wrapped == null && bare != null;
      ModelReader<M> reader = isBare ? bare : wrapped;
      boolean isOdd = found != null && found != JsonToken.START_OBJECT;
      if (reader == null) {
        if (isOdd) {
          throw new IOException(JsonPath.expected(path, "an object", Kind.nameOf(found)));
        }
        reader = new ModelReader<>(table, in);
      }
      M model = reader.build();
      if (model == null) {
        throw new IOException(
            isBare && isOdd
                ? JsonPath.expected(path, "an object", Kind.nameOf(found))
                : reader.whyNot(isBare ? "$" : path));
      }
      return model;
    }
  }

  private static final class ListTarget<V> implements Target<List<V>> {
    private final Kind<List<V>> kind;
    private @Nullable List<V> elements;
    private boolean odd;

    ListTarget(Kind<V> element) {
      this.kind = Kind.listOf(element);
    }

    @Override
    public boolean value(JsonReader in) throws IOException {
      if (!in.isAt(JsonToken.START_ARRAY)) {
        return false;
      }
      root(in);
      return true;
    }

    @Override
    public void root(JsonReader in) throws IOException {
      elements = kind.read(in);
      odd = in.isOdd();
    }

    @Override
    public List<V> done(JsonReader in, String path, @Nullable JsonToken found) throws IOException {
      if (elements == null) {
        throw new IOException(JsonPath.expected(path, "a list", Kind.nameOf(found)));
      }
      if (odd) {
        LoggerFactory.getLogger("com.talkturo.sdk.answers")
            .warn("{}: elements that could not be read were left out of a list", path);
      }
      return elements;
    }
  }

  /** Only the success word matters. */
  private static final class NoTarget implements Target<Void> {
    @Override
    @SuppressWarnings("NullAway") // Void has no other value than null.
    public Void done(JsonReader in, String path, @Nullable JsonToken found) {
      return null;
    }
  }

  /** What becomes a value of the bytes, once it is clear which of them. */
  private interface Conversion<T> {
    T of(byte[] json, String path) throws IOException;
  }

  private static final class BytesTarget<T> implements Target<T> {
    private final Conversion<T> conversion;
    private byte @Nullable [] wrapped;

    BytesTarget(Conversion<T> conversion) {
      this.conversion = conversion;
    }

    @Override
    public boolean value(JsonReader in) throws IOException {
      wrapped = in.bytesOfValue();
      return true;
    }

    @Override
    public T done(JsonReader in, String path, @Nullable JsonToken found) throws IOException {
      return wrapped == null ? conversion.of(in.bytes(), "$") : conversion.of(wrapped, path);
    }
  }
}
