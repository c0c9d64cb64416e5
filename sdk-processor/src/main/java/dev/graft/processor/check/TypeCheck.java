package dev.graft.processor.check;

import dev.graft.processor.read.NodeDeclaration;
import dev.graft.processor.report.Problem;

/** Ports, parameters and state have portable types, and each parameter is described. */
final class TypeCheck implements Check {
  @Override
  public void check(NodeDeclaration node) {
    node.shapes()
        .forEach(shape -> shape.ports().forEach(port -> port.type().reportTo(port.subject())));
    node.params()
        .forEach(
            param -> {
              if (param.annotation().isEmpty()) {
                param.subject().report(Problem.PARAM_MISSING);
              }
              param.type().reportTo(param.subject());
            });
    node.states().forEach(state -> state.type().reportTo(state.subject()));
  }
}
