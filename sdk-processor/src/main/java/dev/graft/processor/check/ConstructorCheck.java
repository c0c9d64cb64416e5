package dev.graft.processor.check;

import com.google.auto.common.MoreTypes;
import dev.graft.processor.read.NodeDeclaration;
import dev.graft.processor.report.Problem;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The factory can call a constructor: with Params if there is such a record, else with nothing. */
final class ConstructorCheck implements Check {
  private final Elements elements;
  private final Types types;

  ConstructorCheck(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  @Override
  public void check(NodeDeclaration node) {
    Optional<TypeElement> params = node.paramsType();
    if (params.isPresent() && params.get().getKind() != ElementKind.RECORD) {
      node.subject().report(Problem.NODE_PARAMS);
      return;
    }
    params
        .filter(type -> type.getModifiers().contains(Modifier.PRIVATE))
        .ifPresent(type -> node.subject().report(Problem.NODE_ACCESS, type.toString()));
    Optional<ExecutableElement> usable =
        ElementFilter.constructorsIn(node.element().getEnclosedElements()).stream()
            .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
            .filter(constructor -> takes(constructor, params))
            .findFirst();
    boolean reachable = !node.element().getModifiers().contains(Modifier.PRIVATE);
    if (usable.isEmpty() && reachable) {
      node.subject().report(Problem.NODE_CONSTRUCTOR, params.isPresent() ? "Params" : "nothing");
    } else if (usable.isPresent()) {
      usable.get().getThrownTypes().stream()
          .filter(this::isChecked)
          .forEach(type -> node.subject().report(Problem.NODE_THROWS, type));
    }
  }

  private static boolean takes(ExecutableElement constructor, Optional<TypeElement> params) {
    List<? extends VariableElement> taken = constructor.getParameters();
    return params.isEmpty()
        ? taken.isEmpty()
        : taken.size() == 1 && typesEqual(taken.get(0), params.get());
  }

  private static boolean typesEqual(Element parameter, TypeElement type) {
    return MoreTypes.isType(parameter.asType())
        && parameter.asType().getKind() == type.asType().getKind()
        && MoreTypes.asElement(parameter.asType()).equals(type);
  }

  private boolean isChecked(TypeMirror thrown) {
    return !types.isSubtype(thrown, typeOf("java.lang.RuntimeException"))
        && !types.isSubtype(thrown, typeOf("java.lang.Error"));
  }

  private TypeMirror typeOf(String name) {
    return elements.getTypeElement(name).asType();
  }
}
