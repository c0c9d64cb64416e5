package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.graft.port.types.Type;
import java.util.List;
import java.util.Optional;

/**
 * A node in Java, still without the frame around it.
 *
 * @param input what it takes
 * @param output what it emits
 * @param constants those of modules that it uses
 * @param fields what was set on {@code self}
 * @param methods in the order in which they were met
 * @param tables dicts of functions
 * @param marks what was not translated
 * @param statements how many statements there were
 */
public record Translation(
    Type input,
    Type output,
    List<Constant> constants,
    List<Field> fields,
    List<Method> methods,
    List<Table> tables,
    List<Mark> marks,
    int statements) {

  /** How many statements were translated. */
  public int translated() {
    return statements - marks.stream().mapToInt(Mark::statements).sum();
  }

  /** The method of a role. */
  public Optional<Method> method(String pythonName) {
    return methods.stream()
        .filter(each -> each.python().equals(pythonName) && !each.isHelper())
        .findFirst();
  }

  /** A constant of the class. */
  public record Constant(String name, Type type, CodeBlock value) {}

  /**
   * A field.
   *
   * @param isState whether the contract names it
   * @param isFinal whether it is set once
   * @param initial what it is at first, where the constructor does not say
   */
  public record Field(
      String python,
      String name,
      TypeName type,
      boolean isState,
      boolean isFinal,
      Optional<CodeBlock> initial) {}

  /**
   * A method.
   *
   * @param python the name of the function
   * @param doc its docstring
   * @param emits whether it has the emitter as its last parameter
   */
  public record Method(
      String python,
      String name,
      String doc,
      boolean isHelper,
      boolean isStatic,
      boolean emits,
      List<Parameter> parameters,
      TypeName returns,
      CodeBlock body) {}

  /** A parameter of a method. */
  public record Parameter(String name, TypeName type) {}

  /** A dict of functions, as a method that finds one by its key. */
  public record Table(String name, Type type, List<Case> cases) {}

  /** A function in a table. */
  public record Case(String key, CodeBlock function) {}
}
