package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import dev.graft.port.types.Names;
import dev.graft.port.types.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds at one place of a routine: variables that are declared, and what is known of them. */
final class Scope {
  private static final Set<String> TAKEN = Set.of("out", "params", "context");

  private final Program program;
  private final Routine routine;
  private final Set<String> locals;
  private final Set<String> javaNames;
  private final Map<String, Code> known;
  private final Set<String> declared;
  private @Nullable List<CodeBlock> hoisted;

  private Scope(
      Program program,
      Routine routine,
      Set<String> locals,
      Set<String> javaNames,
      Map<String, Code> known,
      Set<String> declared,
      @Nullable List<CodeBlock> hoisted) {
    this.program = program;
    this.routine = routine;
    this.locals = locals;
    this.javaNames = javaNames;
    this.known = new HashMap<>(known);
    this.declared = new HashSet<>(declared);
    this.hoisted = hoisted;
  }

  /** The scope at the beginning of a routine. */
  static Scope of(Program program, Routine routine) {
    Set<String> locals = Walk.assigned(routine.function().body());
    Set<String> javaNames = new HashSet<>(TAKEN);
    locals.forEach(name -> javaNames.add(javaName(name)));
    if (routine.role() != Routine.Role.CONSTRUCTOR) {
      routine.parameters().forEach(each -> javaNames.add(javaName(each.name())));
    }
    return new Scope(program, routine, locals, javaNames, Map.of(), Set.of(), null);
  }

  /** A scope inside of this one: what is declared or found out there is forgotten outside. */
  Scope inner() {
    return new Scope(program, routine, locals, javaNames, known, declared, hoisted);
  }

  /** A place before which no statement can be put. */
  Scope fixed() {
    return new Scope(program, routine, locals, javaNames, known, declared, null);
  }

  /** A place to try a translation at, of which nothing stays. */
  Scope probe() {
    return new Scope(
        program,
        routine,
        locals,
        new HashSet<>(javaNames),
        known,
        declared,
        hoisted == null ? null : new ArrayList<>());
  }

  Program program() {
    return program;
  }

  Routine routine() {
    return routine;
  }

  static String javaName(String python) {
    String name = Names.camel(python);
    return TAKEN.contains(name) ? name + "Value" : name;
  }

  /** Whether a name is a variable of the routine. */
  boolean isLocal(String name) {
    return locals.contains(name) || routine.parameter(name).isPresent() || known.containsKey(name);
  }

  boolean isAssigned(String name) {
    return locals.contains(name);
  }

  /** What is known to be in a variable, beyond its type. */
  Optional<Code> known(String name) {
    return Optional.ofNullable(known.get(name));
  }

  void know(String name, Code code) {
    known.put(name, code);
  }

  void know(Map<String, Code> more) {
    known.putAll(more);
  }

  /** The variable has another value now. */
  void forget(String name) {
    known.remove(name);
  }

  boolean isDeclared(String name) {
    return declared.contains(name);
  }

  void declare(String name) {
    declared.add(name);
  }

  Type type(String variable) {
    return program.environment().get(routine.variable(variable));
  }

  /** The name of a field, which a variable of that name may hide. */
  String field(String attribute) {
    String name = Names.camel(attribute);
    return javaNames.contains(name) ? "this." + name : name;
  }

  /** A name that no variable has. */
  String fresh(String wanted) {
    String name = wanted;
    for (int i = 2; javaNames.contains(name) || program.isField(name); i++) {
      name = wanted + i;
    }
    javaNames.add(name);
    return name;
  }

  /** A name for a parameter of a function inside: it may hide a field. */
  String freshParameter(String wanted) {
    String name = wanted;
    for (int i = 2; javaNames.contains(name); i++) {
      name = wanted + i;
    }
    javaNames.add(name);
    return name;
  }

  /** Statements may now be put before the one that is translated. */
  void allowHoisting() {
    hoisted = new ArrayList<>();
  }

  /** Puts a statement before the one that is translated. */
  void hoist(CodeBlock statement) {
    if (hoisted == null) {
      throw new UntranslatableException("it would need a statement of its own at this place");
    }
    hoisted.add(statement);
  }

  /** What was put before. */
  CodeBlock takeHoisted() {
    CodeBlock all =
        hoisted == null ? CodeBlock.of("") : hoisted.stream().collect(CodeBlock.joining(""));
    hoisted = null;
    return all;
  }
}
