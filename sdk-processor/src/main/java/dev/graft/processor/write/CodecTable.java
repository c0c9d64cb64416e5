package dev.graft.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.graft.processor.model.SnakeCase;
import dev.graft.processor.model.TypeRef;
import dev.graft.value.Codec;
import dev.graft.value.Codecs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * The codecs that one factory needs: a constant for each type, in an order in which each comes
 * after those that it is made of; a method pair for each enum; a class for each record.
 */
final class CodecTable {
  private final ClassName factory;
  private final Names names;
  private final NameAllocator taken = new NameAllocator();
  private final Map<TypeRef, String> constants = new HashMap<>();
  private final List<FieldSpec> fields = new ArrayList<>();
  private final List<MethodSpec> methods = new ArrayList<>();
  private final List<TypeSpec> classes = new ArrayList<>();

  CodecTable(ClassName factory, Names names) {
    this.factory = factory;
    this.names = names;
    taken.newName("DESCRIPTOR");
    taken.newName("STATE");
    taken.newName("Instance");
  }

  /** A name that nothing else in the factory has. */
  String newName(String wanted) {
    return taken.newName(wanted);
  }

  /** The constant that holds the codec of a type; added if it is new. */
  String constant(TypeRef declared) {
    TypeRef type =
        declared instanceof TypeRef.ScalarRef scalar
            ? new TypeRef.ScalarRef(scalar.scalar(), false)
            : declared;
    String known = constants.get(type);
    if (known != null) {
      return known;
    }
    Expr made = make(type);
    String name = newName(label(type));
    constants.put(type, name);
    TypeName codec = ParameterizedTypeName.get(ClassName.get(Codec.class), names.boxed(type));
    CodeBlock left = CodeBlock.of("private static final $T $L", codec, name);
    fields.add(
        FieldSpec.builder(codec, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer(Lines.from(2).initializer(left, made))
            .build());
    return name;
  }

  /** The constants. */
  List<FieldSpec> fields() {
    return fields;
  }

  /** The methods of the enums. */
  List<MethodSpec> methods() {
    return methods;
  }

  /** The codecs of the records. */
  List<TypeSpec> classes() {
    return classes;
  }

  private Expr make(TypeRef type) {
    if (type instanceof TypeRef.ScalarRef scalar) {
      return codecs(scalar.scalar().codec());
    } else if (type instanceof TypeRef.ListRef list) {
      return codecs("list", list.item());
    } else if (type instanceof TypeRef.OptionalRef optional) {
      return codecs("optional", optional.inner());
    } else if (type instanceof TypeRef.MapRef map) {
      return codecs("dict", map.key(), map.value());
    } else if (type instanceof TypeRef.EnumRef choice) {
      EnumMethods written = EnumMethods.write(choice, taken);
      methods.addAll(written.methods());
      return Expr.call(
          CodeBlock.of("$T.choice", Codecs.class),
          TypeExpressions.texts(choice.choices()),
          Expr.atom("$T::$L", factory, written.decode()),
          Expr.atom("$T::$L", factory, written.encode()));
    }
    TypeRef.RecordRef record = (TypeRef.RecordRef) type;
    record.components().forEach(component -> constant(component.type()));
    String name = newName(record.name().simpleName() + "Codec");
    classes.add(RecordCodecWriter.write(record, name, this, names));
    return Expr.call(CodeBlock.of("new $L", name));
  }

  private Expr codecs(String method, TypeRef... parts) {
    List<Expr> args = new ArrayList<>();
    for (TypeRef part : parts) {
      args.add(Expr.atom("$L", constant(part)));
    }
    return Expr.call(CodeBlock.of("$T.$L", Codecs.class, method), args);
  }

  private static String label(TypeRef type) {
    if (type instanceof TypeRef.ScalarRef scalar) {
      return scalar.scalar().name();
    } else if (type instanceof TypeRef.ListRef list) {
      return "LIST_OF_" + label(list.item());
    } else if (type instanceof TypeRef.OptionalRef optional) {
      return "OPTIONAL_" + label(optional.inner());
    } else if (type instanceof TypeRef.MapRef map) {
      return "DICT_OF_" + label(map.key()) + "_TO_" + label(map.value());
    }
    return SnakeCase.ofMember(Names.raw(type).simpleName()).toUpperCase(Locale.ROOT);
  }
}
