package dev.graft.port.types;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.graft.descriptor.ValueType;
import dev.graft.value.Bytes;
import dev.graft.value.Complex;
import dev.graft.value.DateTime;
import dev.graft.value.Decimal;
import dev.graft.value.FrozenSet;
import dev.graft.value.NdArray;
import dev.graft.value.Time;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The types of a contract as types of Java, and the records and enums that have to be written for
 * them: each nested in the class of the node, under a name that says what it is for.
 */
public final class ContractTypes {
  /** The record of the parameters, which every node writes that has any. */
  private static final String PARAMS = "Params";

  private final ClassName node;
  private final Function<ValueType.RecordOf, List<String>> authored;
  private final Map<String, ValueType.RecordOf> records = new LinkedHashMap<>();
  private final Map<String, ValueType.EnumOf> enums = new LinkedHashMap<>();

  /**
   * Types for a node.
   *
   * @param node its name
   * @param authored what the author of the node calls a record, none or several names
   */
  public ContractTypes(ClassName node, Function<ValueType.RecordOf, List<String>> authored) {
    this.node = node;
    this.authored = authored;
  }

  /** The records to write, by name. */
  public Map<String, ValueType.RecordOf> records() {
    return records;
  }

  /** The enums to write, by name. */
  public Map<String, ValueType.EnumOf> enums() {
    return enums;
  }

  /**
   * The type of a value in translated code.
   *
   * @param wanted the name of a record in it
   */
  public Type type(ValueType type, String wanted) {
    return switch (type) {
      case ValueType.Scalar scalar -> scalar(scalar);
      case ValueType.ListOf list -> Type.list(type(list.item(), wanted));
      case ValueType.DictOf dict ->
          dict.key() == ValueType.Scalar.STR
              ? Type.keyed(type(dict.value(), wanted))
              : isOfAny(dict) ? Type.ENTRIES : Type.DICT;
      case ValueType.OptionalOf optional -> type(optional.type(), wanted).orNone();
      case ValueType.RecordOf record -> Type.record(named(record, wanted), record);
      case ValueType.EnumOf _ -> Type.STR;
      case ValueType.TupleOf _, ValueType.SetOf _, ValueType.UnionOf _ ->
          Type.other(java(type, wanted));
    };
  }

  /**
   * The Java type that declares it.
   *
   * @param wanted the name of a record or an enum in it
   */
  public TypeName java(ValueType type, String wanted) {
    return switch (type) {
      case ValueType.EnumOf choices -> named(choices, wanted);
      case ValueType.ListOf list -> of(List.class, java(list.item(), wanted));
      case ValueType.SetOf set ->
          set.frozen() ? ClassName.get(FrozenSet.class) : of(Set.class, java(set.item(), wanted));
      case ValueType.DictOf dict ->
          ParameterizedTypeName.get(
              ClassName.get(Map.class),
              java(dict.key(), wanted).box(),
              argument(dict.value(), wanted));
      case ValueType.OptionalOf optional -> of(Optional.class, java(optional.type(), wanted));
      case ValueType.TupleOf tuple -> named(asRecord(tuple), wanted);
      case ValueType.UnionOf union -> named(union.variants().getFirst().record(), wanted);
      case ValueType.Scalar _, ValueType.RecordOf _ -> type(type, wanted).declared();
    };
  }

  private static boolean isOfAny(ValueType.DictOf dict) {
    return dict.key() == ValueType.Scalar.ANY && dict.value() == ValueType.Scalar.ANY;
  }

  private TypeName of(Class<?> container, TypeName item) {
    return ParameterizedTypeName.get(ClassName.get(container), item.box());
  }

  private TypeName argument(ValueType type, String wanted) {
    return java(type, wanted).box();
  }

  /** Whether Java has all of it: tuples and unions are for a person to declare. */
  public static boolean isKnown(ValueType type) {
    return switch (type) {
      case ValueType.TupleOf _, ValueType.UnionOf _ -> false;
      case ValueType.EnumOf choices ->
          choices.choices().stream().allMatch(each -> each.matches("[a-z][a-z0-9_]*"));
      case ValueType.ListOf list -> isKnown(list.item());
      case ValueType.SetOf set -> isKnown(set.item());
      case ValueType.DictOf dict -> isKnown(dict.key()) && isKnown(dict.value());
      case ValueType.OptionalOf optional -> isKnown(optional.type());
      case ValueType.RecordOf record ->
          record.fields().stream().allMatch(field -> isKnown(field.type()));
      case ValueType.Scalar _ -> true;
    };
  }

  private static ValueType.RecordOf asRecord(ValueType.TupleOf tuple) {
    List<ValueType.RecordOf.Field> fields = new ArrayList<>();
    for (ValueType item : tuple.items()) {
      fields.add(new ValueType.RecordOf.Field("item_" + (fields.size() + 1), item));
    }
    return new ValueType.RecordOf(fields);
  }

  /** What one author calls by one name is one record, whatever it is used for. */
  private ClassName named(ValueType.RecordOf record, String use) {
    List<String> names = authored.apply(record);
    String wanted = names.isEmpty() || names.contains(use) ? use : names.getFirst();
    String name = wanted;
    for (int i = 2; isTaken(name, record); i++) {
      name = wanted + i;
    }
    records.putIfAbsent(name, record);
    return node.nestedClass(name);
  }

  private boolean isTaken(String name, ValueType.RecordOf record) {
    return name.equals(PARAMS)
        || name.equals(node.simpleName())
        || enums.containsKey(name)
        || (records.containsKey(name) && !record.equals(records.get(name)));
  }

  private ClassName named(ValueType.EnumOf choices, String wanted) {
    String name = wanted;
    for (int i = 2;
        records.containsKey(name) || (enums.containsKey(name) && !choices.equals(enums.get(name)));
        i++) {
      name = wanted + i;
    }
    enums.putIfAbsent(name, choices);
    return node.nestedClass(name);
  }

  private static Type scalar(ValueType.Scalar scalar) {
    return switch (scalar) {
      case ANY -> Type.ANY;
      case NONE -> Type.NONE;
      case BOOL -> Type.BOOL;
      case INT -> Type.INT;
      case FLOAT -> Type.FLOAT;
      case NUMBER -> Type.NUMBER;
      case STR -> Type.STR;
      case BYTES -> other(Bytes.class);
      case COMPLEX -> other(Complex.class);
      case DECIMAL -> other(Decimal.class);
      case DATE -> other(LocalDate.class);
      case TIME -> other(Time.class);
      case DATETIME -> other(DateTime.class);
      case TIMEDELTA -> other(Duration.class);
      case UUID -> other(UUID.class);
      case ARRAY -> other(NdArray.class);
    };
  }

  private static Type other(Class<?> type) {
    return Type.other(ClassName.get(type));
  }
}
