package dev.graft.cli;

import java.io.PrintStream;

/** Standard output and error, as one command uses them. */
record Terminal(PrintStream out, PrintStream err) {
  /** The ones of this process. */
  static Terminal ofProcess() {
    return new Terminal(System.out, System.err);
  }

  void line(String text) {
    out.println(text);
  }

  void note(String text) {
    err.println(text);
  }

  /** An error, every line of it marked so that it is found in a log. */
  void error(String text) {
    err.println("graft: " + text.strip().replace("\n", "\n  "));
  }
}
