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
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    private final StringBuilder added = new StringBuilder();

    Writing(Folder folder, FileEdits edits, List<String> notes, Pulled pulled) {
      this.folder = folder;
      this.edits = edits;
      this.notes = notes;
      this.pulled = pulled;
      this.file = FolderReader.assistantFile(pulled.key());
      this.declared = folder.specs().get(pulled.key());
    }

    void write() {
      for (ManagedField field : ManagedField.values()) {
        Object value = pulled.spec().fields().get(field.jsonName());
        if (declared == null) {
          if (value != null) {
            add(field.jsonName(), value);
          }
        } else {
          write(declared, field.jsonName(), value);
        }
      }
      if (declared != null) {
        writeNumbers(declared);
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
                            + list(ids)
                            + "}"));
      }
      finish();
    }

    private void finish() {
      if (declared == null) {
        edits.put(file, added.toString());
      } else if (!added.isEmpty()) {
        Yaml.Fields own = Objects.requireNonNull(folder.assistants().get(pulled.key()));
        if (!own.isBlock()) {
          throw Problems.one(own.place(), "the file is one map in braces; write a line per field");
        }
        edits.append(file, added.toString().indent(own.place().column() - 1));
      }
    }

    private void write(SpecReader.Read read, String name, @Nullable Object live) {
      AssistantSpec spec = read.spec();
      Field field = read.fields().get(name);
      if (field == null) {
        if (live != null && spec.fields().containsKey(name)) {
          notes.add(name + " is cleared by the files, and has a value; it was left as it is");
        } else if (live != null) {
          add(name, live);
        }
      } else if (live == null) {
        notes.add(name + " has no value in the API; to send none write clear: [" + name + "]");
      } else if (!live.equals(spec.fields().get(name))) {
        change(spec, name, field, live);
      }
    }

    private void change(AssistantSpec spec, String name, Field field, Object live) {
      Yaml value = field.value();
      if (spec.hiddenFields().contains(name)) {
        notes.add(name + " comes from an environment variable and differs; change the variable");
      } else if (isFrom(FolderReader.MAIN, value)) {
        // Others have the default too.
        add(name, live);
      } else if (isAlias(field)) {
        notes.add(name + " stands elsewhere as an anchor; change it at " + value.place());
      } else {
        Optional<String> promptFile = ownPromptFile(value);
        if (promptFile.isPresent() && YamlText.fitsFile(live.toString())) {
          edits.put(promptFile.get(), live + "\n");
        } else {
          edits.replace(value, YamlText.of(live));
        }
      }
    }

    private static boolean isFrom(String file, Yaml value) {
      return value.place().file().equals(file);
    }

    private static boolean isAlias(Field field) {
      Place name = field.place();
      Place value = field.value().place();
      return !name.file().equals(value.file())
          || value.line() < name.line()
          || (value.line() == name.line() && value.column() < name.column());
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

    /** A new line in the assistant's file; prompts get a file of their own. */
    private void add(String name, Object value) {
      String prompt = "prompts/" + pulled.key() + ".md";
      if (name.equals(ManagedField.SYSTEM_PROMPT.jsonName())
          && YamlText.fitsFile((String) value)
          && !root.exists(prompt)
          && !edits.puts(prompt)) {
        edits.put(prompt, value + "\n");
        added.append(name).append(": {file: ").append(prompt).append("}\n");
      } else {
        added.append(name).append(": ").append(YamlText.of(value)).append('\n');
      }
    }

    /** Those in E.164 form cannot be compared with ids. */
    private void writeNumbers(SpecReader.Read read) {
      Optional<Set<String>> live = pulled.spec().phoneNumberIds();
      Field field = read.fields().get(SpecReader.NUMBER_IDS);
      if (field == null
          || live.isEmpty()
          || read.spec().phoneNumbers().isPresent()
          || live.equals(read.spec().phoneNumberIds())) {
        return;
      }
      if (read.spec().hiddenFields().contains("numbers")
          || isFrom(FolderReader.MAIN, field.value())) {
        notes.add("its phone numbers differ and were left as they are: " + list(live.get()));
      } else {
        edits.replace(field.value(), list(live.get()));
      }
    }

    private static String list(Set<String> ids) {
      return new TreeSet<>(ids)
          .stream().map(YamlText::of).collect(Collectors.joining(", ", "[", "]"));
    }
  }
}
