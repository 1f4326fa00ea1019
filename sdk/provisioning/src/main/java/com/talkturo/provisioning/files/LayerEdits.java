package com.talkturo.provisioning.files;

import com.talkturo.provisioning.files.Yaml.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Fields that one file begins or ends to clear for an assistant. */
final class LayerEdits {
  private final FileEdits edits;
  private final Yaml.Fields layer;
  private final Set<String> cleared = new LinkedHashSet<>();
  private final Map<String, String> set = new LinkedHashMap<>();

  /**
   * @param layer what the file holds for the assistant
   */
  LayerEdits(FileEdits edits, Yaml.Fields layer) {
    this.edits = edits;
    this.layer = layer;
  }

  /** Whether a field, or the list of cleared fields, stands here and can be changed here. */
  boolean holds(Field field) {
    Optional<Field> own = layer.fields().values().stream().filter(sameAs(field)).findFirst();
    // What is merged in stands before.
    return own.filter(o -> o.span().start() >= layer.span().start()).isPresent()
        && !layer.isAnchor()
        && field.holdsItsValue();
  }

  private static Predicate<Field> sameAs(Field field) {
    return own -> own.place().equals(field.place());
  }

  boolean clears(String name) {
    return namesCleared().contains(name);
  }

  /** The list of cleared fields, if anything is cleared here. */
  Field clearField() {
    return Objects.requireNonNull(layer.fields().get(Layers.CLEAR));
  }

  void clear(String name) {
    cleared.add(name);
  }

  /** Sets what is cleared here. */
  void set(String name, String value) {
    set.put(name, value);
  }

  /** Edits the file. The lines that have no place of their own in it are left to the caller. */
  List<String> write() {
    if (cleared.isEmpty() && set.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    Set<String> names = namesCleared();
    names.removeAll(set.keySet());
    names.addAll(cleared);
    if (!names.isEmpty()) {
      lines.add(
          names.stream()
              .map(name -> name.matches("\\w+") ? name : YamlText.of(name))
              .collect(Collectors.joining(", ", Layers.CLEAR + ": [", "]")));
    }
    set.forEach((name, value) -> lines.add(name + ": " + value));
    List<Field> outdated = new ArrayList<>();
    Optional.ofNullable(layer.fields().get(Layers.CLEAR)).ifPresent(outdated::add);
    cleared.forEach(name -> Optional.ofNullable(layer.fields().get(name)).ifPresent(outdated::add));
    if (outdated.isEmpty()) {
      return lines;
    }
    edits.replace(layer, outdated.get(0), lines);
    edits.remove(layer, outdated.subList(1, outdated.size()));
    return List.of();
  }

  private Set<String> namesCleared() {
    Set<String> names = new LinkedHashSet<>();
    Field clear = layer.fields().get(Layers.CLEAR);
    if (clear != null && clear.value() instanceof Yaml.Items items) {
      for (Yaml item : items.items()) {
        if (item instanceof Yaml.Text text) {
          names.add(text.text());
        }
      }
    }
    return names;
  }
}
