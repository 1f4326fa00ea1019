package com.talkturo.provisioning.files;

import com.talkturo.provisioning.Pulled;
import com.talkturo.provisioning.files.Yaml.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes the phone numbers of an assistant where, and as, they are declared for it. */
final class PulledNumbers {
  private final FileEdits edits;
  private final List<String> notes;
  private final Pulled pulled;

  PulledNumbers(FileEdits edits, List<String> notes, Pulled pulled) {
    this.edits = edits;
    this.notes = notes;
    this.pulled = pulled;
  }

  void write(SpecReader.Read read) {
    Optional<Set<String>> live = pulled.spec().phoneNumberIds();
    if (live.isEmpty() || !read.spec().managesPhoneNumbers()) {
      return;
    }
    Set<String> declaredIds = read.spec().phoneNumberIds().orElse(Set.of());
    boolean isByNumber = read.spec().phoneNumbers().isPresent();
    Set<String> ids = new TreeSet<>();
    Set<String> numbers = new TreeSet<>();
    for (String id : live.get()) {
      String number = pulled.phoneNumbers().get(id);
      if (isByNumber && number != null && !declaredIds.contains(id)) {
        numbers.add(number);
      } else {
        ids.add(id);
      }
    }
    boolean isHidden = read.spec().hiddenFields().contains(SpecReader.PLANNED_NUMBERS);
    write(read, SpecReader.NUMBERS, read.spec().phoneNumbers(), numbers, isHidden);
    write(read, SpecReader.NUMBER_IDS, read.spec().phoneNumberIds(), ids, isHidden);
  }

  private void write(
      SpecReader.Read read,
      String name,
      Optional<Set<String>> declared,
      Set<String> live,
      boolean isHidden) {
    Field field = read.fields().get(name);
    if (declared.isEmpty() || field == null) {
      if (!live.isEmpty()) {
        notes.add(
            "the API shows no E.164 form of phone numbers "
                + list(live)
                + "; declare them as "
                + SpecReader.NUMBER_IDS);
      }
    } else if (!declared.get().equals(live)) {
      if (isHidden) {
        Set<String> variables = Substitution.variables(field.value());
        notes.add(fromVariable(name, variables, field.value().place()));
      } else if (field.place().file().equals(FolderReader.MAIN) || !field.holdsItsValue()) {
        notes.add(name + " at " + field.value().place() + " are to become " + list(live));
      } else {
        edits.replace(field.value(), list(live));
      }
    }
  }

  /** Why a value that nobody may see is not written, and what to do. */
  static String fromVariable(String name, Set<String> variables, Place place) {
    return name
        + ": the API has another value than environment variable "
        + String.join(", ", variables)
        + " gives; set that to what the dashboard shows, or write the value at "
        + place;
  }

  static String list(Set<String> ids) {
    return new TreeSet<>(ids)
        .stream().map(YamlText::of).collect(Collectors.joining(", ", "[", "]"));
  }
}
