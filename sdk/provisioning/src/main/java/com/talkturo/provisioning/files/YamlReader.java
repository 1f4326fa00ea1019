package com.talkturo.provisioning.files;

import com.talkturo.provisioning.files.Yaml.Field;
import com.talkturo.provisioning.files.Yaml.Scalar;
import com.talkturo.provisioning.files.Yaml.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** YAML 1.2, with the place of everything. */
final class YamlReader {
  private static final int LARGEST = 16 * 1024 * 1024;

  /** How many values aliases may stand for, beside those that are written out. */
  private static final int MOST_BY_ALIAS = 100_000;

  private static final Map<Tag, Scalar> SCALARS =
      Map.of(
          Tag.STR, Scalar.TEXT,
          // What begins with "${" is for the substitution to judge.
          Tag.ENV_TAG, Scalar.TEXT,
          Tag.INT, Scalar.INTEGER,
          Tag.FLOAT, Scalar.DECIMAL,
          Tag.BOOL, Scalar.FLAG);

  private static final String ITEM_OF = "an item of ";

  private final String file;
  private final String text;
  private final Problems problems;
  private final Deque<Node> open = new ArrayDeque<>();
  private final int @Nullable [] offsets;
  private int valuesRead;
  private boolean isTooMuch;

  private YamlReader(String file, String text, Problems problems) {
    this.file = file;
    this.text = text;
    this.problems = problems;
    offsets = offsets(text);
  }

  /** Where each code point stands, or null if every char is one. */
  private static int @Nullable [] offsets(String text) {
    int codePoints = text.codePointCount(0, text.length());
    if (codePoints == text.length()) {
      return null;
    }
    int[] offsets = new int[codePoints + 1];
    for (int i = 0; i < codePoints; i++) {
      offsets[i + 1] = text.offsetByCodePoints(offsets[i], 1);
    }
    return offsets;
  }

  /** The map of a file, empty if the file is; what is wrong goes to the problems. */
  static Yaml.Fields read(String file, String text, Problems problems) {
    return new YamlReader(file, text, problems).root();
  }

  private Yaml.Fields root() {
    Yaml.Fields empty =
        new Yaml.Fields(
            Place.startOf(file), new Span(text.length(), text.length()), false, Map.of(), true);
    Optional<Node> root;
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setLabel(file)
              .setSchema(new CoreSchema())
              .setCodePointLimit(LARGEST)
              .setMaxAliasesForCollections(MOST_BY_ALIAS)
              .build();
      Parser parser = new ParserImpl(settings, new StreamReader(settings, text));
      root = new Composer(settings, new ShallowParser(parser)).getSingleNode();
    } catch (MarkedYamlEngineException e) {
      problems.add(
          e.getProblemMark().map(this::place).orElseGet(() -> Place.startOf(file)),
          "not valid YAML: "
              + (e.getContext() == null || e.getContext().isEmpty() ? "" : e.getContext() + ": ")
              + problem(e)
              + quotesHint(e));
      return empty;
    } catch (ReaderException e) {
      problems.add(
          placeAt(offset(e.getPosition())),
          String.format(
              "not valid YAML: the character U+%04X is not allowed; write it as an escape in double"
                  + " quotes",
              e.getCodePoint()));
      return empty;
    } catch (YamlEngineException e) {
      problems.add(Place.startOf(file), "not valid YAML: " + e.getMessage());
      return empty;
    }
    if (root.isEmpty() || isNull(root.get())) {
      return empty;
    }
    Yaml value = value(root.get(), "");
    if (value instanceof Yaml.Fields fields) {
      return fields;
    }
    if (value != null) {
      problems.add(value.place(), "the file holds " + value.kind() + "; allowed is a map");
    }
    return empty;
  }

  private static String problem(MarkedYamlEngineException e) {
    return e.getProblem() == null ? String.valueOf(e.getMessage()) : e.getProblem();
  }

  /** The braces of a variable end a scalar there. */
  private String quotesHint(MarkedYamlEngineException e) {
    return e.getProblemMark()
        .flatMap(mark -> text.lines().skip(mark.getLine()).findFirst())
        .filter(line -> line.contains("${"))
        .map(line -> "; within [] and {} put ${...} in quotes")
        .orElse("");
  }

  private @Nullable Yaml value(Node node, String name) {
    if (isTooMuch) {
      return null;
    }
    if (open.contains(node)) {
      problems.add(place(node), "an alias stands for what it is part of; write the value out");
      return null;
    }
    if (open.size() > ShallowParser.DEEPEST || ++valuesRead > text.length() + MOST_BY_ALIAS) {
      isTooMuch = true;
      problems.add(Place.startOf(file), "aliases stand for too much; write some values out");
      return null;
    }
    open.push(node);
    try {
      if (node instanceof ScalarNode scalar) {
        return scalar(scalar, name);
      }
      if (node instanceof SequenceNode sequence && node.getTag().equals(Tag.SEQ)) {
        List<Yaml> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
          Yaml value = value(item, ITEM_OF + name);
          if (value != null) {
            items.add(value);
          }
        }
        return new Yaml.Items(place(node), span(node), isAnchor(node), items);
      }
      if (node instanceof MappingNode mapping && node.getTag().equals(Tag.MAP)) {
        return new Yaml.Fields(
            place(node),
            span(node),
            isAnchor(node),
            fields(mapping),
            mapping.getFlowStyle() == FlowStyle.BLOCK);
      }
      problems.add(place(node), "the tag " + node.getTag() + " is not allowed; take it out");
      return null;
    } finally {
      open.pop();
    }
  }

  private Map<String, Field> fields(MappingNode mapping) {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(place(tuple.getKeyNode()), "the name of a field is not text");
        continue;
      }
      String name = key.getValue();
      Yaml value = value(tuple.getValueNode(), name);
      if (fields.containsKey(name)) {
        problems.add(
            place(key),
            "\"" + name + "\" stands here twice, first in line " + fields.get(name).place().line());
      } else if (value != null) {
        fields.put(name, new Field(place(key), span(key), value));
      }
    }
    return fields;
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
  }

  private @Nullable Yaml scalar(ScalarNode node, String name) {
    if (isNull(node)) {
      problems.add(
          place(node),
          name.startsWith(ITEM_OF)
              ? name + " is null; take it out, or write \"\" for empty text"
              : name
                  + " is null; to send null write clear: ["
                  + name
                  + "], to leave it alone take the line out, for empty text write \"\"");
      return null;
    }
    Scalar scalar = SCALARS.get(node.getTag());
    if (scalar == null) {
      problems.add(place(node), "the tag " + node.getTag() + " is not allowed; take it out");
      return null;
    }
    Span span = span(node);
    int quotes = node.isPlain() ? 0 : 1;
    boolean isAsWritten =
        span.end() - span.start() == node.getValue().length() + 2 * quotes
            && text.startsWith(node.getValue(), span.start() + quotes);
    return new Yaml.Text(
        place(node),
        span,
        isAnchor(node),
        node.getValue(),
        scalar,
        node.getScalarStyle() == ScalarStyle.LITERAL ? indent(span) : -1,
        isAsWritten);
  }

  /** How far the lines of a literal block are indented, by the first that is not blank. */
  private int indent(Span span) {
    int line = text.indexOf('\n', span.start()) + 1;
    int at = line;
    while (at > 0 && at < span.end() && (text.charAt(at) == ' ' || text.charAt(at) == '\n')) {
      line = text.charAt(at) == '\n' ? at + 1 : line;
      at++;
    }
    return at - line;
  }

  private static boolean isAnchor(Node node) {
    return node.getAnchor().isPresent();
  }

  private Place place(Node node) {
    return node.getStartMark().map(this::place).orElseGet(() -> Place.startOf(file));
  }

  private Place place(Mark mark) {
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private Place placeAt(int offset) {
    String before = text.substring(0, offset);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new Place(file, line, offset - before.lastIndexOf('\n'));
  }

  private Span span(Node node) {
    int start = offset(node.getStartMark());
    return new Span(start, Math.max(start, endOf(node)));
  }

  /** The mark behind a block is that of what follows, so the last leaf counts. */
  private int endOf(Node node) {
    if (node instanceof SequenceNode sequence
        && sequence.getFlowStyle() == FlowStyle.BLOCK
        && !sequence.getValue().isEmpty()) {
      return endOf(sequence.getValue().get(sequence.getValue().size() - 1));
    }
    if (node instanceof MappingNode mapping
        && mapping.getFlowStyle() == FlowStyle.BLOCK
        && !mapping.getValue().isEmpty()) {
      return endOf(mapping.getValue().get(mapping.getValue().size() - 1).getValueNode());
    }
    return offset(node.getEndMark());
  }

  private int offset(Optional<Mark> mark) {
    return mark.map(m -> offset(m.getIndex())).orElse(0);
  }

  private int offset(int codePoints) {
    return offsets == null
        ? Math.min(codePoints, text.length())
        : offsets[Math.min(codePoints, offsets.length - 1)];
  }
}
