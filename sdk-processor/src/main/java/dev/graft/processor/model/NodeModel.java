package dev.graft.processor.model;

import com.palantir.javapoet.ClassName;
import dev.graft.descriptor.NodeDescriptor;
import java.util.List;
import java.util.Optional;

/**
 * One node.
 *
 * @param descriptor what the runtime knows of it
 * @param type its class
 * @param factory the class to write
 * @param shape what it implements
 * @param input what it takes; none for a source
 * @param output what it emits; none for a sink
 * @param paramsType the record that its constructor takes, if it takes one
 * @param params the record's components
 * @param state the fields to save and restore
 */
public record NodeModel(
    NodeDescriptor descriptor,
    ClassName type,
    ClassName factory,
    Shape shape,
    Optional<TypeRef> input,
    Optional<TypeRef> output,
    Optional<ClassName> paramsType,
    List<ParamModel> params,
    List<StateModel> state) {

  /** The catalogue id. */
  public String id() {
    return descriptor.id();
  }

  /**
   * One parameter.
   *
   * @param component the record component
   * @param name in snake_case
   * @param type the component's type
   */
  public record ParamModel(String component, String name, TypeRef type) {}

  /**
   * One part of the state.
   *
   * @param field the field
   * @param name in snake_case
   * @param type the field's type
   */
  public record StateModel(String field, String name, TypeRef type) {}
}
