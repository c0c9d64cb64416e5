package dev.graft.processor.check;

import dev.graft.processor.read.NodeDeclaration;
import dev.graft.processor.report.Problem;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** All rules. */
public final class Checks {
  private final List<Check> checks;

  /** The rules, asking these for the relations between types. */
  public Checks(ProcessingEnvironment environment) {
    Elements elements = environment.getElementUtils();
    Types types = environment.getTypeUtils();
    checks =
        List.of(
            new ClassCheck(),
            new IdentityCheck(),
            new DeprecationCheck(),
            new DocCheck(),
            new ExampleCheck(),
            new ShapeCheck(),
            new ConstructorCheck(elements, types),
            new TypeCheck(),
            new NameCheck(),
            new DefaultCheck(),
            new LimitCheck(),
            new OrderCheck(),
            new PatternCheck(),
            new StateCheck(),
            new ForgottenStateCheck(environment));
  }

  /** Reports everything that is wrong with a node. */
  public void check(NodeDeclaration node) {
    if (node.element().getKind() != ElementKind.CLASS) {
      node.subject().report(Problem.NODE_KIND);
    } else {
      checks.forEach(check -> check.check(node));
    }
  }
}
