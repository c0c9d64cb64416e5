package dev.graft.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.graft.processor.model.TypeRef;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The two methods that turn portable values into one type with parts, and back. */
interface CodecMethods {
  /** The parameter of the one. */
  Expr FROM = Expr.text("from");

  /** The parameter of the other. */
  Expr VALUE = Expr.text("value");

  /** The method that makes a Java value. */
  MethodSpec decode(String name);

  /** The method that makes a portable value. */
  MethodSpec encode(String name);

  /** The methods for a type, which ask for those of its parts. */
  static CodecMethods of(TypeRef type, Codecs codecs) {
    if (type instanceof TypeRef.ListRef list) {
      return new ItemMethods(list, list.item(), codecs);
    } else if (type instanceof TypeRef.SetRef set) {
      return new ItemMethods(set, set.item(), codecs);
    } else if (type instanceof TypeRef.MapRef map) {
      return new MapMethods(map, codecs);
    } else if (type instanceof TypeRef.OptionalRef optional) {
      return new OptionalMethods(optional, codecs);
    } else if (type instanceof TypeRef.EnumRef choice) {
      return new EnumMethods(choice, codecs);
    } else if (type instanceof TypeRef.UnionRef union) {
      return new UnionMethods(union, codecs);
    }
    TypeRef.RecordRef record = (TypeRef.RecordRef) type;
    return record.asTuple()
        ? new TupleMethods(record, codecs)
        : new RecordMethods(record, Optional.empty(), codecs);
  }

  /** A method from portable values. */
  static MethodSpec decoder(String name, TypeName result, Names names, CodeBlock body) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(result)
        .addParameter(names.any(), "from")
        .addCode(body)
        .build();
  }

  /** A method to portable values. */
  static MethodSpec encoder(String name, TypeName result, TypeName type, CodeBlock body) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(result)
        .addParameter(type, "value")
        .addCode(body)
        .build();
  }
}
