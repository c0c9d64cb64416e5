package dev.graft.cli.watch;

import java.util.List;

/** Sources that do not compile. */
public final class BuildFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  BuildFailedException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** What the compiler says, each in as many lines as it needs. */
  public List<String> problems() {
    return problems;
  }
}
