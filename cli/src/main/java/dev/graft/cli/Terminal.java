package dev.graft.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/**
 * Standard output and error, as one command uses them.
 *
 * @param outIsSeen whether a person sees standard output on a terminal
 * @param errIsSeen whether a person sees standard error on a terminal
 * @param colours whether there may be colours, on the one or the other
 */
record Terminal(
    PrintStream out, PrintStream err, boolean outIsSeen, boolean errIsSeen, Colours colours) {
  /**
   * The launcher names the streams that are terminals: {@code 1}, {@code 2}, {@code 12} or none.
   */
  static final String SEEN = "graft.terminal";

  /** When there are colours. */
  enum Colours {
    ON_TERMINALS,
    ALWAYS,
    NEVER;

    /** What the user's environment says: {@code NO_COLOR}, {@code CLICOLOR_FORCE}. */
    static Colours of(Optional<String> noColor, Optional<String> force) {
      if (noColor.filter(text -> !text.isEmpty()).isPresent()) {
        return NEVER;
      }
      return force.filter(text -> !text.isEmpty() && !text.equals("0")).isPresent()
          ? ALWAYS
          : ON_TERMINALS;
    }

    Ansi on(boolean isSeen) {
      return this == ALWAYS || (this == ON_TERMINALS && isSeen) ? Ansi.ON : Ansi.OFF;
    }
  }

  /** Streams that nobody sees. */
  Terminal(PrintStream out, PrintStream err) {
    this(out, err, false, false, Colours.NEVER);
  }

  /** The ones of this process. */
  static Terminal ofProcess() {
    String seen = System.getProperty(SEEN, "");
    return new Terminal(
        System.out,
        System.err,
        seen.contains("1"),
        seen.contains("2"),
        Colours.of(
            Optional.ofNullable(System.getenv("NO_COLOR")),
            Optional.ofNullable(System.getenv("CLICOLOR_FORCE"))));
  }

  /** Why standard output cannot be written any more. */
  Optional<IOException> outFailure() {
    return out instanceof StandardOutput known ? known.failure() : Optional.empty();
  }

  /** Whether nobody reads standard output any more. */
  boolean isUnread() {
    return outFailure().filter(StandardOutput::isUnread).isPresent();
  }

  void line(String text) {
    out.println(text);
  }

  void note(String text) {
    err.println(text);
  }

  /** An error, every line of it marked so that it is found in a log. */
  void error(String text) {
    String mark = colours.on(errIsSeen).string("@|bold,red graft:|@ ");
    err.println(mark + text.strip().replace("\n", "\n  "));
  }
}
