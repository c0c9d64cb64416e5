package dev.graft.processor.check;

import dev.graft.processor.read.AnnotationView;
import dev.graft.processor.read.NodeDeclaration;
import dev.graft.processor.report.Problem;
import dev.graft.processor.report.Subject;

/** Texts are sentences. */
final class DocCheck implements Check {
  @Override
  public void check(NodeDeclaration node) {
    check(node.subject(), node.node(), "summary");
    node.params()
        .forEach(
            param -> param.annotation().ifPresent(values -> check(param.subject(), values, "doc")));
  }

  private static void check(Subject subject, AnnotationView annotation, String name) {
    String text = annotation.text(name);
    if (text.isBlank()) {
      subject.reportAt(annotation.at(name), Problem.DOC_MISSING, name);
    } else if (!text.endsWith(".")) {
      subject.reportAt(annotation.at(name), Problem.DOC_STOP, name, text.strip());
    }
  }
}
