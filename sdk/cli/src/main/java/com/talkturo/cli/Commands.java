package com.talkturo.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The commands as picocli knows them: built by hand, because reflection costs start-up time. */
final class Commands {
  private static final List<Option> SHARED =
      List.of(Option.DIR, Option.ENV, Option.EMBEDDED, Option.JSON, Option.NO_COLOR);

  private Commands() {}

  /** Only the command that is called gets its options. */
  static CommandLine line(String... args) {
    CommandSpec root =
        CommandSpec.create()
            .name("talkturo")
            .version("talkturo " + version())
            .addOption(help())
            .addOption(
                OptionSpec.builder("-V", "--version")
                    .versionHelp(true)
                    .arity("0")
                    .type(boolean.class)
                    .description("Print the version.")
                    .build());
    root.usageMessage()
        .description(
            "Talkturo's assistants as code: from files to the API, safely, again and again.")
        .synopsisSubcommandLabel("COMMAND")
        .footer(
            "",
            "Three commands, without an account:",
            "  talkturo init --embedded",
            "  talkturo plan --embedded",
            "  talkturo apply --embedded --yes",
            "",
            "Exit codes: 0 done, 1 error, 2 usage, 3 changes (plan --fail-on-changes),",
            "  4 partly applied, 5 unresolved create or conflict.");
    List<String> given = Arrays.asList(args);
    for (Command command : Command.values()) {
      CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(command.word());
      spec.usageMessage().description(command.summary());
      if (given.contains(command.word())) {
        complete(spec, command);
      }
      root.addSubcommand(command.word(), spec);
    }
    return new CommandLine(root);
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .arity("0")
        .type(boolean.class)
        .description("Print this help.")
        .build();
  }

  private static void complete(CommandSpec spec, Command command) {
    spec.addOption(help());
    List<Option> options = new ArrayList<>(command.options());
    options.addAll(SHARED);
    for (Option option : options) {
      spec.addOption(optionOf(option));
    }
    int index = 0;
    for (String parameter : command.parameters()) {
      spec.addPositional(positional(index++, parameter));
    }
    List<String> footer = new ArrayList<>(List.of("", "Examples:"));
    for (String example : command.examples()) {
      footer.add("  talkturo " + example);
    }
    spec.usageMessage().footer(footer.toArray(new String[0]));
    if (!command.description().isEmpty()) {
      spec.usageMessage().description(command.summary(), "", command.description());
    }
  }

  private static PositionalParamSpec positional(int index, String label) {
    boolean isRepeatable = label.endsWith("...");
    PositionalParamSpec.Builder spec =
        PositionalParamSpec.builder()
            .index(isRepeatable ? index + "..*" : String.valueOf(index))
            .paramLabel(label.replace("...", ""))
            .required(!isRepeatable);
    return isRepeatable
        ? spec.arity("0..*").type(List.class).auxiliaryTypes(String.class).build()
        : spec.type(String.class).build();
  }

  private static OptionSpec optionOf(Option option) {
    OptionSpec.Builder spec = OptionSpec.builder(option.flag()).description(option.description());
    if (option.isSwitch()) {
      return spec.arity("0").type(boolean.class).build();
    }
    spec.paramLabel(option.label()).arity("1");
    return option.isRepeatable()
        ? spec.type(List.class).auxiliaryTypes(String.class).build()
        : spec.type(String.class).build();
  }

  /** What was given, by the option's own name. */
  static Arguments arguments(ParseResult parsed) {
    Map<Option, List<String>> options = new EnumMap<>(Option.class);
    for (Option option : Option.values()) {
      if (parsed.commandSpec().findOption(option.flag()) != null
          && parsed.hasMatchedOption(option.flag())) {
        options.put(option, parsed.matchedOption(option.flag()).stringValues());
      }
    }
    List<String> parameters =
        parsed.matchedPositionals().stream().flatMap(p -> p.stringValues().stream()).toList();
    return new Arguments(options, parameters);
  }

  private static String version() {
    String version = Commands.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }
}
