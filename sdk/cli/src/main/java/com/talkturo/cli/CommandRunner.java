package com.talkturo.cli;

import com.talkturo.provisioning.ProvisioningException;
import com.talkturo.provisioning.UnresolvedCreateException;
import com.talkturo.provisioning.files.FilesException;
import com.talkturo.sdk.errors.TalkturoException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Parses, runs, and turns what goes wrong into a message and an exit code. */
final class CommandRunner {
  private final Terminal terminal;

  CommandRunner(Terminal terminal) {
    this.terminal = terminal;
  }

  int run(String... args) {
    CommandLine line = Commands.line(args);
    try {
      ParseResult parsed = line.parseArgs(args);
      if (isHelp(parsed, args)) {
        return ExitCode.DONE.code();
      }
      if (!parsed.hasSubcommand()) {
        line.usage(terminal.err(), Output.colours(terminal, args));
        return ExitCode.USAGE.code();
      }
      return run(parsed.subcommand()).code();
    } catch (ParameterException e) {
      Output output = new Output(terminal, Arguments.unparsed(args));
      output.failed(ExitCode.USAGE, Suggestion.of(e), List.of());
      output.note("See: talkturo " + helpOf(e.getCommandLine()) + "--help");
      return ExitCode.USAGE.code();
    }
  }

  private boolean isHelp(ParseResult parsed, String... args) {
    for (CommandLine line : parsed.asCommandLineList()) {
      if (line.isUsageHelpRequested()) {
        line.usage(terminal.out(), Output.colours(terminal, args));
        return true;
      }
      if (line.isVersionHelpRequested()) {
        line.printVersionHelp(terminal.out());
        return true;
      }
    }
    return false;
  }

  private static String helpOf(CommandLine line) {
    return line.getParent() == null ? "" : line.getCommandName() + " ";
  }

  private ExitCode run(ParseResult parsed) {
    Command command = (Command) parsed.commandSpec().userObject();
    Arguments arguments = Commands.arguments(parsed);
    Output output = new Output(terminal, arguments);
    try {
      return command.run(arguments, output);
    } catch (UsageException e) {
      return output.failed(ExitCode.USAGE, String.valueOf(e.getMessage()), List.of());
    } catch (FilesException e) {
      return output.failed(
          ExitCode.ERROR, "the files have problems; nothing was sent", e.problems());
    } catch (UnresolvedCreateException e) {
      return output.failed(ExitCode.UNRESOLVED, Wording.of(e), List.of());
    } catch (ProvisioningException e) {
      return output.failed(ExitCode.ERROR, Wording.of(e), List.of());
    } catch (RefusedException | TalkturoException e) {
      return output.failed(ExitCode.ERROR, String.valueOf(e.getMessage()), List.of());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return output.failed(ExitCode.ERROR, "unexpected: " + e, List.of());
    }
  }
}
