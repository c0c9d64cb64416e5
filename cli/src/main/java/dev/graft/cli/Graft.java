package dev.graft.cli;

import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.run.RunFailedException;
import dev.graft.value.Suggestions;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code graft} command. */
@Command(
    name = "graft",
    description = "Runs pipelines of Java and Python nodes, and proves that twins are equal.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    subcommands = {
      NodesCommand.class,
      DescribeCommand.class,
      RunCommand.class,
      ValidateCommand.class,
      GraphCommand.class,
      MatrixCommand.class,
      NewCommand.class,
      RecordCommand.class,
      PortCommand.class,
      WatchCommand.class,
      SwitchCommand.class,
      SchemaCommand.class,
      DoctorCommand.class,
      CompletionCommand.class
    })
public final class Graft {
  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the Java stack trace of an error.")
  private boolean debug;

  Graft() {}

  /** Runs the command line and exits with its code. */
  public static void main(String[] args) {
    // What is logged while a pipeline runs reads like all else that the command says.
    System.getProperties().putIfAbsent("java.util.logging.SimpleFormatter.format", "graft: %5$s%n");
    System.setIn(new StandardInput());
    System.setOut(
        StandardOutput.to(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
            System.out.charset()));
    System.exit(run(Terminal.ofProcess(), args));
  }

  /**
   * Runs a command line. What was done all the same, but could not be said on standard output, is
   * no success.
   */
  static int run(Terminal terminal, String... args) {
    int code = execute(terminal, args);
    terminal.out().flush();
    return code == Exit.OK
        ? terminal.outFailure().map(failure -> unsaid(terminal, failure)).orElse(Exit.OK)
        : code;
  }

  /** Whoever stops reading, as {@code head} does, wants to hear no more. */
  private static int unsaid(Terminal terminal, IOException failure) {
    if (terminal.isUnread()) {
      return Exit.UNREAD;
    }
    terminal.error(
        "standard output cannot be written: %s. The command itself was done; send its output elsewhere."
            .formatted(failure.getMessage()));
    return Exit.FAILED;
  }

  private static int execute(Terminal terminal, String... args) {
    CommandLine line = line(new Graft(), terminal);
    if (args.length == 0) { // whoever asks for nothing wants to know what there is
      line.usage(terminal.out());
      return Exit.OK;
    }
    return line.execute(args);
  }

  /** The command line, which has run nothing yet. */
  static CommandLine line(Graft graft, Terminal terminal) {
    CommandLine line = new CommandLine(graft, new Commands(terminal));
    line.setOut(writer(terminal.out()));
    line.setErr(writer(terminal.err()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(terminal.colours().on(terminal.outIsSeen())));
    line.setExecutionStrategy(Graft::onceUnderstood);
    line.setParameterExceptionHandler((e, given) -> usage(terminal, e));
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          int code = explain(terminal, e);
          AbsentPlaces.hint(String.valueOf(e.getMessage()), command.getCommandSpec(), Path.of(""))
              .ifPresent(terminal::note);
          if (graft.debug) {
            e.printStackTrace(terminal.err());
          }
          return code;
        });
    return line;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  /** Whoever asks for help with a command that is not there would get that of another. */
  private static int onceUnderstood(CommandLine.ParseResult parsed) {
    CommandLine.ParseResult last = parsed;
    while (last.subcommand() != null) {
      last = last.subcommand();
    }
    CommandLine command = last.commandSpec().commandLine();
    List<String> unmatched = last.unmatched();
    if (!unmatched.isEmpty() && !command.getSubcommands().isEmpty()) {
      throw new CommandLine.UnmatchedArgumentException(command, unmatched);
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static int usage(Terminal terminal, CommandLine.ParameterException e) {
    CommandLine command = e.getCommandLine();
    Optional<String> noCommand = noCommand(e);
    if (noCommand.isPresent()) {
      terminal.error(noCommand.get());
    } else {
      terminal.error(String.valueOf(e.getMessage()));
      suggestions(e).forEach(hint -> terminal.error("Did you mean: " + hint + "?"));
    }
    terminal.note("See `" + command.getCommandSpec().qualifiedName() + " --help`.");
    return Exit.USAGE;
  }

  /** What to say of a word that stands where only a command can stand. */
  private static Optional<String> noCommand(CommandLine.ParameterException e) {
    Set<String> known = e.getCommandLine().getSubcommands().keySet();
    if (known.isEmpty()
        || !(e instanceof CommandLine.UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().getFirst().startsWith("-")) {
      return Optional.empty();
    }
    String word = unmatched.getUnmatched().getFirst();
    return Optional.of(
        "there is no command \"%s\". %s".formatted(word, Suggestions.hint(word, known)));
  }

  private static List<String> suggestions(CommandLine.ParameterException e) {
    return e instanceof CommandLine.UnmatchedArgumentException unmatched
        ? unmatched.getSuggestions()
        : List.of();
  }

  /** Says what went wrong. Returns the exit code for it. */
  static int explain(Terminal terminal, Exception e) {
    return switch (e) {
      case ManifestException manifest -> {
        manifest.messages().forEach(terminal::error);
        yield Exit.REFUSED;
      }
      case RefusedException refused -> {
        terminal.error(String.valueOf(refused.getMessage()));
        yield Exit.REFUSED;
      }
      case RunFailedException failed -> {
        terminal.error(String.valueOf(failed.getMessage()));
        showTraceback(terminal, failed);
        yield Exit.FAILED;
      }
      default -> {
        terminal.error("this is a defect of Graft: " + e);
        terminal.note("Run the command again with --debug for the stack trace.");
        yield Exit.DEFECT;
      }
    };
  }

  /**
   * A Python traceback says where in the node it happened; a Java stack trace waits for --debug.
   */
  private static void showTraceback(Terminal terminal, RunFailedException failed) {
    @Nullable String traceback =
        failed.failure().flatMap(failure -> failure.traceback()).orElse(null);
    if (traceback != null && traceback.contains("Traceback (most recent call last)")) {
      terminal.note(traceback.strip());
    }
  }
}
