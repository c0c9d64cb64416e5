package dev.graft.processor.check;

import com.palantir.javapoet.ClassName;
import dev.graft.processor.report.Findings;
import dev.graft.processor.report.Position;
import dev.graft.processor.report.Problem;
import dev.graft.registry.NodeModule;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ProvidesDirective;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** A named module says that it provides its nodes; the services entry alone counts for nothing. */
public final class ModuleInfoGuard {
  private ModuleInfoGuard() {}

  /** Reports a module that does not provide the generated class. */
  public static void check(ModuleElement module, ClassName provided, Findings findings) {
    if (module.isUnnamed()) {
      return;
    }
    boolean announced =
        ElementFilter.providesIn(module.getDirectives()).stream()
            .filter(ModuleInfoGuard::isForNodes)
            .flatMap(directive -> directive.getImplementations().stream())
            .map(TypeElement::getQualifiedName)
            .anyMatch(name -> name.contentEquals(provided.canonicalName()));
    if (!announced) {
      String name = module.getQualifiedName().toString();
      findings.add(
          name,
          Position.of(module),
          Problem.MODULE_PROVIDES,
          "module " + name,
          NodeModule.class.getName(),
          provided.canonicalName());
    }
  }

  private static boolean isForNodes(ProvidesDirective directive) {
    return directive.getService().getQualifiedName().contentEquals(NodeModule.class.getName());
  }
}
