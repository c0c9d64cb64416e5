package dev.graft.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What one command did.
 *
 * @param code its exit code
 * @param out its standard output
 * @param err its standard error
 */
record CommandLineRun(int code, String out, String err) {
  static CommandLineRun of(String... args) {
    return of(false, args);
  }

  /** The same on a terminal that somebody sees, without colours. */
  static CommandLineRun seen(String... args) {
    return of(true, args);
  }

  private static CommandLineRun of(boolean seen, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Graft.run(
            new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                seen,
                seen,
                Terminal.Colours.NEVER),
            args);
    return new CommandLineRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
