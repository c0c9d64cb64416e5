package dev.graft.processor.check;

import dev.graft.processor.model.TypeRef;
import dev.graft.processor.read.NodeDeclaration;
import dev.graft.processor.read.NodeDeclaration.ParamDeclaration;
import dev.graft.processor.report.Problem;
import dev.graft.value.Suggestions;
import java.util.List;
import java.util.Optional;

/** The parameter that another one may not exceed exists and is a number. */
final class OrderCheck extends ParamRule {
  @Override
  void check(NodeDeclaration node, Described param) {
    String name = param.text("atMost");
    if (name.isEmpty() || !param.isNumber()) {
      return;
    }
    Optional<ParamDeclaration> other =
        node.params().stream().filter(p -> p.name().equals(name)).findFirst();
    List<String> others =
        node.params().stream()
            .filter(p -> !p.name().equals(param.declaration().name()) && isNumber(p))
            .map(ParamDeclaration::name)
            .toList();
    if (other.isEmpty()) {
      String hint = Suggestions.hint(name, others);
      param.report("atMost", Problem.PARAM_AT_MOST, name, "is no parameter", hint);
    } else if (!others.contains(name)) {
      String fact = name.equals(param.declaration().name()) ? "is itself" : "is no number";
      param.report("atMost", Problem.PARAM_AT_MOST, name, fact, known(others));
    }
  }

  private static boolean isNumber(ParamDeclaration param) {
    return param
        .type()
        .ref()
        .map(type -> type instanceof TypeRef.OptionalRef optional ? optional.inner() : type)
        .filter(type -> type instanceof TypeRef.ScalarRef scalar && scalar.scalar().isNumber())
        .isPresent();
  }

  private static String known(List<String> others) {
    return others.isEmpty()
        ? "There is no other number."
        : "Known are: " + String.join(", ", others) + ".";
  }
}
