package com.talkturo.sdk.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bytes of one document, the parser on them, and what it met so far. */
final class JsonReader implements Closeable {
  private final byte[] bytes;
  private final JsonParser parser;
  private boolean odd;
  private boolean duplicate;

  JsonReader(byte[] bytes) throws IOException {
    this.bytes = bytes;
    this.parser = Json.FACTORY.createParser(bytes);
  }

  @Nullable JsonToken nextToken() throws IOException {
    return parser.nextToken();
  }

  JsonToken currentToken() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new IOException(path() + ": the document ends inside a value");
    }
    return token;
  }

  boolean isAt(JsonToken token) {
    return parser.hasToken(token);
  }

  String currentName() throws IOException {
    return parser.currentName();
  }

  /** Moves to the next member; its name, null at the end of the object. */
  @Nullable String nextName() throws IOException {
    return parser.nextFieldName();
  }

  /**
   * The same, faster if the member is of the likely row: to compare its bytes with one name costs
   * less than to find out which name they are.
   */
  @Nullable String nextName(Row<?> likely) throws IOException {
    if (parser.nextFieldName(likely.encodedName())) {
      return likely.name();
    }
    return isAt(JsonToken.FIELD_NAME) ? currentName() : null;
  }

  String text() throws IOException {
    return parser.getText();
  }

  int textLength() throws IOException {
    return parser.getTextLength();
  }

  double doubleValue() throws IOException {
    return parser.getDoubleValue();
  }

  long longValue() throws IOException {
    return parser.getLongValue();
  }

  /** Moves to the end of the object or list that starts here, if one does. */
  void skip() throws IOException {
    parser.skipChildren();
  }

  String path() {
    return JsonPath.of(parser.getParsingContext());
  }

  /** Whether the value read last is there, but not all of it. */
  boolean isOdd() {
    return odd;
  }

  void setOdd(boolean odd) {
    this.odd = odd;
  }

  /** An object of a table has a member twice. */
  void sawDuplicate() {
    duplicate = true;
  }

  boolean hasDuplicate() {
    return duplicate;
  }

  /**
   * The offset, in bytes, of the value at whose start the parser is.
   *
   * @throws NotUtf8 if the document is in another encoding, for which Jackson counts characters
   */
  long position() throws NotUtf8 {
    long position = parser.currentTokenLocation().getByteOffset();
    if (position < 0) {
      throw new NotUtf8();
    }
    return position;
  }

  /** The whole document. */
  byte[] bytes() {
    return bytes;
  }

  /** The bytes of the value that the parser is at; it moves to the end. */
  byte[] bytesOfValue() throws IOException {
    long start = position();
    parser.skipChildren();
    parser.finishToken();
    return bytesFrom(start);
  }

  /** The bytes from there to the end of the object or list that the parser has just left. */
  private byte[] bytesFrom(long start) throws NotUtf8 {
    long end = parser.currentLocation().getByteOffset();
    if (end < 0) {
      throw new NotUtf8();
    }
    return Arrays.copyOfRange(bytes, (int) start, (int) end);
  }

  /** The tree of an object or list; from there once more if the parser has gone through it. */
  @Nullable Object treeFrom(long start) throws IOException {
    return currentToken().isStructStart() ? tree() : treeOf(bytesFrom(start));
  }

  static @Nullable Object treeOf(byte[] bytes) throws IOException {
    try (JsonReader in = new JsonReader(bytes)) {
      in.nextToken();
      return in.tree();
    }
  }

  /** The value that the parser is at as Map, List, String, Number, Boolean or null. */
  @Nullable Object tree() throws IOException {
    return tree(0);
  }

  private @Nullable Object tree(int depth) throws IOException {
    switch (currentToken()) {
      case START_OBJECT:
        return depth < Trees.MAX_DEPTH ? object(depth) : skipped();
      case START_ARRAY:
        return depth < Trees.MAX_DEPTH ? array(depth) : skipped();
      case VALUE_STRING:
        return parser.getText();
      case VALUE_NUMBER_INT:
      case VALUE_NUMBER_FLOAT:
        return Numbers.tree(this);
      case VALUE_TRUE:
        return true;
      case VALUE_FALSE:
        return false;
      case VALUE_NULL:
        return null;
      default:
        throw new IOException(path() + ": malformed JSON");
    }
  }

  private Map<String, @Nullable Object> object(int depth) throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, tree(depth + 1));
    }
    return Trees.owned(members);
  }

  private List<@Nullable Object> array(int depth) throws IOException {
    List<@Nullable Object> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(tree(depth + 1));
    }
    return Trees.owned(elements);
  }

  private @Nullable Object skipped() throws IOException {
    parser.skipChildren();
    return null;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** The document is read once more, as UTF-8. */
  static final class NotUtf8 extends IOException {
    private static final long serialVersionUID = 1;

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }
}
