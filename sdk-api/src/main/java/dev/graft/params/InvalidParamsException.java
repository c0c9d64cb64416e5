package dev.graft.params;

import java.util.List;
import java.util.stream.Collectors;

/** All that is wrong with the parameters of one node. Its kind is INVALID. */
public final class InvalidParamsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  /** An exception that lists these violations, of which there is at least one. */
  public InvalidParamsException(String type, List<Violation> violations) {
    super(
        violations.stream()
            .map(Violation::toString)
            .collect(Collectors.joining("\n  ", "node type \"" + type + "\":\n  ", "")));
    this.violations = List.copyOf(violations);
  }

  /** The violations, in the order of the parameters. */
  public List<Violation> violations() {
    return violations;
  }
}
