package dev.graft.port.translate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.graft.port.types.Kind;
import dev.graft.port.types.Type;
import dev.graft.value.Decode;
import java.util.Map;
import java.util.Optional;

/**
 * State that may be none. As a field that may be null its contract would be one without none, so
 * the field is an Optional; all other code has the value or null, as everywhere.
 */
final class Optionals {
  private static final Map<Kind, String> CHECKS =
      Map.of(Kind.BOOL, "bool", Kind.INT, "bigInt", Kind.FLOAT, "float64", Kind.STR, "str");

  private Optionals() {}

  /** The type of the field. */
  static TypeName type(Type held) {
    return ParameterizedTypeName.get(ClassName.get(Optional.class), held.java().box());
  }

  /** A value as what the field holds. */
  static CodeBlock of(Code value, Type held) {
    Kind kind = value.type().kind();
    if (kind == Kind.NONE) {
      return CodeBlock.of("$T.empty()", Optional.class);
    } else if (kind == Kind.NEVER || held.kind() == Kind.ANY) {
      return CodeBlock.of("$T.ofNullable($L)", Optional.class, Coercion.to(value, Type.ANY));
    } else if (kind == Kind.ANY && CHECKS.containsKey(held.kind())) {
      return CodeBlock.of(
          "$T.ofNullable($L).map($T::$L)",
          Optional.class,
          value.text(),
          Decode.class,
          CHECKS.get(held.kind()));
    } else if (!value.type().nullable()) {
      return CodeBlock.of("$T.of($L)", Optional.class, Coercion.to(value, held));
    } else if (kind != held.kind()) {
      throw new UntranslatableException("what may be None, and of another type than the state");
    }
    return CodeBlock.of(
        "$T.ofNullable($L)", Optional.class, Coercion.to(value.as(value.type().present()), held));
  }
}
