package dev.graft.processor.check;

import com.google.auto.common.MoreTypes;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import dev.graft.annotation.State;
import dev.graft.processor.read.AnnotationView;
import dev.graft.processor.read.NodeDeclaration;
import dev.graft.processor.report.Position;
import dev.graft.processor.report.Problem;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds fields that look like state and are not marked as such: the node works, until it is stopped
 * or moved and has forgotten. It may be a buffer or a cache all the same, so this is a warning.
 *
 * <p>Of a final container only the text tells whether it is filled later or made once of the
 * parameters: one that begins empty, {@code = new HashMap<>()}, is filled later.
 */
final class ForgottenStateCheck implements Check {
  private static final String SILENCE = "graft-state";

  /** What nodes remember. Clients, models and the like are opened again instead. */
  private static final Set<String> VALUES =
      Set.of(
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.lang.Character",
          "java.lang.String",
          "java.lang.Object",
          "java.math.BigInteger",
          "java.math.BigDecimal");

  private static final Set<String> CONTAINERS =
      Set.of("java.lang.StringBuilder", "java.util.BitSet");

  private final ProcessingEnvironment environment;

  ForgottenStateCheck(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public void check(NodeDeclaration node) {
    if (isSilent(node.element())) {
      return;
    }
    for (VariableElement field : ElementFilter.fieldsIn(node.element().getEnclosedElements())) {
      boolean counts =
          !field.getModifiers().contains(Modifier.STATIC)
              && AnnotationView.find(field, State.class).isEmpty()
              && !isSilent(field);
      if (counts && looksLikeState(field)) {
        node.subject()
            .warnAt(Position.of(field), Problem.STATE_FORGOTTEN, field.getSimpleName().toString());
      }
    }
  }

  private boolean looksLikeState(VariableElement field) {
    TypeMirror type = field.asType();
    return field.getModifiers().contains(Modifier.FINAL)
        ? isContainer(type) && beginsEmpty(field)
        : isContainer(type) || isValue(type);
  }

  private static boolean isSilent(Element element) {
    SuppressWarnings silenced = element.getAnnotation(SuppressWarnings.class);
    return silenced != null && Arrays.asList(silenced.value()).contains(SILENCE);
  }

  private static boolean isValue(TypeMirror type) {
    return type.getKind().isPrimitive()
        || (type.getKind() == TypeKind.DECLARED && VALUES.contains(name(type)));
  }

  private boolean isContainer(TypeMirror type) {
    return type.getKind() == TypeKind.ARRAY
        || (type.getKind() == TypeKind.DECLARED
            && (CONTAINERS.contains(name(type))
                || is(type, "java.util.Collection")
                || is(type, "java.util.Map")));
  }

  private static String name(TypeMirror type) {
    return MoreTypes.asTypeElement(type).getQualifiedName().toString();
  }

  private boolean is(TypeMirror type, String wanted) {
    TypeMirror erased =
        environment
            .getTypeUtils()
            .erasure(environment.getElementUtils().getTypeElement(wanted).asType());
    return environment
        .getTypeUtils()
        .isAssignable(environment.getTypeUtils().erasure(type), erased);
  }

  private boolean beginsEmpty(VariableElement field) {
    return initializer(field)
        .filter(value -> value instanceof NewClassTree || value instanceof NewArrayTree)
        .isPresent();
  }

  /** Other compilers than javac do not show it; then there is one warning less. */
  private Optional<ExpressionTree> initializer(VariableElement field) {
    try {
      return Trees.instance(environment).getTree(field) instanceof VariableTree tree
          ? Optional.ofNullable(tree.getInitializer())
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
