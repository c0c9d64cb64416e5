package dev.graft.processor.check;

import dev.graft.processor.model.Literals;
import dev.graft.processor.model.TypeRef;
import dev.graft.processor.read.NodeDeclaration;
import dev.graft.processor.report.Problem;
import dev.graft.value.Numbers;
import dev.graft.value.Suggestions;
import dev.graft.value.Values;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A default is a value of its type and satisfies the parameter's own constraints. */
final class DefaultCheck extends ParamRule {
  @Override
  void check(NodeDeclaration node, Described param) {
    String text = param.text("defaultValue");
    if (text.isEmpty()) {
      return;
    } else if (param.type() instanceof TypeRef.OptionalRef) {
      param.report("defaultValue", Problem.PARAM_DEFAULT_OPTIONAL);
    } else if (!canHaveDefault(param.type())) {
      String type = param.type().valueType().text();
      param.report("defaultValue", Problem.PARAM_DEFAULT_TYPE, type);
    } else {
      Optional<Object> value = Literals.parse(param.type(), text);
      if (value.isPresent()) {
        checkLimits(param, value.get());
      } else {
        String quoted = Values.quote(text);
        String wanted = wanted(param.type());
        param.report(
            "defaultValue", Problem.PARAM_DEFAULT, quoted, wanted, advice(param.type(), text));
      }
    }
  }

  private static boolean canHaveDefault(TypeRef type) {
    return type instanceof TypeRef.EnumRef
        || (type instanceof TypeRef.ListRef list && canHaveDefault(list.item()))
        || (type instanceof TypeRef.ScalarRef scalar && scalar.scalar().hasLiteral());
  }

  private static void checkLimits(Described param, Object value) {
    limit(param, "min")
        .filter(limit -> below(value, limit))
        .ifPresent(
            limit ->
                param.report(
                    "defaultValue", Problem.PARAM_DEFAULT_LIMIT, value, "below min", limit));
    limit(param, "max")
        .filter(limit -> below(limit, value))
        .ifPresent(
            limit ->
                param.report(
                    "defaultValue", Problem.PARAM_DEFAULT_LIMIT, value, "above max", limit));
    String pattern = param.text("pattern");
    if (value instanceof String text && !pattern.isEmpty() && !matches(pattern, text)) {
      String quoted = Values.quote(text);
      param.report("defaultValue", Problem.PARAM_DEFAULT_PATTERN, quoted, pattern);
    }
  }

  private static Optional<Number> limit(Described param, String name) {
    return param.isNumber() ? Literals.number(param.text(name)) : Optional.empty();
  }

  private static boolean below(Object a, Object b) {
    return Numbers.compare(a, b) < 0;
  }

  /** Whether the text matches; true for a bad pattern, which another check reports. */
  private static boolean matches(String pattern, String text) {
    try {
      return Pattern.matches(pattern, text);
    } catch (PatternSyntaxException e) {
      return true;
    }
  }

  private static String wanted(TypeRef type) {
    return type instanceof TypeRef.ScalarRef scalar
        ? switch (scalar.scalar()) {
          case BOOL -> "a bool";
          case INT32 -> "an int of 32 bits";
          case INT64 -> "an int of 64 bits";
          case BIG_INT -> "an int";
          case FLOAT64 -> "a float";
          default -> "a number";
        }
        : type.valueType().text();
  }

  private static String advice(TypeRef type, String text) {
    if (type instanceof TypeRef.ListRef) {
      return "Write a JSON array of such, as in \"[]\".";
    } else if (type instanceof TypeRef.EnumRef choice) {
      return Suggestions.hint(text, choice.choices());
    }
    return switch (type.valueType().text()) {
      case "bool" -> "Write \"true\" or \"false\".";
      case "int" -> "Write an int such as \"2\".";
      case "float" -> "Write a float such as \"2.0\".";
      default -> "Write a number such as \"2\" or \"2.0\".";
    };
  }
}
