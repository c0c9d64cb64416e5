package dev.graft.runtime.manifest;

import java.util.List;

/** A manifest cannot be run. Lists everything that is wrong with it. */
public final class ManifestException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /** The problems, each with its place and its cure. */
  public ManifestException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** The problems, in the order of the file. */
  public List<String> problems() {
    return problems;
  }
}
