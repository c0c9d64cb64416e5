package dev.graft.runtime.manifest;

import java.util.List;
import java.util.stream.Stream;

/** A manifest cannot be run. Lists everything that is wrong with it. */
public final class ManifestException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /** The problems, each with its place and its cure. */
  public ManifestException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** The same after other problems, which were found before. */
  public ManifestException after(List<String> others) {
    return others.isEmpty()
        ? this
        : new ManifestException(Stream.concat(others.stream(), problems.stream()).toList());
  }

  /** The problems, in the order of the file. */
  public List<String> problems() {
    return problems;
  }
}
