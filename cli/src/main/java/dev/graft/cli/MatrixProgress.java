package dev.graft.cli;

import java.nio.file.Path;
import java.util.Locale;

/**
 * How far a run of the matrix is, for as long as it goes on: a line for whoever sees it, and a word
 * about what is kept for whoever interrupts it.
 */
record MatrixProgress(KeptOnExit kept, ProgressLine line) implements AutoCloseable {
  private static final long SECOND = 1_000_000_000;

  /**
   * From now on.
   *
   * @param output where the run reports to
   * @param again how to go on after an interruption
   */
  static MatrixProgress start(Terminal terminal, Path output, String again) {
    ResultCount results = ResultCount.of(output);
    return new MatrixProgress(
        new KeptOnExit(terminal, results, again),
        ProgressLine.start(
            terminal,
            nanos -> String.format(Locale.ROOT, "%,d results, %d s", results.now(), nanos / SECOND),
            terminal.errIsSeen()));
  }

  /** The same for a command that goes on by itself if it is given again. */
  static MatrixProgress start(Terminal terminal, Path output) {
    return start(terminal, output, "the same command");
  }

  @Override
  public void close() {
    line.close();
    kept.close();
  }
}
