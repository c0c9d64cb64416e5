package dev.graft.compat.generate;

import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes values for a node's parameters that its contract allows. */
final class ParamMaker {
  private static final int MOST_ITEMS = 4;
  private static final int USUAL = 6;

  private final Words words;

  ParamMaker(Words words) {
    this.words = words;
  }

  /** Whether a value of the type can be made. */
  static boolean canMake(ValueType type) {
    return switch (type) {
      case Scalar scalar ->
          switch (scalar) {
            case BOOL, INT, FLOAT, NUMBER, STR -> true;
            default -> false;
          };
      case ValueType.OptionalOf optional -> canMake(optional.type());
      case ValueType.ListOf list -> canMake(list.item());
      case ValueType.RecordOf record ->
          record.fields().stream().allMatch(field -> canMake(field.type()));
      case ValueType.EnumOf _ -> true;
      default -> false;
    };
  }

  /** A value; only of a type that can be made. */
  @Nullable Object make(ParamDescriptor param, Choices choices) {
    boolean isRate = param.unit().filter("Hz"::equals).isPresent();
    Object value =
        isRate ? (Object) ItemMaker.rate(choices) : value(param.type(), choices, leastItems(param));
    return value == null ? null : within(param, value, choices);
  }

  private @Nullable Object value(ValueType type, Choices choices, int leastItems) {
    return switch (type) {
      case ValueType.OptionalOf optional ->
          choices.below(3) == 0 ? null : value(optional.type(), choices, leastItems);
      case ValueType.EnumOf choice -> choice.choices().get(choices.below(choice.choices().size()));
      case ValueType.ListOf list -> items(list.item(), choices, leastItems);
      case ValueType.RecordOf record -> fields(record, choices);
      case Scalar scalar -> scalar(scalar, choices);
      default -> throw new IllegalArgumentException("cannot make a " + type.text());
    };
  }

  private List<@Nullable Object> items(ValueType item, Choices choices, int least) {
    List<@Nullable Object> items = new ArrayList<>();
    for (int i = least + choices.below(MOST_ITEMS); i > 0; i--) {
      items.add(value(item, choices, 0));
    }
    return items;
  }

  private Map<String, @Nullable Object> fields(ValueType.RecordOf record, Choices choices) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (ValueType.RecordOf.Field field : record.fields()) {
      boolean optional = field.type() instanceof ValueType.OptionalOf;
      if (!optional || choices.below(2) == 1) {
        fields.put(field.name(), value(field.type(), choices, 0));
      }
    }
    return fields;
  }

  private Object scalar(Scalar type, Choices choices) {
    return switch (type) {
      case BOOL -> choices.below(2) == 1;
      case INT ->
          choices.oneIn(USUAL) ? Numbers.integer(choices) : (Object) (long) choices.below(USUAL);
      case FLOAT -> number(choices);
      case NUMBER -> choices.below(2) == 0 ? Numbers.integer(choices) : (Object) number(choices);
      default -> words.any(choices);
    };
  }

  /** NaN is no usable number for a parameter. */
  private static Double number(Choices choices) {
    double number = Numbers.real(choices);
    return Double.isNaN(number) ? 0.5 : number;
  }

  /** The value if the constraints allow it, else one beside the limit that it breaks. */
  private static Object within(ParamDescriptor param, Object value, Choices choices) {
    Object result = value;
    for (Constraint constraint : param.constraints()) {
      result = within(param, constraint, result, choices);
    }
    return result;
  }

  private static Object within(
      ParamDescriptor param, Constraint constraint, Object value, Choices choices) {
    return switch (constraint) {
      case Constraint.Min min when compare(value, min.limit()) < 0 ->
          beside(param, min.limit(), choices.below(3));
      case Constraint.Max max when compare(value, max.limit()) > 0 ->
          beside(param, max.limit(), -choices.below(3));
      case Constraint.Pattern pattern when !Pattern.matches(pattern.regex(), (String) value) ->
          "x" + value;
      default -> value;
    };
  }

  private static int compare(Object a, Number b) {
    return dev.graft.value.Numbers.compare(a, b);
  }

  private static Object beside(ParamDescriptor param, Number limit, int distance) {
    boolean isFloat = param.type() == Scalar.FLOAT;
    if (isFloat || limit instanceof Double) {
      return limit.doubleValue() + distance;
    }
    BigInteger whole = dev.graft.value.Values.toBigInteger(limit);
    return dev.graft.value.Values.normalize(whole.add(BigInteger.valueOf(distance)));
  }

  private static int leastItems(ParamDescriptor param) {
    OptionalInt least =
        param.constraints().stream()
            .map(
                each ->
                    each instanceof Constraint.MinItems items
                        ? Optional.of(items.count())
                        : Optional.<Integer>empty())
            .flatMap(Optional::stream)
            .mapToInt(Integer::intValue)
            .findFirst();
    return least.orElse(0);
  }
}
