package com.talkturo.provisioning.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A folder of files that a test writes. */
final class Folder {
  final Path path;
  private final Map<String, String> variables = new HashMap<>();

  Folder(Path path) {
    this.path = path;
    write("talkturo.yaml", "");
    write("environments/prod.yaml", "account: acme\n");
  }

  Folder write(String file, String text) {
    try {
      Path target = path.resolve(file);
      Files.createDirectories(target.getParent());
      Files.writeString(target, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String file) {
    try {
      return Files.readString(path.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Folder variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  AssistantFiles files() {
    return AssistantFiles.in(path).withVariables(variables::get);
  }

  Declared read() {
    return files().read("prod");
  }

  /** What is wrong, or nothing. */
  List<String> problems() {
    try {
      read();
      return List.of();
    } catch (FilesException e) {
      return e.problems().stream().map(FileProblem::toString).toList();
    }
  }
}
