package dev.graft.processor.check;

import dev.graft.processor.model.Literals;
import dev.graft.processor.model.TypeRef;
import dev.graft.processor.read.NodeDeclaration;
import dev.graft.processor.report.Problem;
import dev.graft.value.Numbers;
import java.util.List;
import java.util.Optional;

/** Limits and units are for numbers, limits are numbers, and the smaller is not the larger. */
final class LimitCheck extends ParamRule {
  @Override
  void check(NodeDeclaration node, Described param) {
    for (String name : List.of("min", "max", "atMost", "unit")) {
      if (!param.text(name).isEmpty() && !param.isNumber()) {
        String type = param.type().valueType().text();
        param.report(name, Problem.PARAM_LIMIT_TYPE, name, type);
      }
    }
    if (param.values().number("minItems") != 0 && !(param.innerType() instanceof TypeRef.ListRef)) {
      param.report("minItems", Problem.PARAM_ITEMS_TYPE, param.type().valueType().text());
    }
    if (param.isNumber()) {
      Optional<Number> min = limit(param, "min");
      Optional<Number> max = limit(param, "max");
      if (min.isPresent() && max.isPresent() && Numbers.compare(min.get(), max.get()) > 0) {
        param.report("min", Problem.PARAM_LIMIT_ORDER, min.get(), max.get());
      }
    }
  }

  private static Optional<Number> limit(Described param, String name) {
    String text = param.text(name);
    Optional<Number> limit = Literals.number(text);
    if (limit.isEmpty() && !text.isEmpty()) {
      param.report(name, Problem.PARAM_LIMIT, name, text);
    }
    return limit;
  }
}
