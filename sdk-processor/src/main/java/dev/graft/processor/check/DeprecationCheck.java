package dev.graft.processor.check;

import dev.graft.processor.read.AnnotationView;
import dev.graft.processor.read.NodeDeclaration;
import dev.graft.processor.report.Problem;

/** Who deprecates a node says why, and names another one if there is one. */
final class DeprecationCheck implements Check {
  @Override
  public void check(NodeDeclaration node) {
    AnnotationView values = node.node();
    String reason = values.text("deprecated");
    String other = values.text("replacedBy");
    if (!reason.isEmpty() && !reason.strip().endsWith(".")) {
      node.subject()
          .reportAt(values.at("deprecated"), Problem.DOC_STOP, "deprecated", reason.strip());
    }
    if (other.isEmpty()) {
      return;
    }
    if (reason.isEmpty()) {
      report(node, other, "has no reason beside it. Write one: deprecated = \"...\"");
    } else if (!IdentityCheck.isId(other)) {
      report(node, other, "is not in kebab-case. Write the id of a node");
    } else if (other.equals(values.text("id"))) {
      report(node, other, "is the node itself. Name another one");
    }
  }

  private static void report(NodeDeclaration node, String other, String fact) {
    node.subject().reportAt(node.node().at("replacedBy"), Problem.NODE_REPLACED, other, fact);
  }
}
