package dev.graft.port.translate;

import com.palantir.javapoet.ClassName;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType;
import dev.graft.port.read.Expr;
import dev.graft.port.read.PythonModule;
import dev.graft.port.read.Stmt;
import dev.graft.port.types.ContractTypes;
import dev.graft.port.types.Names;
import dev.graft.port.types.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that is known of a node and of what it uses, for the time of its translation. */
final class Program {
  private final Map<String, PythonModule> modules;
  private final Stmt.ClassOf node;
  private final NodeContract contract;
  private final ContractTypes types;
  private final Environment environment = new Environment();
  private final Map<String, Routine> routines = new LinkedHashMap<>();
  private final Map<String, ConstantUse> constants = new LinkedHashMap<>();
  private final Map<String, ConstantUse> tables = new LinkedHashMap<>();
  private final Set<String> javaNames = new HashSet<>();
  private final List<Mark> marks = new ArrayList<>();
  private final Map<Mark, Left> left = new HashMap<>();

  /** A constant of a module that the node uses. */
  record ConstantUse(PythonModule module, String name, Expr value, String javaName) {}

  /** The expressions of what was not translated, and what is known where they stand. */
  record Left(Scope scope, List<Expr> parts) {}

  Program(
      Map<String, PythonModule> modules,
      Stmt.ClassOf node,
      NodeContract contract,
      ContractTypes types) {
    this.modules = modules;
    this.node = node;
    this.contract = contract;
    this.types = types;
    for (StateDescriptor.Field field : contract.state().fields()) {
      environment.declare(
          "self." + field.name(), types.type(field.type(), Names.type(field.name())));
    }
    for (String name : List.of("__init__", "initialize", "process", "flush", "cleanup")) {
      PythonModule.method(node, name).ifPresent(method -> method(method, role(name)));
    }
  }

  Environment environment() {
    return environment;
  }

  NodeContract contract() {
    return contract;
  }

  ContractTypes types() {
    return types;
  }

  PythonModule module() {
    return modules.getOrDefault("", modules.values().iterator().next());
  }

  List<Routine> routines() {
    return List.copyOf(routines.values());
  }

  List<ConstantUse> constants() {
    return List.copyOf(constants.values());
  }

  List<ConstantUse> tables() {
    return List.copyOf(tables.values());
  }

  List<Mark> marks() {
    return marks;
  }

  /** What the node takes. */
  Type input() {
    return contract.inputs().isEmpty()
        ? Type.NEVER
        : types.type(contract.inputs().getFirst().type(), hintName(true).orElse("Item"));
  }

  /** What the node emits. */
  Type output() {
    return contract.outputs().isEmpty()
        ? Type.ANY
        : types.type(contract.outputs().getFirst().type(), hintName(false).orElse("Output"));
  }

  /** The name of the TypedDict in the hints of {@code process}. */
  Optional<String> hintName(boolean ofInput) {
    return PythonModule.method(node, "process")
        .flatMap(process -> ofInput ? process.parameters().getLast().hint() : process.returns())
        .flatMap(this::className);
  }

  /** The last class of this file that a hint names. */
  Optional<String> className(Expr hint) {
    return Walk.names(hint).stream()
        .filter(module().classes()::containsKey)
        .reduce((first, second) -> second);
  }

  Optional<ParamDescriptor> param(String name) {
    return contract.param(name);
  }

  ClassName nested(String name) {
    return ClassName.get("", name);
  }

  boolean isField(String javaName) {
    return javaNames.contains("field " + javaName);
  }

  void useField(String javaName) {
    javaNames.add("field " + javaName);
  }

  /** Whether the node has a method or a property of that name. */
  boolean isMethod(String name) {
    return PythonModule.method(node, name).isPresent();
  }

  /** Whether the class derives from another one of its file. */
  boolean hasBaseInFile() {
    return node.bases().stream().anyMatch(module().classes()::containsKey);
  }

  /** Whether a method of the node sets that attribute. */
  boolean isSet(String attribute) {
    boolean isState =
        contract.state().fields().stream().anyMatch(field -> field.name().equals(attribute));
    return isState
        || node.body().stream()
            .anyMatch(
                each ->
                    each instanceof Stmt.Function function
                        && Walk.fields(function.body()).contains(attribute));
  }

  /** What an attribute holds that the contract lets be none: in Java the field is an Optional. */
  Optional<Type> ofOptional(String attribute) {
    return contract.state().fields().stream()
        .filter(field -> field.name().equals(attribute))
        .map(StateDescriptor.Field::type)
        .filter(type -> type instanceof ValueType.OptionalOf)
        .map(type -> types.type(((ValueType.OptionalOf) type).type(), Names.type(attribute)))
        .findFirst();
  }

  /** The constant of that name in the body of the class. */
  Optional<ConstantUse> classConstant(String name) {
    for (Stmt each : node.body()) {
      if (each instanceof Stmt.Assign assign
          && assign.targets().getFirst() instanceof Expr.Name target
          && target.id().equals(name)) {
        ConstantUse made =
            new ConstantUse(module(), "class " + name, assign.value(), Names.constant(name));
        return Optional.of(constants.getOrDefault(":class " + name, made));
      }
    }
    return Optional.empty();
  }

  /** A method of the node, if it has it. */
  Optional<Routine> method(String name) {
    return PythonModule.method(node, name).map(found -> method(found, role(name)));
  }

  private static Routine.Role role(String name) {
    return switch (name) {
      case "__init__" -> Routine.Role.CONSTRUCTOR;
      case "initialize" -> Routine.Role.OPEN;
      case "process" -> Routine.Role.PROCESS;
      case "flush" -> Routine.Role.FLUSH;
      case "cleanup" -> Routine.Role.CLOSE;
      default -> Routine.Role.HELPER;
    };
  }

  private Routine method(Stmt.Function found, Routine.Role role) {
    return routine(module(), found, role);
  }

  /** The function of that name in a module. */
  Optional<Routine> function(PythonModule module, String name) {
    Stmt.Function found = module.functions().get(name);
    if (found != null) {
      return Optional.of(routine(module, found, Routine.Role.HELPER));
    }
    PythonModule.Member member = module.fromSiblings().get(name);
    PythonModule other = member == null ? null : modules.get(member.module());
    return other == null || member == null ? Optional.empty() : function(other, member.name());
  }

  /** The module that a name stands for. */
  Optional<PythonModule> sibling(PythonModule module, String name) {
    return Optional.ofNullable(module.siblings().get(name)).map(modules::get);
  }

  private Routine routine(PythonModule module, Stmt.Function function, Routine.Role wanted) {
    Routine.Role role =
        wanted == Routine.Role.HELPER && Walk.yields(function.body())
            ? Routine.Role.EMITTER
            : wanted;
    Routine made = new Routine(module, function, "", role, false);
    Routine known = routines.get(made.key());
    if (known != null) {
      return known;
    }
    String name =
        switch (role) {
          case CONSTRUCTOR -> "";
          case OPEN -> "open";
          case CLOSE -> "close";
          case PROCESS, FLUSH -> function.name();
          case HELPER, EMITTER -> methodName(function.name());
        };
    Routine routine = new Routine(module, function, name, role, usesSelf(function));
    routines.put(routine.key(), routine);
    return routine;
  }

  private static boolean usesSelf(Stmt.Function function) {
    return !function.parameters().isEmpty()
        && function.parameters().getFirst().name().equals("self")
        && Walk.names(function.body()).contains("self");
  }

  /** A name that no method has yet, nor any that a node inherits. */
  private String methodName(String python) {
    String wanted = Names.camel(python);
    String name = wanted;
    Set<String> inherited =
        Set.of(
            "process",
            "flush",
            "open",
            "close",
            "produce",
            "accept",
            "clone",
            "wait",
            "notify",
            "getClass",
            "hashCode",
            "equals",
            "toString",
            "finalize");
    for (int i = 2; inherited.contains(name) || !javaNames.add("method " + name); i++) {
      name = wanted + i;
    }
    return name;
  }

  /** The constant of that name in a module. */
  Optional<ConstantUse> constant(PythonModule module, String name) {
    Expr value = module.constants().get(name);
    if (value == null) {
      PythonModule.Member member = module.fromSiblings().get(name);
      PythonModule other = member == null ? null : modules.get(member.module());
      return other == null || member == null ? Optional.empty() : constant(other, member.name());
    }
    String key = module.name() + ":" + name;
    ConstantUse use = constants.get(key);
    return Optional.of(
        use != null ? use : new ConstantUse(module, name, value, Names.constant(name)));
  }

  /** The constant is used in code. */
  void use(ConstantUse constant) {
    constants.putIfAbsent(constant.module().name() + ":" + constant.name(), constant);
  }

  static String key(ConstantUse constant) {
    return constant.module().name() + ":" + constant.name() + "=";
  }

  /** A dict of functions becomes a method that finds one. */
  String useTable(ConstantUse constant) {
    String key = constant.module().name() + ":" + constant.name();
    ConstantUse use = tables.get(key);
    if (use == null) {
      use =
          new ConstantUse(
              constant.module(),
              constant.name(),
              constant.value(),
              methodName(constant.name().toLowerCase(Locale.ROOT)));
      tables.put(key, use);
    }
    return use.javaName();
  }

  void mark(Mark mark, Scope scope, List<Expr> parts) {
    marks.add(mark);
    left.put(mark, new Left(scope.probe(), parts));
  }

  /** What stands where the marks are. */
  List<Left> left() {
    return marks.stream().flatMap(mark -> Optional.ofNullable(left.get(mark)).stream()).toList();
  }
}
