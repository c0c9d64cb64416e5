package dev.graft.cli;

/** Tells whoever presses Ctrl-C during a run of the matrix that its results are not lost. */
final class KeptOnExit implements AutoCloseable {
  private final Thread hook;

  /**
   * From now on.
   *
   * @param again how to go on
   */
  KeptOnExit(Terminal terminal, ResultCount results, String again) {
    hook =
        new Thread(
            () -> {
              long count = results.now();
              if (count > 0) {
                terminal.note(
                    "interrupted: %,d results are kept; %s goes on from there."
                        .formatted(count, again));
              }
            },
            "graft-kept");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The run has ended. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It runs already.
    }
  }
}
