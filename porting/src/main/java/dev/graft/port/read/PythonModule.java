package dev.graft.port.read;

import dev.graft.runtime.catalogue.PythonSyntax;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that a module has at its top level.
 *
 * @param name the module's own; empty for that of the node
 * @param path where it came from
 * @param lines its text
 * @param functions by name
 * @param classes by name, those for type checkers included
 * @param constants what names were given, by name
 * @param siblings names of modules of the same package, by the name that they have here
 * @param fromSiblings what was taken out of such modules, by the name that it has here
 * @param libraries other modules and what was taken out of them, by the name that it has here
 */
public record PythonModule(
    String name,
    String path,
    List<String> lines,
    Map<String, Stmt.Function> functions,
    Map<String, Stmt.ClassOf> classes,
    Map<String, Expr> constants,
    Map<String, String> siblings,
    Map<String, Member> fromSiblings,
    Map<String, String> libraries) {

  /** A name in a module. */
  public record Member(String module, String name) {}

  /** Reads a tree. */
  public static PythonModule of(String name, PythonSyntax.Module module) {
    PythonModule read =
        new PythonModule(
            name,
            module.path(),
            module.source().lines().toList(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>());
    read.take(TreeReader.module(module.tree()));
    return read;
  }

  /** The modules of its package that a tree imports. */
  public static Collection<String> siblingsOf(Map<?, ?> tree) {
    Set<String> names = new LinkedHashSet<>();
    for (Stmt each : TreeReader.module(tree)) {
      if (each instanceof Stmt.Import from && from.level() == 1) {
        if (from.module().isEmpty()) {
          from.names().forEach(alias -> names.add(alias.name()));
        } else {
          names.add(from.module());
        }
      }
    }
    return names;
  }

  private void take(List<Stmt> statements) {
    for (Stmt each : statements) {
      switch (each) {
        case Stmt.Function function -> functions.put(function.name(), function);
        case Stmt.ClassOf type -> classes.put(type.name(), type);
        case Stmt.Assign assign when assign.targets().getFirst() instanceof Expr.Name target ->
            constants.put(target.id(), assign.value());
        case Stmt.Import from when from.level() == 1 -> takeImport(from);
        case Stmt.Import from when from.level() == 0 -> {
          String module = from.module().isEmpty() ? "" : from.module() + ".";
          from.names().forEach(alias -> libraries.put(alias.here(), module + alias.name()));
        }
        case Stmt.If guarded -> take(guarded.body());
        default -> {}
      }
    }
  }

  private void takeImport(Stmt.Import from) {
    for (Stmt.Alias alias : from.names()) {
      if (from.module().isEmpty()) {
        siblings.put(alias.here(), alias.name());
      } else {
        fromSiblings.put(alias.here(), new Member(from.module(), alias.name()));
      }
    }
  }

  /** What another module calls it that a name or an attribute stands for: {@code math.floor}. */
  public Optional<String> fromLibrary(Expr expr) {
    return switch (expr) {
      case Expr.Name name -> Optional.ofNullable(libraries.get(name.id()));
      case Expr.Attribute attribute when attribute.value() instanceof Expr.Name ->
          fromLibrary(attribute.value()).map(module -> module + "." + attribute.name());
      default -> Optional.empty();
    };
  }

  /** A method of a class. */
  public static Optional<Stmt.Function> method(Stmt.ClassOf type, String name) {
    return type.body().stream()
        .filter(each -> each instanceof Stmt.Function function && function.name().equals(name))
        .map(each -> (Stmt.Function) each)
        .findFirst();
  }

  /** The lines from one to another, from 1, as they stand in the file without their indentation. */
  public List<String> excerpt(int first, int last) {
    List<String> found = new ArrayList<>(lines.subList(first - 1, Math.min(last, lines.size())));
    int margin =
        found.stream()
            .filter(line -> !line.isBlank())
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min()
            .orElse(0);
    found.replaceAll(line -> line.length() < margin ? "" : line.substring(margin));
    return found;
  }
}
