package dev.graft.python.describe;

import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.runtime.descriptor.DescriptorReader;
import dev.graft.value.Numbers;
import dev.graft.value.TypeCheck;
import dev.graft.value.ValueException;
import dev.graft.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that a class with the decorator declares. Only their own rules are checked here,
 * as the annotation processor does for classes in Java; what the text itself gets wrong is found
 * while it is read.
 *
 * @param owner the class
 * @param params its parameters
 * @param places where each stands, by its name
 */
record DeclaredParams(String owner, List<ParamDescriptor> params, Map<?, ?> places) {

  /** Those of an item; empty if it is about none, or about a class that promises nothing. */
  static Optional<DeclaredParams> of(Map<?, ?> item) {
    Object said = item.get("contract") instanceof Map<?, ?> contract ? contract : item;
    return item.get("class") instanceof String owner
            && item.get("places") instanceof Map<?, ?> places
            && said instanceof Map<?, ?> tree
        ? Optional.of(new DeclaredParams(owner, DescriptorReader.params(tree), places))
        : Optional.empty();
  }

  /** What is wrong, each {@code line:column: what and how to mend it}. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (ParamDescriptor param : params) {
      for (String wrong : wrong(param)) {
        problems.add(
            "%s: %s: parameter '%s': %s".formatted(place(param), owner, param.name(), wrong));
      }
    }
    return problems;
  }

  private String place(ParamDescriptor param) {
    return places.get(param.name()) instanceof Map<?, ?> place
        ? place.get("line") + ":" + place.get("column")
        : "1:1";
  }

  private List<String> wrong(ParamDescriptor param) {
    List<String> found = new ArrayList<>();
    for (Constraint constraint : param.constraints()) {
      if (constraint instanceof Constraint.Pattern pattern) {
        misspelt(pattern).ifPresent(found::add);
      }
    }
    Object value = param.defaultValue();
    if (found.isEmpty() && value != null) {
      for (ValueException e : TypeCheck.all(param.type(), value)) {
        found.add("the default" + at(e) + " is refused: " + e.fact());
      }
      if (found.isEmpty()) {
        param.constraints().forEach(each -> broken(each, value).ifPresent(found::add));
      }
    }
    return found;
  }

  private static String at(ValueException e) {
    return e.path().isEmpty() ? "" : " at " + e.path();
  }

  private static Optional<String> misspelt(Constraint.Pattern pattern) {
    try {
      Pattern.compile(pattern.regex());
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(
          "pattern %s is no regular expression: %s; correct it"
              .formatted(Values.quote(pattern.regex()), e.getDescription()));
    }
  }

  private Optional<String> broken(Constraint constraint, Object value) {
    return switch (constraint) {
      case Constraint.Min(var limit) when isBelow(value, limit) ->
          Optional.of(clash(value, "is below min=" + limit));
      case Constraint.Max(var limit) when isBelow(limit, value) ->
          Optional.of(clash(value, "is above max=" + limit));
      case Constraint.Pattern(var regex)
          when value instanceof String text && !Pattern.matches(regex, text) ->
          Optional.of(clash(value, "does not match the pattern " + regex));
      case Constraint.MinItems(var count)
          when value instanceof List<?> items && items.size() < count ->
          Optional.of(clash(value, "has fewer items than min_items=" + count));
      case Constraint.AtMost(var other) when isBelow(defaultOf(other), value) ->
          Optional.of(
              clash(
                  value,
                  "is above that of '%s', %s".formatted(other, Values.quote(defaultOf(other)))));
      default -> Optional.empty();
    };
  }

  private @Nullable Object defaultOf(String name) {
    return params.stream()
        .filter(param -> param.name().equals(name) && param.defaultValue() != null)
        .findFirst()
        .map(ParamDescriptor::defaultValue)
        .orElse(null);
  }

  private static boolean isBelow(@Nullable Object a, @Nullable Object b) {
    return isNumber(a) && isNumber(b) && Numbers.compare(a, b) < 0;
  }

  private static boolean isNumber(@Nullable Object value) {
    return Numbers.isNumber(value) && !(value instanceof Double number && number.isNaN());
  }

  private static String clash(Object value, String how) {
    return "the default %s %s; change one of the two".formatted(Values.quote(value), how);
  }
}
