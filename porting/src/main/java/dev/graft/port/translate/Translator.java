package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.port.read.Expr;
import dev.graft.port.read.Place;
import dev.graft.port.read.PythonModule;
import dev.graft.port.read.Stmt;
import dev.graft.port.types.ContractTypes;
import dev.graft.port.types.Literal;
import dev.graft.port.types.Names;
import dev.graft.port.types.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Translates a node: all that it uses, round after round, until the types of all are known. */
public final class Translator {
  private static final int MOST_ROUNDS = 20;

  private final Program program;
  private final Set<String> state = new LinkedHashSet<>();

  /** What is set in the constructor to a literal is set where the field is declared. */
  private final Map<String, Expr> initial = new LinkedHashMap<>();

  private final Map<String, CodeBlock> bodies = new LinkedHashMap<>();
  private final Map<String, CodeBlock> values = new LinkedHashMap<>();
  private final Map<String, List<Translation.Case>> cases = new LinkedHashMap<>();

  private Translator(Program program) {
    this.program = program;
    for (StateDescriptor.Field field : program.contract().state().fields()) {
      state.add(field.name());
    }
  }

  /** Translates a class. */
  public static Translation of(
      Map<String, PythonModule> modules,
      Stmt.ClassOf node,
      NodeContract contract,
      ContractTypes types) {
    Translator translator = new Translator(new Program(modules, node, contract, types));
    translator.findInitial();
    translator.settle();
    while (translator.takesMore()) {
      translator.settle();
    }
    return translator.result();
  }

  private void settle() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (!round()) {
        break;
      }
    }
  }

  /**
   * Whether what was not translated uses functions that nothing else does: they are drafted as
   * well. It is asked only when the types are known, as a statement may be translated by then.
   */
  private boolean takesMore() {
    Set<Routine> known = Set.copyOf(program.routines());
    for (Program.Left left : program.left()) {
      Functions functions = new Functions(new Expressions(left.scope().probe()));
      Set<Expr> called = new HashSet<>();
      for (Expr part : left.parts()) {
        Walk.expression(
            part,
            each -> {
              if (each instanceof Expr.Call call) {
                called.add(call.function());
                functions.meet(call, known);
              } else if (!called.contains(each)) {
                functions.meetValue(each, known);
              }
            });
      }
    }
    return program.routines().size() > known.size();
  }

  private boolean round() {
    program.environment().begin();
    program.marks().clear();
    int known = known();
    int done = 0;
    while (done < program.routines().size()) {
      routine(program.routines().get(done++));
    }
    for (int i = 0; i < program.tables().size(); i++) {
      table(program.tables().get(i));
    }
    for (int i = 0; i < program.constants().size(); i++) {
      constant(program.constants().get(i));
    }
    initial.forEach(this::initialType);
    return program.environment().hasChanged() || known() != known;
  }

  private int known() {
    return program.routines().size() + program.tables().size() + program.constants().size();
  }

  private void routine(Routine routine) {
    Routine read = routine.role() == Routine.Role.CONSTRUCTOR ? withoutInitial(routine) : routine;
    if (routine.role() == Routine.Role.PROCESS
        || routine.role() == Routine.Role.HELPER
        || routine.role() == Routine.Role.EMITTER) {
      declareParameters(routine);
    }
    bodies.put(routine.key(), Statements.body(program, read));
    if (routine.role() == Routine.Role.HELPER && !Walk.exits(routine.function().body())) {
      program.environment().join(routine.result(), Type.NONE);
    }
  }

  private void declareParameters(Routine routine) {
    if (routine.role() == Routine.Role.PROCESS && !routine.parameters().isEmpty()) {
      program
          .environment()
          .declare(routine.variable(routine.parameters().getFirst().name()), program.input());
    }
  }

  /** Literals that the constructor gives to fields that it sets once. */
  private void findInitial() {
    for (Routine routine : program.routines()) {
      if (routine.role() == Routine.Role.CONSTRUCTOR) {
        for (Stmt each : routine.function().body()) {
          field(each)
              .filter(name -> isLiteral(((Stmt.Assign) each).value()))
              .filter(name -> times(routine.function().body(), name) == 1)
              .ifPresent(name -> initial.put(name, ((Stmt.Assign) each).value()));
        }
      }
    }
  }

  private static Optional<String> field(Stmt statement) {
    return statement instanceof Stmt.Assign assign
            && assign.targets().size() == 1
            && assign.targets().getFirst() instanceof Expr.Attribute attribute
            && Expressions.isSelf(attribute.value())
        ? Optional.of(attribute.name())
        : Optional.empty();
  }

  private static boolean isLiteral(Expr value) {
    return value instanceof Expr.Constant
        || (value instanceof Expr.ListOf list && list.items().isEmpty())
        || (value instanceof Expr.DictOf dict && dict.entries().isEmpty());
  }

  private static int times(List<Stmt> body, String field) {
    int[] times = new int[1];
    Walk.expressions(
        body,
        each -> {
          if (each instanceof Expr.Attribute attribute
              && Expressions.isSelf(attribute.value())
              && attribute.name().equals(field)) {
            times[0]++;
          }
        });
    return times[0];
  }

  private Routine withoutInitial(Routine routine) {
    List<Stmt> rest =
        routine.function().body().stream()
            .filter(each -> field(each).map(name -> !initial.containsKey(name)).orElse(true))
            .toList();
    Stmt.Function read = routine.function();
    return new Routine(
        routine.module(),
        new Stmt.Function(
            read.at(),
            read.name(),
            read.isAsync(),
            read.parameters(),
            read.returns(),
            read.decorators(),
            rest),
        routine.javaName(),
        routine.role(),
        routine.usesSelf());
  }

  /** A place outside of all functions of a module. */
  private Scope outside(PythonModule module) {
    Stmt.Function none =
        new Stmt.Function(
            new Place(0, 0, ""), "", false, List.of(), Optional.empty(), List.of(), List.of());
    return Scope.of(program, new Routine(module, none, "", Routine.Role.HELPER, false));
  }

  private void initialType(String field, Expr value) {
    program.useField(Names.camel(field));
    program
        .environment()
        .join("self." + field, new Expressions(outside(program.module())).of(value).type());
  }

  private void constant(Program.ConstantUse constant) {
    String key = Program.key(constant);
    try {
      Code code = new Expressions(outside(constant.module())).of(constant.value());
      program.environment().join(key, code.type());
      values.put(key, Coercion.to(code, program.environment().get(key)));
    } catch (UntranslatableException e) {
      int line = constant.value().at().line();
      String source = constant.module().excerpt(line, line).getFirst().strip();
      program.mark(
          new Mark(constant.module().path(), line, source, String.valueOf(e.getMessage()), 1),
          outside(constant.module()),
          List.of(constant.value()));
      program.environment().join(key, Type.ANY);
      values.put(
          key,
          CodeBlock.of(
              "undecided($L)", Literal.of(Marks.place(constant.module(), line) + ": " + source)));
    }
  }

  private void table(Program.ConstantUse table) {
    List<Translation.Case> found = new ArrayList<>();
    Expr.DictOf dict = (Expr.DictOf) table.value();
    for (Expr.Entry entry : dict.entries()) {
      String key = String.valueOf(((Expr.Constant) entry.key().orElseThrow()).value());
      CodeBlock function;
      try {
        Expressions expressions = new Expressions(outside(table.module()));
        Code code =
            entry.value() instanceof Expr.Lambda
                ? expressions.of(entry.value())
                : new Functions(expressions).reference(entry.value());
        program.environment().join(Program.key(table), code.type());
        function = code.text();
      } catch (UntranslatableException e) {
        int line = entry.value().at().line();
        String source = table.module().excerpt(line, line).getFirst().strip();
        program.mark(
            new Mark(table.module().path(), line, source, String.valueOf(e.getMessage()), 1),
            outside(table.module()),
            List.of(entry.value()));
        function =
            CodeBlock.of(
                "undecided($L)", Literal.of(Marks.place(table.module(), line) + ": " + source));
      }
      found.add(new Translation.Case(key, function));
    }
    cases.put(Program.key(table), found);
  }

  private Translation result() {
    List<Translation.Constant> constants = new ArrayList<>();
    for (Program.ConstantUse each : program.constants()) {
      Type type = program.environment().get(Program.key(each));
      constants.add(
          new Translation.Constant(
              each.javaName(), type, values.getOrDefault(Program.key(each), CodeBlock.of("null"))));
    }
    List<Translation.Table> tables = new ArrayList<>();
    int entries = 0;
    for (Program.ConstantUse each : program.tables()) {
      List<Translation.Case> found = cases.getOrDefault(Program.key(each), List.of());
      entries += found.size();
      tables.add(
          new Translation.Table(
              each.javaName(), program.environment().get(Program.key(each)), found));
    }
    List<Translation.Method> methods = new ArrayList<>();
    int statements = constants.size() + entries;
    for (Routine routine : program.routines()) {
      statements += Walk.count(routine.function().body());
      methods.add(method(routine));
    }
    return new Translation(
        program.input(),
        program.output(),
        constants,
        fields(),
        methods,
        tables,
        List.copyOf(program.marks()),
        statements);
  }

  private Translation.Method method(Routine routine) {
    List<Translation.Parameter> parameters = new ArrayList<>();
    for (Stmt.Parameter each : routine.parameters()) {
      parameters.add(
          new Translation.Parameter(
              Scope.javaName(each.name()),
              program.environment().get(routine.variable(each.name())).declared()));
    }
    boolean isHelper =
        routine.role() == Routine.Role.HELPER || routine.role() == Routine.Role.EMITTER;
    CodeBlock body = bodies.getOrDefault(routine.key(), CodeBlock.of(""));
    Type result = program.environment().get(routine.result());
    TypeName returns = result.declared();
    if (routine.role() == Routine.Role.EMITTER) {
      returns = TypeName.BOOLEAN;
      if (!Walk.exits(routine.function().body())) {
        body = CodeBlock.of("$Lreturn true;\n", body);
      }
    } else if (!isHelper || result.equals(Type.NONE)) {
      returns = TypeName.VOID;
      body = withoutNull(body);
    } else if (!Walk.exits(routine.function().body())) {
      body = CodeBlock.of("$Lreturn null;\n", body);
    }
    return new Translation.Method(
        routine.function().name(),
        routine.javaName(),
        doc(routine.function()),
        isHelper,
        isHelper && !routine.usesSelf(),
        routine.emits(),
        parameters,
        returns,
        body);
  }

  /** A helper that returns nothing returns nothing in Java, either. */
  private static CodeBlock withoutNull(CodeBlock body) {
    return body.toString().contains("return null;\n")
        ? CodeBlock.of("$L", body.toString().replace("return null;\n", "return;\n"))
        : body;
  }

  private static String doc(Stmt.Function function) {
    return !function.body().isEmpty()
            && function.body().getFirst() instanceof Stmt.Evaluate evaluate
            && evaluate.value() instanceof Expr.Constant constant
            && constant.value() instanceof String text
        ? text.strip().split("\n\\s*\n", 2)[0].replaceAll("\\s+", " ")
        : "";
  }

  private List<Translation.Field> fields() {
    Map<String, Integer> sets = new LinkedHashMap<>();
    Set<String> setLater = new LinkedHashSet<>();
    state.forEach(name -> sets.put(name, 0));
    for (Routine routine : program.routines()) {
      for (String name : Walk.fields(routine.function().body())) {
        sets.merge(name, 1, Integer::sum);
        if (routine.role() != Routine.Role.CONSTRUCTOR) {
          setLater.add(name);
        }
      }
    }
    List<Translation.Field> fields = new ArrayList<>();
    for (String name : sets.keySet()) {
      Type type = program.environment().get("self." + name);
      Optional<Type> held = program.ofOptional(name);
      boolean isFinal = !state.contains(name) && !setLater.contains(name);
      Optional<CodeBlock> value =
          held.isPresent()
              ? optionalAtFirst(name, held.get())
              : Optional.ofNullable(initial.get(name))
                  .flatMap(each -> initialValue(each, type, isFinal));
      fields.add(
          new Translation.Field(
              name,
              Names.camel(name),
              held.map(Optionals::type).orElseGet(type::declared),
              state.contains(name),
              isFinal,
              value));
    }
    fields.sort(Comparator.comparingInt(each -> each.isState() ? 2 : each.isFinal() ? 0 : 1));
    return fields;
  }

  /** An Optional is never null, not even where the constructor does not always set it. */
  private Optional<CodeBlock> optionalAtFirst(String name, Type held) {
    Expr literal = initial.get(name);
    if (literal != null) {
      return Optional.of(
          Optionals.of(new Expressions(outside(program.module())).of(literal), held));
    }
    boolean isSet =
        program.routines().stream()
            .filter(routine -> routine.role() == Routine.Role.CONSTRUCTOR)
            .flatMap(routine -> routine.function().body().stream())
            .anyMatch(each -> field(each).map(name::equals).orElse(false));
    return isSet ? Optional.empty() : Optional.of(CodeBlock.of("$T.empty()", Optional.class));
  }

  /** Nothing where Java has it so by itself. */
  private Optional<CodeBlock> initialValue(Expr value, Type type, boolean isFinal) {
    CodeBlock code = new Expressions(outside(program.module())).to(value, type);
    boolean isDefault =
        !isFinal && List.of("0", "0.0", "false", "null", "0L").contains(code.toString());
    return isDefault ? Optional.empty() : Optional.of(code);
  }
}
