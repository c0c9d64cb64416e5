package dev.graft.python.cpython;

/** How a process ended. */
sealed interface Ending {
  /** By itself. */
  record Exited(int code) implements Ending {
    @Override
    public String toString() {
      return "ended with exit code " + code;
    }
  }

  /** By a signal. */
  record Signalled(int number) implements Ending {
    @Override
    public String toString() {
      return "was ended by signal " + Signals.name(number);
    }
  }

  /**
   * Nobody was told.
   *
   * @param reason why
   */
  record Unknown(String reason) implements Ending {
    @Override
    public String toString() {
      return "ended, and how is not known, because " + reason;
    }
  }
}
