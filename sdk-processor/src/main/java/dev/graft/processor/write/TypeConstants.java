package dev.graft.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.NameAllocator;
import dev.graft.descriptor.ValueType;
import dev.graft.processor.model.TypeRef;
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
  private final NameAllocator taken;
  private final Map<TypeRef, String> names = new HashMap<>();
  private final List<FieldSpec> fields = new ArrayList<>();

  TypeConstants(NameAllocator taken) {
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
    return Expr.atom("$L", constant(type));
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

  private String add(String wanted, Class<?> type, Expr made) {
    String name = taken.newName(wanted);
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
    } else if (type instanceof TypeRef.MapRef map) {
      return make(ValueType.DictOf.class, of(map.key()), of(map.value()));
    } else if (type instanceof TypeRef.EnumRef choice) {
      List<Expr> choices = choice.choices().stream().map(JavaLiteral::of).toList();
      return make(ValueType.EnumOf.class, Expr.list(choices));
    }
    return record((TypeRef.RecordRef) type);
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
