package dev.graft.port.translate;

import dev.graft.port.read.PythonModule;
import dev.graft.port.read.Stmt;
import java.util.List;
import java.util.Optional;

/**
 * A function or a method that becomes a method.
 *
 * @param module where it stands
 * @param function as it stands there
 * @param javaName its name in Java
 * @param role what it is for the node
 * @param usesSelf whether it needs the node's object
 */
record Routine(
    PythonModule module, Stmt.Function function, String javaName, Role role, boolean usesSelf) {

  /** What a method is for the node. */
  enum Role {
    CONSTRUCTOR,
    OPEN,
    /** Takes an item and emits what it returns or yields. */
    PROCESS,
    FLUSH,
    CLOSE,
    /** Returns a value. */
    HELPER,
    /** Emits, and returns whether more is wanted. */
    EMITTER
  }

  boolean isMethod() {
    return !function.parameters().isEmpty()
        && function.parameters().getFirst().name().equals("self");
  }

  /** The parameters, without the node itself. */
  List<Stmt.Parameter> parameters() {
    return isMethod()
        ? function.parameters().subList(1, function.parameters().size())
        : function.parameters();
  }

  /** Whether it hands values to the emitter. */
  boolean emits() {
    return role == Role.PROCESS || role == Role.FLUSH || role == Role.EMITTER;
  }

  String key() {
    return module.name() + ":" + (isMethod() ? "self." : "") + function.name();
  }

  /** The key of a variable of it. */
  String variable(String name) {
    return key() + "/" + name;
  }

  /** The key of what it returns. */
  String result() {
    return key() + "()";
  }

  /** The place of a parameter of that name. */
  Optional<Stmt.Parameter> parameter(String name) {
    return parameters().stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
