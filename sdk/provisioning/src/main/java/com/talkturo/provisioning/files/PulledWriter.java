package com.talkturo.provisioning.files;

import com.talkturo.provisioning.AssistantSpec;
import com.talkturo.provisioning.ManagedField;
import com.talkturo.provisioning.Pulled;
import com.talkturo.provisioning.files.FolderReader.Folder;
import com.talkturo.provisioning.files.Yaml.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes live assistants into the files, each field where it is declared. */
final class PulledWriter {
  private final Root root;
  private final FolderReader reader;

  PulledWriter(Root root, FolderReader reader) {
    this.root = root;
    this.reader = reader;
  }

  Written write(String environment, Collection<Pulled> live) {
    Folder folder = reader.read(environment);
    FileEdits edits = new FileEdits(folder.texts());
    List<String> notes = new ArrayList<>();
    live.forEach(pulled -> new Writing(folder, edits, notes, pulled).write());
    return new Written(edits.write(root), List.copyOf(notes));
  }

  /** One assistant. */
  private final class Writing {
    private final Folder folder;
    private final FileEdits edits;
    private final List<String> notes;
    private final Pulled pulled;
    private final String file;
    private final SpecReader.@Nullable Read declared;
    private final List<LayerEdits> layers = new ArrayList<>();
    private final List<String> added = new ArrayList<>();

    Writing(Folder folder, FileEdits edits, List<String> notes, Pulled pulled) {
      this.folder = folder;
      this.edits = edits;
      this.notes = notes;
      this.pulled = pulled;
      this.file = FolderReader.assistantFile(pulled.key());
      this.declared = folder.specs().get(pulled.key());
      Stream.of(folder.assistants(), folder.overrides())
          .flatMap(of -> Optional.ofNullable(of.get(pulled.key())).stream())
          .forEach(layer -> layers.add(new LayerEdits(edits, layer)));
    }

    void write() {
      for (ManagedField field : ManagedField.values()) {
        Object value = pulled.spec().fields().get(field.jsonName());
        if (declared != null) {
          write(declared, field.jsonName(), value);
        } else if (value != null) {
          add(field.jsonName(), value);
        }
      }
      if (declared != null) {
        new PulledNumbers(edits, notes, pulled).write(declared);
      } else {
        pulled
            .spec()
            .phoneNumberIds()
            .filter(ids -> !ids.isEmpty())
            .ifPresent(
                ids ->
                    notes.add(
                        "its phone numbers are not managed; to manage them, write under assistants in "
                            + FolderReader.environmentFile(folder.declared().environment())
                            + ": "
                            + pulled.key()
                            + ": {phoneNumberIds: "
                            + PulledNumbers.list(ids)
                            + "}"));
      }
      finish();
    }

    private void finish() {
      for (LayerEdits layer : layers) {
        added.addAll(layer.write());
      }
      if (declared == null) {
        edits.put(file, String.join("\n", added) + "\n");
      } else if (!added.isEmpty()) {
        edits.append(Objects.requireNonNull(folder.assistants().get(pulled.key())), added);
      }
    }

    private void write(SpecReader.Read read, String name, @Nullable Object live) {
      AssistantSpec spec = read.spec();
      Field field = read.fields().get(name);
      if (field == null) {
        if (live != null && spec.fields().containsKey(name)) {
          setCleared(name, live);
        } else if (live != null) {
          add(name, live);
        }
      } else if (live != null) {
        if (!live.equals(spec.fields().get(name))) {
          change(spec, name, field, live);
        }
      } else if (pulled.emptyFields().contains(name)) {
        clear(name, field);
      } else if (pulled.otherFields().contains(name)) {
        notes.add(name + " has a value in the API that cannot be declared; correct it there");
      } else {
        notes.add(name + " is not shown by the API, so it stays as declared");
      }
    }

    private void change(AssistantSpec spec, String name, Field field, Object live) {
      Yaml value = field.value();
      Set<String> variables = Substitution.variables(value);
      if (spec.hiddenFields().contains(name)) {
        notes.add(PulledNumbers.fromVariable(name, variables, value.place()));
      } else if (isDefault(field)) {
        // Others have the default too.
        add(name, live);
      } else if (layerOf(field).isEmpty()) {
        notes.add(standsElsewhere(name, field));
      } else {
        Optional<String> promptFile = ownPromptFile(value);
        if (promptFile.isPresent() && YamlText.fitsFile(live.toString())) {
          edits.put(promptFile.get(), live + "\n");
        } else {
          edits.replace(value, YamlText.of(live));
        }
      }
    }

    /** The API has no value: the file says so, too. */
    private void clear(String name, Field field) {
      Optional<LayerEdits> layer = isDefault(field) ? Optional.of(layers.get(0)) : layerOf(field);
      if (name.equals(ManagedField.NAME.jsonName())) {
        notes.add("name has no value in the API, and must have one; set it with: talkturo apply");
      } else if (layer.isEmpty()) {
        notes.add(standsElsewhere(name, field));
      } else {
        layer.get().clear(name);
      }
    }

    /** The files clear it, and the API has a value. */
    private void setCleared(String name, Object live) {
      Optional<LayerEdits> last = layers.stream().filter(l -> l.clears(name)).reduce((a, b) -> b);
      if (last.isEmpty()) {
        // A default, which the assistant's file overrides.
        add(name, live);
      } else if (last.get().holds(last.get().clearField())) {
        last.get().set(name, valueOf(name, live));
      } else {
        notes.add(standsElsewhere(Layers.CLEAR, last.get().clearField()));
      }
    }

    private Optional<LayerEdits> layerOf(Field field) {
      return layers.stream().filter(layer -> layer.holds(field)).findFirst();
    }

    private static boolean isDefault(Field field) {
      return field.place().file().equals(FolderReader.MAIN);
    }

    private static String standsElsewhere(String name, Field field) {
      return name
          + " is an anchor or an alias, so others have its value; change it at "
          + field.value().place();
    }

    /** The file that holds a text, if no other assistant has it. */
    private Optional<String> ownPromptFile(Yaml value) {
      Optional<String> own = promptFile(value);
      boolean isShared =
          folder.specs().entrySet().stream()
              .filter(other -> !other.getKey().equals(pulled.key()))
              .flatMap(other -> other.getValue().fields().values().stream())
              .anyMatch(field -> own.isPresent() && promptFile(field.value()).equals(own));
      return isShared ? Optional.empty() : own;
    }

    private static Optional<String> promptFile(Yaml value) {
      return value instanceof Yaml.Fields map
              && map.fields().get("file") != null
              && map.fields().get("file").value() instanceof Yaml.Text text
          ? Optional.of(text.text()).filter(path -> !path.contains("${"))
          : Optional.empty();
    }

    /** A new line in the assistant's file. */
    private void add(String name, Object value) {
      added.add(name + ": " + valueOf(name, value));
    }

    /** Prompts get a file of their own. */
    private String valueOf(String name, Object value) {
      String prompt = "prompts/" + pulled.key() + ".md";
      if (name.equals(ManagedField.SYSTEM_PROMPT.jsonName())
          && YamlText.fitsFile((String) value)
          && !root.exists(prompt)
          && !edits.puts(prompt)) {
        edits.put(prompt, value + "\n");
        return "{file: " + prompt + "}";
      }
      return YamlText.of(value);
    }
  }
}
