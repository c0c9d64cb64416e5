package dev.graft.processor.check;

import dev.graft.processor.model.TypeRef;
import dev.graft.processor.read.AnnotationView;
import dev.graft.processor.read.NodeDeclaration;
import dev.graft.processor.read.NodeDeclaration.ParamDeclaration;
import dev.graft.processor.report.Problem;

/** A rule for single parameters whose type and annotation are there. */
abstract class ParamRule implements Check {
  @Override
  public final void check(NodeDeclaration node) {
    for (ParamDeclaration param : node.params()) {
      if (param.type().ref().isPresent() && param.annotation().isPresent()) {
        check(node, new Described(param, param.type().ref().get(), param.annotation().get()));
      }
    }
  }

  /** Reports everything about one parameter that breaks the rule. */
  abstract void check(NodeDeclaration node, Described param);

  /** A parameter with its parts. */
  record Described(ParamDeclaration declaration, TypeRef type, AnnotationView values) {
    /** The type; of an Optional, what it contains. */
    TypeRef innerType() {
      return type instanceof TypeRef.OptionalRef optional ? optional.inner() : type;
    }

    /** The text of an annotation value; empty for none. */
    String text(String name) {
      return values.text(name);
    }

    /** Whether it is an int, a float or either, or none. */
    boolean isNumber() {
      return innerType() instanceof TypeRef.ScalarRef scalar && scalar.scalar().isNumber();
    }

    /** Reports a problem at an annotation value. */
    void report(String name, Problem problem, Object... facts) {
      declaration.subject().reportAt(values.at(name), problem, facts);
    }
  }
}
