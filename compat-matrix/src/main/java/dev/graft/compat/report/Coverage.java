package dev.graft.compat.report;

import dev.graft.compat.verdict.CaseOutcome;
import java.util.List;
import java.util.Optional;

/** Whether somebody has written down what a node does: with one case, and with each parameter. */
public final class Coverage {
  /** The gate that asks for it. */
  public static final String GATE = "coverage";

  private Coverage() {}

  /** How much is missing of a node. */
  public static int missing(NodeRow node) {
    return hasNoCase(node) ? 1 : node.untriedParams().size();
  }

  /** What to do about it, if anything is missing. */
  public static Optional<String> advice(NodeRow node) {
    if (hasNoCase(node)) {
      return Optional.of(
          "the node %s has no case. Give it an example (@Example, in Python graft.Example) or a case file."
              .formatted(node.id()));
    }
    List<String> untried = node.untriedParams();
    return untried.isEmpty()
        ? Optional.empty()
        : Optional.of(UntriedParams.sentence(node.entry().contract(), untried));
  }

  /**
   * That two contracts are equal shows nothing of what a node does, and made-up cases only that two
   * implementations do the same, if there are two.
   */
  private static boolean hasNoCase(NodeRow node) {
    return node.outcomes().stream()
        .map(CaseOutcome::tried)
        .allMatch(each -> each.tags().contains("contract") || UntriedParams.isMadeUp(each));
  }
}
