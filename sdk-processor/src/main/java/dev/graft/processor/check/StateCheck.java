package dev.graft.processor.check;

import dev.graft.processor.read.NodeDeclaration;
import dev.graft.processor.read.NodeDeclaration.StateDeclaration;
import dev.graft.processor.report.Problem;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** State can be restored and is the node's own. */
final class StateCheck implements Check {
  @Override
  public void check(NodeDeclaration node) {
    for (StateDeclaration state : node.states()) {
      Set<Modifier> modifiers = state.field().getModifiers();
      if (modifiers.contains(Modifier.STATIC)) {
        state.subject().report(Problem.STATE_STATIC);
      }
      if (modifiers.contains(Modifier.FINAL)) {
        state.subject().report(Problem.STATE_FINAL);
      }
    }
  }
}
