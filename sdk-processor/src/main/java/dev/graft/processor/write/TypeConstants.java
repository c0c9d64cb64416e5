package dev.graft.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.graft.descriptor.ValueType;
import dev.graft.processor.model.TypeRef;
import dev.graft.value.Decode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * The value types that one factory speaks of: a constant for each type with parts, after those that
 * it is made of. Descriptor and codecs share them.
 */
final class TypeConstants {
  private final MemberNames taken;
  private final Map<TypeRef, String> names = new HashMap<>();
  private final List<FieldSpec> fields = new ArrayList<>();

  TypeConstants(MemberNames taken) {
    this.taken = taken;
  }

  /** The constants, in order. */
  List<FieldSpec> fields() {
    return fields;
  }

  /** The expression for a type. */
  Expr of(TypeRef type) {
    if (type instanceof TypeRef.ScalarRef scalar) {
      return Expr.atom("$T.$L", ValueType.Scalar.class, scalar.scalar().type().name());
    } else if (type instanceof TypeRef.OptionalRef optional) {
      return make(ValueType.OptionalOf.class, of(optional.inner()));
    }
    return Expr.text(constant(type));
  }

  /** The constant that holds a type with parts; added if it is new. */
  String constant(TypeRef type) {
    String known = names.get(type);
    if (known != null) {
      return known;
    }
    Expr made = make(type);
    String name = add(Labels.constant(Labels.of(type)), type.valueType().getClass(), made);
    names.put(type, name);
    return name;
  }

  /** A new constant that holds a variant of a union with its tag. */
  String variant(TypeRef.UnionRef union, TypeRef.RecordRef variant) {
    Expr made =
        Expr.call(
            CodeBlock.of("$T.tagged", Decode.class),
            Expr.text(constant(union)),
            JavaLiteral.of(union.tagOf(variant)));
    String label = union.name().simpleName() + variant.name().simpleName();
    return add(Labels.constant(label), ValueType.RecordOf.class, made);
  }

  private String add(String wanted, Class<?> type, Expr made) {
    String name = taken.unique(wanted);
    CodeBlock left = CodeBlock.of("private static final $T $L", type, name);
    fields.add(
        FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer(Lines.from(2).initializer(left, made))
            .build());
    return name;
  }

  private Expr make(TypeRef type) {
    if (type instanceof TypeRef.ListRef list) {
      return make(ValueType.ListOf.class, of(list.item()));
    } else if (type instanceof TypeRef.SetRef set) {
      return make(ValueType.SetOf.class, of(set.item()), Expr.text("false"));
    } else if (type instanceof TypeRef.MapRef map) {
      return make(ValueType.DictOf.class, of(map.key()), of(map.value()));
    } else if (type instanceof TypeRef.EnumRef choice) {
      List<Expr> choices = choice.choices().stream().map(JavaLiteral::of).toList();
      return make(ValueType.EnumOf.class, Expr.list(choices));
    } else if (type instanceof TypeRef.UnionRef union) {
      return union(union);
    }
    TypeRef.RecordRef record = (TypeRef.RecordRef) type;
    return record.asTuple() ? tuple(record) : record(record);
  }

  private Expr union(TypeRef.UnionRef type) {
    List<Expr> made =
        type.variants().stream()
            .map(
                variant ->
                    make(
                        ValueType.UnionOf.Variant.class,
                        JavaLiteral.of(variant.tag()),
                        of(variant.record())))
            .toList();
    Expr tag = JavaLiteral.of(TypeRef.UnionRef.TAG);
    return make(ValueType.UnionOf.class, tag, Expr.list(made));
  }

  private Expr tuple(TypeRef.RecordRef type) {
    List<Expr> items = type.components().stream().map(component -> of(component.type())).toList();
    return make(ValueType.TupleOf.class, Expr.list(items));
  }

  private Expr record(TypeRef.RecordRef type) {
    List<Expr> made =
        type.components().stream()
            .map(
                component ->
                    make(
                        ValueType.RecordOf.Field.class,
                        JavaLiteral.of(component.key()),
                        of(component.type())))
            .toList();
    return make(ValueType.RecordOf.class, Expr.list(made));
  }

  private static Expr make(Class<?> type, Expr... args) {
    return Expr.call(CodeBlock.of("new $T", type), args);
  }
}
