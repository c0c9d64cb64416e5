package dev.graft.processor.check;

import com.google.auto.common.MoreElements;
import dev.graft.annotation.AsTuple;
import dev.graft.annotation.Example;
import dev.graft.annotation.Node;
import dev.graft.annotation.Param;
import dev.graft.annotation.State;
import dev.graft.processor.read.AnnotationView;
import dev.graft.processor.report.Findings;
import dev.graft.processor.report.Problem;
import java.lang.annotation.Annotation;
import java.util.List;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Finds annotations that would be passed over: state in a base class, parameters in a record that
 * no node takes. Silence would lose the state, or the parameter.
 *
 * <p>It asks the round itself and is no step of its own: the steps of auto-common cannot take
 * record components, which carry {@link Param} besides their fields.
 */
public final class StrayCheck {
  private StrayCheck() {}

  /** Reports the stray annotations of a round. */
  public static void check(RoundEnvironment round, Findings findings) {
    for (Element element : round.getElementsAnnotatedWith(State.class)) {
      if (!isNode(element.getEnclosingElement())) {
        report(element, State.class, "on a field of a class that carries @Node", findings);
      }
    }
    for (Element element : round.getElementsAnnotatedWith(Param.class)) {
      if (element.getKind() == ElementKind.FIELD && !isParameter(element)) {
        String where = "on a component of the record Params inside a node";
        report(element, Param.class, where, findings);
      }
    }
    for (Class<? extends Annotation> example : List.of(Example.class, Example.All.class)) {
      for (Element element : round.getElementsAnnotatedWith(example)) {
        if (!isNode(element)) {
          report(element, example, "on a class that carries @Node", findings);
        }
      }
    }
    for (Element element : round.getElementsAnnotatedWith(AsTuple.class)) {
      if (element.getKind() != ElementKind.RECORD) {
        report(element, AsTuple.class, "on a record", findings);
      }
    }
  }

  private static void report(
      Element element, Class<?> annotation, String where, Findings findings) {
    findings.add(
        owner(element).getQualifiedName().toString(),
        AnnotationView.find(element, annotation).orElseThrow().position(),
        Problem.STRAY,
        "@" + annotation.getSimpleName() + " \"" + element.getSimpleName() + "\"",
        where);
  }

  private static TypeElement owner(Element element) {
    return MoreElements.asType(
        MoreElements.isType(element) ? element : element.getEnclosingElement());
  }

  private static boolean isParameter(Element field) {
    Element record = field.getEnclosingElement();
    return record != null
        && record.getKind() == ElementKind.RECORD
        && record.getSimpleName().contentEquals("Params")
        && isNode(record.getEnclosingElement());
  }

  private static boolean isNode(@Nullable Element element) {
    return element != null && AnnotationView.find(element, Node.class).isPresent();
  }
}
