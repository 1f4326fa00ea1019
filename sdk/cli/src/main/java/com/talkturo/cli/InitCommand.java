package com.talkturo.cli;

import com.talkturo.cli.Output.Json;
import com.talkturo.provisioning.files.AssistantFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** First files, and the state of an environment. */
final class InitCommand {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
  private static final String FIRST_ENVIRONMENT = "dev";

  private InitCommand() {}

  static ExitCode run(Arguments arguments, Output output) {
    AssistantFiles files = Project.files(arguments, output);
    String environment =
        arguments
            .value(Option.ENV)
            .orElseGet(
                () ->
                    files.environments().isEmpty()
                        ? FIRST_ENVIRONMENT
                        : Project.environment(files, arguments));
    if (!NAME.matcher(environment).matches()) {
      throw new UsageException(
          "--env is \"" + environment + "\"; allowed is " + NAME.pattern() + ", such as prod");
    }
    List<String> written = write(arguments, environment);
    Path state;
    if (isLocal(arguments, files, environment)) {
      try (Project project = Project.open(named(arguments, environment), output)) {
        project.provisioner().init();
        state = project.stateFolder();
      }
    } else {
      throw new RefusedException(
          "environments/"
              + environment
              + ".yaml names no account; complete it, then run init again");
    }
    if (output.isJson()) {
      var node = Json.object().put("environment", environment).put("state", state.toString());
      written.forEach(node.putArray("files")::add);
      output.result(node);
      return ExitCode.DONE;
    }
    StringBuilder text = new StringBuilder();
    written.forEach(file -> text.append("wrote ").append(file).append('\n'));
    text.append("state of ").append(environment).append(" is initialised in ");
    text.append(arguments.folder().relativize(state)).append('\n');
    text.append("next: talkturo plan");
    text.append(arguments.has(Option.EMBEDDED) ? " --embedded" : " --env " + environment);
    output.result(text.append('\n').toString());
    return ExitCode.DONE;
  }

  private static boolean isLocal(Arguments arguments, AssistantFiles files, String environment) {
    return arguments.has(Option.EMBEDDED)
        || Project.read(files, environment).accountSlug().isPresent();
  }

  private static Arguments named(Arguments arguments, String environment) {
    return arguments.with(Option.ENV, environment);
  }

  /** What is missing; nothing that is there is changed. */
  private static List<String> write(Arguments arguments, String environment) {
    Path folder = arguments.folder();
    Map<String, String> wanted = new LinkedHashMap<>();
    if (!Files.exists(folder.resolve("talkturo.yaml"))) {
      wanted.put("talkturo.yaml", Starter.MAIN);
      wanted.put("assistants/front-desk.yaml", Starter.ASSISTANT);
      wanted.put("prompts/front-desk.md", Starter.PROMPT);
      wanted.put(".gitignore", Starter.GITIGNORE);
    }
    wanted.put(
        "environments/" + environment + ".yaml",
        Starter.environment(arguments.value(Option.BASE_URL), arguments.value(Option.ACCOUNT)));
    List<String> written = new ArrayList<>();
    wanted.forEach(
        (name, text) -> {
          Path file = folder.resolve(name);
          if (!Files.exists(file)) {
            try {
              Files.createDirectories(file.getParent());
              Files.writeString(file, text);
              written.add(name);
            } catch (IOException e) {
              throw new RefusedException(name + " cannot be written: " + e);
            }
          }
        });
    return written;
  }
}
