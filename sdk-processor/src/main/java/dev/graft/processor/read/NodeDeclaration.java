package dev.graft.processor.read;

import dev.graft.processor.model.Shape;
import dev.graft.processor.report.Subject;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * A node as its author wrote it. Valid for one round.
 *
 * @param element the class
 * @param node its annotation
 * @param examples its examples, in order
 * @param subject its name in messages
 * @param shapes the shapes it implements; exactly one if it is right
 * @param paramsType its nested type called Params
 * @param params the components of that type, if it is a record
 * @param states the fields that are part of its state
 */
public record NodeDeclaration(
    TypeElement element,
    AnnotationView node,
    List<AnnotationView> examples,
    Subject subject,
    List<ShapeDeclaration> shapes,
    Optional<TypeElement> paramsType,
    List<ParamDeclaration> params,
    List<StateDeclaration> states) {

  /**
   * A shape that a node implements.
   *
   * @param shape which
   * @param ports its type arguments; empty if there are none
   */
  public record ShapeDeclaration(Shape shape, List<PortDeclaration> ports) {}

  /**
   * A type argument of a shape.
   *
   * @param name {@code in} or {@code out}
   * @param subject its name in messages
   * @param type what passes
   */
  public record PortDeclaration(String name, Subject subject, ReadType type) {}

  /**
   * A component of the Params record.
   *
   * @param component its name in Java
   * @param name in snake_case
   * @param subject its name in messages
   * @param annotation what is said of it; none if the author forgot
   * @param type what it accepts
   */
  public record ParamDeclaration(
      String component,
      String name,
      Subject subject,
      Optional<AnnotationView> annotation,
      ReadType type) {}

  /**
   * A field of the state.
   *
   * @param field the field
   * @param name in snake_case
   * @param subject its name in messages
   * @param type what it holds
   */
  public record StateDeclaration(
      VariableElement field, String name, Subject subject, ReadType type) {}
}
