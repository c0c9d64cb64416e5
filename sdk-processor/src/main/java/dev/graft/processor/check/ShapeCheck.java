package dev.graft.processor.check;

import dev.graft.processor.read.NodeDeclaration;
import dev.graft.processor.read.NodeDeclaration.ShapeDeclaration;
import dev.graft.processor.report.Problem;
import java.util.stream.Collectors;

/** A node implements one shape and names the types of its ports. */
final class ShapeCheck implements Check {
  @Override
  public void check(NodeDeclaration node) {
    if (node.shapes().size() != 1) {
      String found =
          node.shapes().stream()
              .map(shape -> shape.shape().simpleName())
              .collect(Collectors.joining(" and "));
      node.subject().report(Problem.NODE_SHAPE, found.isEmpty() ? "no shape" : found);
      return;
    }
    ShapeDeclaration shape = node.shapes().get(0);
    if (shape.ports().isEmpty()) {
      node.subject().report(Problem.NODE_PORTS, shape.shape().simpleName(), example(shape));
    }
  }

  private static String example(ShapeDeclaration shape) {
    return shape.shape().simpleName()
        + shape.shape().ports().stream()
            .map(port -> "Object")
            .collect(Collectors.joining(", ", "<", ">"));
  }
}
