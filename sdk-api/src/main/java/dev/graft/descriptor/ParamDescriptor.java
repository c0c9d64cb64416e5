package dev.graft.descriptor;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a node.
 *
 * @param name snake_case
 * @param type what it accepts
 * @param required whether a manifest must give it
 * @param defaultValue the portable value used when it is not given; null is none, and stands also
 *     where {@code required} is true and there is no default
 * @param doc one sentence
 * @param unit for example {@code ms}
 * @param sensitive whether to keep the value out of logs and reports
 * @param constraints what a value must satisfy besides its type
 */
public record ParamDescriptor(
    String name,
    ValueType type,
    boolean required,
    @Nullable Object defaultValue,
    String doc,
    Optional<String> unit,
    boolean sensitive,
    List<Constraint> constraints) {

  public ParamDescriptor {
    constraints = List.copyOf(constraints);
  }

  /** A parameter that a manifest must give. */
  public static ParamDescriptor required(
      String name, ValueType type, String doc, Constraint... constraints) {
    return new ParamDescriptor(
        name, type, true, null, doc, Optional.empty(), false, List.of(constraints));
  }

  /** A parameter with a default. */
  public static ParamDescriptor optional(
      String name,
      ValueType type,
      @Nullable Object defaultValue,
      String doc,
      Constraint... constraints) {
    return new ParamDescriptor(
        name, type, false, defaultValue, doc, Optional.empty(), false, List.of(constraints));
  }
}
