package dev.graft.runtime.manifest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A manifest cannot be run. Lists everything that is wrong with it. */
public final class ManifestException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;
  private final transient Optional<Manifest> rest;

  /** The problems, in the order in which they are told. */
  public ManifestException(List<Problem> problems) {
    this(problems, Optional.empty());
  }

  private ManifestException(List<Problem> problems, Optional<Manifest> rest) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
    this.rest = rest;
  }

  /** The same about a manifest whose nodes could be read but for what is wrong. */
  ManifestException withRest(Manifest rest) {
    return new ManifestException(problems, Optional.of(rest));
  }

  /**
   * The manifest without what is wrong with its form. It is never to be run; but what else is wrong
   * with the parameters of its nodes can be asked, so that all is told at once.
   */
  public Optional<Manifest> rest() {
    return rest;
  }

  /** The same after other problems, which were found before. */
  public ManifestException after(List<Problem> others) {
    return others.isEmpty()
        ? this
        : new ManifestException(Stream.concat(others.stream(), problems.stream()).toList());
  }

  /** The same with line and column, in the order of the manifest's text. */
  public ManifestException in(Origin origin) {
    List<Problem> placed = problems.stream().map(problem -> problem.in(origin)).toList();
    return new ManifestException(
        Stream.concat(
                placed.stream()
                    .filter(each -> each.source().equals(origin.source()))
                    .sorted(Problem.ORDER),
                placed.stream().filter(each -> !each.source().equals(origin.source())))
            .toList());
  }

  /** The problems: those of the manifest in the order of its text, then those of other files. */
  public List<Problem> problems() {
    return problems;
  }

  /** The problems as lines for people. */
  public List<String> messages() {
    return problems.stream().map(Problem::toString).toList();
  }
}
