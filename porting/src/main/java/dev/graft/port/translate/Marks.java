package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import dev.graft.port.read.Expr;
import dev.graft.port.read.PythonModule;
import dev.graft.port.read.Stmt;
import dev.graft.port.types.Literal;
import dev.graft.port.types.Names;
import dev.graft.port.types.Type;
import java.util.List;
import java.util.function.Function;

/**
 * What stands where there is no translation: the Python lines as a comment, and a call of a method
 * that does not exist. As much of the statement as can be kept is kept.
 */
final class Marks {
  private final Scope scope;

  Marks(Scope scope) {
    this.scope = scope;
  }

  CodeBlock of(Stmt statement, String reason, Function<List<Stmt>, CodeBlock> block) {
    PythonModule module = scope.routine().module();
    int line = statement.at().line();
    List<String> lines = module.excerpt(line, lastLine(statement));
    String source = lines.getFirst().strip();
    int statements = isKept(statement) ? 1 : Walk.count(List.of(statement));
    scope
        .program()
        .mark(new Mark(module.path(), line, source, reason, statements), scope, parts(statement));
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("// To decide: $L.\n", reason);
    lines.forEach(each -> code.add("//     $L\n", each));
    CodeBlock call = CodeBlock.of("undecided($L)", Literal.of(place(module, line) + ": " + source));
    code.add(kept(statement, call, block));
    return code.build();
  }

  /** The expressions that are not translated. */
  private static List<Expr> parts(Stmt statement) {
    return isKept(statement) ? Walk.parts(statement) : Walk.allParts(statement);
  }

  /** Where a line stands; of the file itself without its name. */
  static String place(PythonModule module, int line) {
    String file = module.path().substring(module.path().lastIndexOf('/') + 1);
    return "line " + line + (module.name().isEmpty() ? "" : " of " + file);
  }

  /** Whether the blocks of the statement are translated. */
  private static boolean isKept(Stmt statement) {
    return switch (statement) {
      case Stmt.If _ -> true;
      case Stmt.While loop -> loop.otherwise().isEmpty();
      case Stmt.For loop -> loop.otherwise().isEmpty() && loop.target() instanceof Expr.Name;
      default -> false;
    };
  }

  /** The last line that the mark stands for: blocks that are translated have their own. */
  private static int lastLine(Stmt statement) {
    return switch (statement) {
      case Stmt.If branch -> branch.test().at().endLine();
      case Stmt.While loop when isKept(loop) -> loop.test().at().endLine();
      case Stmt.For loop when isKept(loop) -> loop.items().at().endLine();
      default -> statement.at().endLine();
    };
  }

  private CodeBlock kept(Stmt statement, CodeBlock call, Function<List<Stmt>, CodeBlock> block) {
    return switch (statement) {
      case Stmt.Assign assign
          when assign.targets().size() == 1
              && assign.targets().getFirst() instanceof Expr.Name name ->
          assigned(name.id(), call);
      case Stmt.Assign assign
          when assign.targets().size() == 1
              && assign.targets().getFirst() instanceof Expr.Attribute field
              && Expressions.isSelf(field.value()) -> {
        scope.program().environment().join("self." + field.name(), Type.ANY);
        scope.program().useField(Names.camel(field.name()));
        yield CodeBlock.of("$L = $L;\n", scope.field(field.name()), call);
      }
      case Stmt.If branch -> {
        CodeBlock otherwise =
            branch.otherwise().isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.of(" else {\n$L}", block.apply(branch.otherwise()));
        yield CodeBlock.of("if ($L) {\n$L}$L\n", call, block.apply(branch.body()), otherwise);
      }
      case Stmt.While loop when loop.otherwise().isEmpty() ->
          CodeBlock.of("while ($L) {\n$L}\n", call, block.apply(loop.body()));
      case Stmt.For loop
          when loop.otherwise().isEmpty() && loop.target() instanceof Expr.Name name -> {
        scope.program().environment().join(scope.routine().variable(name.id()), Type.ANY);
        yield CodeBlock.of(
            "for (Object $L : $L) {\n$L}\n",
            Scope.javaName(name.id()),
            call,
            block.apply(loop.body()));
      }
      case Stmt.Return _ when scope.routine().role() == Routine.Role.HELPER ->
          CodeBlock.of("return $L;\n", call);
      default -> CodeBlock.of("$L;\n", call);
    };
  }

  private CodeBlock assigned(String name, CodeBlock call) {
    scope.forget(name);
    Routine routine = scope.routine();
    if (routine.parameter(name).isPresent() || scope.isDeclared(name)) {
      return CodeBlock.of("$L = $L;\n", Scope.javaName(name), call);
    }
    scope.declare(name);
    scope.program().environment().join(routine.variable(name), Type.ANY);
    return CodeBlock.of("$T $L = $L;\n", scope.type(name).java(), Scope.javaName(name), call);
  }
}
