package dev.graft.processor.read;

import dev.graft.processor.report.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** The values of one annotation, defaults included, and their places. */
public final class AnnotationView {
  private final Element element;
  private final AnnotationMirror mirror;
  private final Map<String, AnnotationValue> written = new HashMap<>();
  private final Map<String, AnnotationValue> values = new HashMap<>();

  private AnnotationView(Element element, AnnotationMirror mirror) {
    this.element = element;
    this.mirror = mirror;
    mirror
        .getElementValues()
        .forEach((method, value) -> written.put(method.getSimpleName().toString(), value));
    Element type = mirror.getAnnotationType().asElement();
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      AnnotationValue value = method.getDefaultValue();
      if (value != null) {
        values.put(method.getSimpleName().toString(), value);
      }
    }
    values.putAll(written);
  }

  /** The annotation of that type on an element. */
  public static Optional<AnnotationView> find(Element element, Class<?> annotation) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals(annotation.getCanonicalName())) {
        return Optional.of(new AnnotationView(element, mirror));
      }
    }
    return Optional.empty();
  }

  /** The annotations of a repeatable type on an element, in order. */
  static List<AnnotationView> all(Element element, Class<?> annotation, Class<?> container) {
    Optional<AnnotationView> several = find(element, container);
    if (several.isEmpty()) {
      return find(element, annotation).stream().toList();
    }
    return several.get().items("value").stream()
        .map(item -> new AnnotationView(element, (AnnotationMirror) item.getValue()))
        .toList();
  }

  /** A text; empty if the author left out a mandatory one, of which the compiler complains. */
  public String text(String name) {
    return value(name) instanceof String text ? text : "";
  }

  /** A list of texts. */
  public List<String> texts(String name) {
    return items(name).stream().map(item -> String.valueOf(item.getValue())).toList();
  }

  /** An int; 0 if it is none. */
  public int number(String name) {
    return value(name) instanceof Integer number ? number : 0;
  }

  /** A flag. */
  public boolean flag(String name) {
    return Boolean.TRUE.equals(value(name));
  }

  /** The name of an enum constant. */
  public String constant(String name) {
    return value(name) instanceof VariableElement constant
        ? constant.getSimpleName().toString()
        : "";
  }

  /** The place of a value, or of the annotation where the value is not written. */
  public Position at(String name) {
    return new Position(element, mirror, written.get(name));
  }

  /** The place of the annotation. */
  public Position position() {
    return new Position(element, mirror, null);
  }

  private List<AnnotationValue> items(String name) {
    List<AnnotationValue> items = new ArrayList<>();
    if (value(name) instanceof List<?> list) {
      list.forEach(item -> items.add((AnnotationValue) item));
    }
    return items;
  }

  private @Nullable Object value(String name) {
    AnnotationValue value = values.get(name);
    return value == null ? null : value.getValue();
  }
}
