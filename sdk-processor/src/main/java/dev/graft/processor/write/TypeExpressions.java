package dev.graft.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.graft.descriptor.ValueType;
import java.util.List;

/** Value types as Java source. */
final class TypeExpressions {
  private TypeExpressions() {}

  /** The expression that makes a value type. */
  static Expr of(ValueType type) {
    if (type instanceof ValueType.Scalar scalar) {
      return Expr.atom("$T.$L", ValueType.Scalar.class, scalar.name());
    } else if (type instanceof ValueType.ListOf list) {
      return Expr.call(make(ValueType.ListOf.class), of(list.item()));
    } else if (type instanceof ValueType.DictOf dict) {
      return Expr.call(make(ValueType.DictOf.class), of(dict.key()), of(dict.value()));
    } else if (type instanceof ValueType.OptionalOf optional) {
      return Expr.call(make(ValueType.OptionalOf.class), of(optional.type()));
    } else if (type instanceof ValueType.EnumOf choice) {
      return Expr.call(make(ValueType.EnumOf.class), texts(choice.choices()));
    }
    return record((ValueType.RecordOf) type);
  }

  private static Expr record(ValueType.RecordOf type) {
    List<Expr> fields =
        type.fields().stream()
            .map(
                field ->
                    Expr.call(
                        make(ValueType.RecordOf.Field.class),
                        JavaLiteral.of(field.name()),
                        of(field.type())))
            .toList();
    return Expr.call(make(ValueType.RecordOf.class), list(fields));
  }

  /** A list of texts. */
  static Expr texts(List<String> texts) {
    return list(texts.stream().map(JavaLiteral::of).toList());
  }

  /** {@code List.of(...)}. */
  static Expr list(List<Expr> items) {
    return Expr.call(CodeBlock.of("$T.of", List.class), items);
  }

  private static CodeBlock make(Class<?> type) {
    return CodeBlock.of("new $T", type);
  }
}
