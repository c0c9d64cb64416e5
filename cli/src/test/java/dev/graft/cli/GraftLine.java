package dev.graft.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** Asks the command line whether it would take a command, and runs nothing. */
public final class GraftLine {
  private GraftLine() {}

  /** What a list of commands says of each. */
  public static List<String> headings() {
    List<String> headings = new ArrayList<>();
    add(Graft.line(new Graft(), Terminal.ofProcess()), headings);
    return headings;
  }

  private static void add(CommandLine command, List<String> headings) {
    headings.add(command.getCommandSpec().usageMessage().description()[0]);
    command.getSubcommands().values().forEach(each -> add(each, headings));
  }

  /** Why it would not; empty if it would. */
  public static Optional<String> problem(List<String> words) {
    try {
      Graft.line(new Graft(), Terminal.ofProcess()).parseArgs(words.toArray(String[]::new));
      return Optional.empty();
    } catch (CommandLine.MissingParameterException e) {
      return Optional.empty(); // who only mentions a command need not say all
    } catch (CommandLine.ParameterException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
