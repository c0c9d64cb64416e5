package dev.graft.runtime.run;

/** A run ended with an error, told where Java allows no checked exception. */
public final class UncheckedRunFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final RunFailedException failure;

  /** The same as another exception says. */
  public UncheckedRunFailedException(RunFailedException failure) {
    super(failure.getMessage(), failure);
    this.failure = failure;
  }

  /** What went wrong. */
  public RunFailedException failure() {
    return failure;
  }
}
