package dev.graft.processor.check;

import com.google.auto.common.MoreElements;
import dev.graft.processor.read.NodeDeclaration;
import dev.graft.processor.report.Problem;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/** A node is a final class, not inner, not generic, and within the factory's reach. */
final class ClassCheck implements Check {
  @Override
  public void check(NodeDeclaration node) {
    TypeElement type = node.element();
    Set<Modifier> modifiers = type.getModifiers();
    if (modifiers.contains(Modifier.ABSTRACT)) {
      node.subject().report(Problem.NODE_FINAL, "abstract");
    } else if (!modifiers.contains(Modifier.FINAL)) {
      node.subject().report(Problem.NODE_FINAL, "not final");
    }
    if (type.getNestingKind() == NestingKind.MEMBER && !modifiers.contains(Modifier.STATIC)) {
      node.subject().report(Problem.NODE_NESTED);
    }
    for (Element e = type; e != null && MoreElements.isType(e); e = e.getEnclosingElement()) {
      if (e.getModifiers().contains(Modifier.PRIVATE)) {
        node.subject().report(Problem.NODE_ACCESS, e.toString());
      }
    }
    if (!type.getTypeParameters().isEmpty()) {
      node.subject().report(Problem.NODE_GENERIC);
    }
  }
}
