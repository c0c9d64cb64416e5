package dev.graft.params;

import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.value.Numbers;
import dev.graft.value.Suggestions;
import dev.graft.value.TypeCheck;
import dev.graft.value.ValueException;
import dev.graft.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the parameters given for one node against its contract. Everything is checked when the
 * reader is made; {@link #finish} throws if anything was wrong. Not safe for several threads.
 */
public final class ParamReader {
  /** So many wrong values of one parameter are told: who hands over a wrong file sees why. */
  private static final int TOLD = 20;

  private static final String VOWELS = "aeio";

  private final NodeContract contract;
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
  private final List<Violation> violations = new ArrayList<>();

  private ParamReader(NodeContract contract) {
    this.contract = contract;
  }

  /**
   * A reader over what a manifest gives.
   *
   * @param descriptor the node's descriptor
   * @param given portable values by name
   */
  public static ParamReader of(
      NodeDescriptor descriptor, Map<String, ? extends @Nullable Object> given) {
    ParamReader reader = new ParamReader(descriptor.contract());
    reader.checkNames(given, descriptor.implementation().openParams());
    for (ParamDescriptor param : reader.contract.params()) {
      reader.take(param, given, descriptor.implementation().strict());
    }
    reader.checkOrder();
    return reader;
  }

  /**
   * The value of one parameter in its Java form; null if the value given is wrong, so what is read
   * may be used only after {@link #finish}.
   *
   * @param decode makes the Java form of a portable value, or throws a {@link ValueException}; a
   *     record in it may refuse its components with an {@link IllegalArgumentException}
   */
  public <T> @Nullable T read(String name, Function<@Nullable Object, T> decode) {
    if (!values.containsKey(name)) {
      return null;
    }
    try {
      return decode.apply(values.get(name));
    } catch (ValueException e) {
      violations.add(new Violation("type", at(name, e), e.fact() + "."));
    } catch (IllegalArgumentException e) {
      violations.add(new Violation("refused", "params." + name, String.valueOf(e.getMessage())));
    }
    return null;
  }

  /**
   * All parameters with a value, defaults included, in the order of declaration and then as given.
   *
   * @throws InvalidParamsException if anything is wrong
   */
  public Map<String, @Nullable Object> finish() {
    if (!violations.isEmpty()) {
      throw new InvalidParamsException(contract.id(), violations);
    }
    return values;
  }

  /**
   * Makes the parameter record, whose own checks count as violations too.
   *
   * @throws InvalidParamsException if anything is wrong, or if the record refuses its values with
   *     an {@link IllegalArgumentException}
   */
  public <P> P finish(Supplier<P> record) {
    finish();
    try {
      return record.get();
    } catch (IllegalArgumentException e) {
      violations.add(new Violation("refused", "params", String.valueOf(e.getMessage())));
      throw new InvalidParamsException(contract.id(), violations);
    }
  }

  private void checkNames(Map<String, ? extends @Nullable Object> given, boolean open) {
    List<String> known = contract.params().stream().map(ParamDescriptor::name).toList();
    given.forEach(
        (name, value) -> {
          if (known.contains(name)) {
            return;
          } else if (open) {
            values.put(name, value);
          } else {
            String fact = "there is no such parameter. " + Suggestions.hint(name, known);
            violations.add(new Violation("unknown", "params." + name, fact));
          }
        });
  }

  private void take(
      ParamDescriptor param, Map<String, ? extends @Nullable Object> given, boolean strict) {
    String name = param.name();
    if (!given.containsKey(name)) {
      if (param.required()) {
        violations.add(
            new Violation(
                "missing", "params." + name, "is required, give " + asked(param.type()) + "."));
      } else {
        values.put(name, param.defaultValue());
      }
      return;
    }
    Object value = given.get(name);
    if (!strict) {
      values.put(name, value);
      return;
    }
    List<ValueException> wrong = TypeCheck.all(param.type(), value);
    if (!wrong.isEmpty()) {
      takeNot(name, wrong);
      return;
    }
    values.put(name, value);
    if (value instanceof Double number && Double.isNaN(number)) {
      violations.add(new Violation("nan", "params." + name, "NaN is no usable number."));
    } else if (value != null) {
      param.constraints().forEach(constraint -> check(name, value, constraint));
    }
  }

  private void takeNot(String name, List<ValueException> wrong) {
    wrong.stream()
        .limit(TOLD)
        .forEach(e -> violations.add(new Violation("type", at(name, e), e.fact() + ".")));
    if (wrong.size() > TOLD) {
      String fact = "and " + (wrong.size() - TOLD) + " more values in it are wrong.";
      violations.add(new Violation("type", "params." + name, fact));
    }
  }

  private static String asked(ValueType type) {
    if (type instanceof ValueType.OptionalOf optional) {
      return asked(optional.type()) + " or none";
    } else if (type instanceof ValueType.EnumOf || type == Scalar.NONE) {
      return type.text();
    } else if (type instanceof ValueType.RecordOf || type instanceof ValueType.UnionOf) {
      return "a dict " + type.text();
    } else if (type == Scalar.ANY) {
      return "a value";
    }
    return (VOWELS.indexOf(type.text().charAt(0)) < 0 ? "a " : "an ") + type.text();
  }

  private void check(String name, Object value, Constraint constraint) {
    String path = "params." + name;
    if (constraint instanceof Constraint.Min min && Numbers.compare(value, min.limit()) < 0) {
      String fact = "must be at least " + min.limit() + ", got " + Values.quote(value) + ".";
      violations.add(new Violation("min", path, fact));
    } else if (constraint instanceof Constraint.Max max
        && Numbers.compare(value, max.limit()) > 0) {
      String fact = "must be at most " + max.limit() + ", got " + Values.quote(value) + ".";
      violations.add(new Violation("max", path, fact));
    } else if (constraint instanceof Constraint.Pattern pattern
        && !Pattern.matches(pattern.regex(), (String) value)) {
      String fact = "must match " + pattern.regex() + ", got " + Values.quote(value) + ".";
      violations.add(new Violation("pattern", path, fact));
    } else if (constraint instanceof Constraint.MinItems items
        && ((List<?>) value).size() < items.count()) {
      String fact =
          "needs at least " + items.count() + " of them, got " + Values.quote(value) + ".";
      violations.add(new Violation("min_items", path, fact));
    }
  }

  private void checkOrder() {
    for (ParamDescriptor param : contract.params()) {
      for (Constraint constraint : param.constraints()) {
        if (constraint instanceof Constraint.AtMost atMost) {
          Object value = values.get(param.name());
          Object limit = values.get(atMost.param());
          if (Numbers.isNumber(value)
              && Numbers.isNumber(limit)
              && Numbers.compare(value, limit) > 0) {
            String fact =
                "must be at most %s (%s), got %s."
                    .formatted(atMost.param(), Values.quote(limit), Values.quote(value));
            violations.add(new Violation("at_most", "params." + param.name(), fact));
          }
        }
      }
    }
  }

  private static String at(String name, ValueException e) {
    return "params." + name + e.path();
  }
}
