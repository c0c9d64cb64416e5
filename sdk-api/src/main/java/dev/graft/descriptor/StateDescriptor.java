package dev.graft.descriptor;

import java.util.List;
import java.util.Locale;

/**
 * What a snapshot of a node holds. It is what moves when a node changes its backend.
 *
 * @param scope whose state it is
 * @param fields the declared parts; a plain Python class declares none and has {@link
 *     Scope#INSTANCE}
 */
public record StateDescriptor(Scope scope, List<Field> fields) {
  /** The state of a node that has none. */
  public static final StateDescriptor NONE = new StateDescriptor(Scope.NONE, List.of());

  public StateDescriptor {
    fields = List.copyOf(fields);
  }

  /** State of which each session key has its own. */
  public static StateDescriptor keyed(Field... fields) {
    return new StateDescriptor(Scope.KEYED, List.of(fields));
  }

  /** State of which the instance has one. */
  public static StateDescriptor instance(Field... fields) {
    return new StateDescriptor(Scope.INSTANCE, List.of(fields));
  }

  /** Whose state it is. */
  public enum Scope {
    NONE,
    KEYED,
    INSTANCE;

    /** The name in JSON: lower case. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One part of the state.
   *
   * @param name snake_case
   * @param type what it holds
   */
  public record Field(String name, ValueType type) {}
}
