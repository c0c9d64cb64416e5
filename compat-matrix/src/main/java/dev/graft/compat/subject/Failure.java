package dev.graft.compat.subject;

import dev.graft.node.ErrorKind;
import dev.graft.params.Violation;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.Phase;
import java.util.List;
import java.util.OptionalLong;

/**
 * How a node failed. Type, message and traceback are for people: nothing is judged by them.
 *
 * @param phase when in its life
 * @param kind the kind of error
 * @param index the item, counted over the whole case
 * @param violations the broken rules, in the phase validate
 * @param type the exception class
 * @param message its text
 * @param traceback the full traceback, or empty
 */
public record Failure(
    Phase phase,
    ErrorKind kind,
    OptionalLong index,
    List<Violation> violations,
    String type,
    String message,
    String traceback) {
  public Failure {
    violations = List.copyOf(violations);
    message = WellFormed.of(message);
    traceback = WellFormed.of(traceback);
  }

  /** The failure of a node. */
  public static Failure of(NodeFailure failure) {
    return new Failure(
        failure.phase(),
        failure.kind(),
        failure.index(),
        List.of(),
        failure.type(),
        failure.message(),
        failure.traceback().orElse(""));
  }

  /** What a manifest without the grant would be told. */
  static Failure ofGrants(String fact) {
    return new Failure(
        Phase.VALIDATE,
        ErrorKind.INVALID,
        OptionalLong.empty(),
        List.of(),
        "ManifestException",
        fact,
        "");
  }

  static Failure ofParams(List<Violation> violations) {
    String message = String.join(" ", violations.stream().map(Violation::toString).toList());
    return new Failure(
        Phase.VALIDATE,
        ErrorKind.INVALID,
        OptionalLong.empty(),
        violations,
        "InvalidParamsException",
        message,
        "");
  }
}
