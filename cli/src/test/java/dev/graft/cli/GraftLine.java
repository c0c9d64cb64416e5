package dev.graft.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** Asks the command line whether it would take a command, and runs nothing. */
public final class GraftLine {
  private GraftLine() {}

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
