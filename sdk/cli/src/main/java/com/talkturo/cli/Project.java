package com.talkturo.cli;

import com.talkturo.provisioning.ApplyOptions;
import com.talkturo.provisioning.Provisioner;
import com.talkturo.provisioning.StateStore;
import com.talkturo.provisioning.files.AssistantFiles;
import com.talkturo.provisioning.files.Declared;
import com.talkturo.provisioning.files.FilesException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A folder of files, one of its environments, and the way to its API. */
final class Project implements AutoCloseable {
  private final AssistantFiles files;
  private final Declared declared;
  private final Backend backend;
  private final Progress progress;
  private final Provisioner provisioner;

  private Project(
      AssistantFiles files,
      Declared declared,
      Backend backend,
      Progress progress,
      Provisioner provisioner) {
    this.files = files;
    this.declared = declared;
    this.backend = backend;
    this.progress = progress;
    this.provisioner = provisioner;
  }

  static Project open(Arguments arguments, Output output) {
    return open(arguments, output, options -> {});
  }

  static Project open(Arguments arguments, Output output, Consumer<ApplyOptions> options) {
    AssistantFiles files = files(arguments, output);
    Declared declared = read(files, environment(files, arguments));
    Progress progress = new Progress(output);
    Backend backend =
        arguments.has(Option.EMBEDDED)
            ? Backend.embedded(arguments.folder(), declared.environment(), progress)
            : Backend.of(declared, output.terminal(), progress);
    try {
      Provisioner provisioner =
          Provisioner.builder(backend.client())
              .store(StateStore.files(backend.stateFolder()))
              .accountSlug(backend.accountSlug())
              .environment(declared.environment())
              .options(
                  o ->
                      o.customFields(declared.customFields())
                          .strictPrompts(declared.strictPrompts()))
              .options(options)
              .build();
      return new Project(files, declared, backend, progress, provisioner);
    } catch (RuntimeException e) {
      backend.close();
      throw e;
    }
  }

  static AssistantFiles files(Arguments arguments, Output output) {
    return AssistantFiles.in(arguments.folder()).withVariables(output.terminal()::variable);
  }

  /** The one that was named, or the only one. */
  static String environment(AssistantFiles files, Arguments arguments) {
    if (arguments.has(Option.ENV)) {
      return arguments.value(Option.ENV).orElseThrow();
    }
    List<String> all = files.environments();
    if (all.size() == 1) {
      return all.get(0);
    }
    throw new UsageException(
        all.isEmpty()
            ? "there is no environments/NAME.yaml in "
                + arguments.folder()
                + "; name the folder with --dir, or run talkturo init"
            : "there are several environments; name one with --env: " + String.join(", ", all));
  }

  static Declared read(AssistantFiles files, String environment) {
    try {
      return files.read(environment);
    } catch (FilesException e) {
      List<String> all = files.environments();
      if (!all.isEmpty() && !all.contains(environment)) {
        throw new UsageException(e.problems().get(0).message());
      }
      throw e;
    }
  }

  AssistantFiles files() {
    return files;
  }

  Declared declared() {
    return declared;
  }

  Provisioner provisioner() {
    return provisioner;
  }

  Progress progress() {
    return progress;
  }

  Path stateFolder() {
    return backend.stateFolder();
  }

  /** Such as {@code prod, account acme}. */
  String title() {
    return declared.environment()
        + (backend.isEmbedded() ? " (embedded)" : "")
        + ", account "
        + backend.accountSlug();
  }

  @Override
  public void close() {
    progress.end();
    backend.close();
  }
}
