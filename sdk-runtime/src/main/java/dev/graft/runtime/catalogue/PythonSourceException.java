package dev.graft.runtime.catalogue;

import java.util.List;

/** A Python file cannot be used as it is. */
public final class PythonSourceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /** All problems, each {@code file:line:column: what and how to mend it}. */
  public PythonSourceException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** The problems, in the order of the file. */
  public List<String> problems() {
    return problems;
  }
}
