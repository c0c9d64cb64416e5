package dev.graft.runtime.environment;

/** A Python environment is of no use. The message is a sentence that says why and what to do. */
public final class EnvironmentException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why, and what to do. */
  public EnvironmentException(String message) {
    super(message);
  }

  /** The sentence. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
