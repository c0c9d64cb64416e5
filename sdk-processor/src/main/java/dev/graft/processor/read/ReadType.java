package dev.graft.processor.read;

import dev.graft.processor.model.TypeRef;
import dev.graft.processor.report.Problem;
import dev.graft.processor.report.Subject;
import java.util.List;
import java.util.Optional;

/**
 * A type as it was read.
 *
 * @param ref the type; none if it is refused
 * @param refusals why it is refused
 */
public record ReadType(Optional<TypeRef> ref, List<Refusal> refusals) {
  /** Reports why the type is refused, if it is. */
  public void reportTo(Subject subject) {
    refusals.forEach(refusal -> subject.report(refusal.problem(), refusal.facts().toArray()));
  }

  /**
   * One reason.
   *
   * @param problem the rule
   * @param facts what its text needs
   */
  public record Refusal(Problem problem, List<Object> facts) {}
}
