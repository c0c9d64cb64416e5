package dev.graft.processor.report;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where a message points to: as precisely as the source allows.
 *
 * @param element the declaration
 * @param annotation the annotation on it, if that is meant
 * @param value the value in the annotation, if that is meant
 */
public record Position(
    Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value) {
  /** A declaration. */
  public static Position of(Element element) {
    return new Position(element, null, null);
  }
}
