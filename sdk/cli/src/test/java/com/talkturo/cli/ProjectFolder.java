package com.talkturo.cli;

import com.talkturo.sdk.testing.TalkturoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder of files for a server that a test holds, and a terminal to run commands on it. */
final class ProjectFolder {
  final Path path;
  final TestTerminal terminal = new TestTerminal();

  private ProjectFolder(Path path) {
    this.path = path;
  }

  /** With the environment {@code prod} of the server's first account; its state is not made yet. */
  static ProjectFolder of(Path path, TalkturoServer server) {
    ProjectFolder folder = new ProjectFolder(path);
    folder.write("talkturo.yaml", "");
    folder.write(
        "environments/prod.yaml",
        "base_url: " + server.baseUrl() + "\naccount: " + server.accountSlug() + "\n");
    folder.terminal.variable("TALKTURO_API_KEY", server.apiKey());
    return folder;
  }

  ProjectFolder write(String file, String text) {
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

  /** The exit code of a command in this folder. */
  int run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--dir");
    all.add(path.toString());
    return terminal.run(all.toArray(new String[0]));
  }

  String printed() {
    return terminal.printed();
  }

  String errors() {
    return terminal.errors();
  }
}
