package dev.graft.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.graft.processor.model.JavaScalar;
import dev.graft.processor.model.TypeRef;
import dev.graft.value.Decode;
import dev.graft.value.Encode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The code that turns values into the types of one factory and back: a call of the API for a type
 * without parts, a method of the factory for each other one. Methods come before those that they
 * call.
 */
final class Codecs {
  private final ClassName factory;
  private final Names names;
  private final MemberNames taken;
  private final TypeConstants types;
  private final Map<TypeRef, String> decoders = new HashMap<>();
  private final Map<TypeRef, String> encoders = new HashMap<>();
  private final List<MethodSpec> methods = new ArrayList<>();

  Codecs(ClassName factory, Names names, MemberNames taken, TypeConstants types) {
    this.factory = factory;
    this.names = names;
    this.taken = taken;
    this.types = types;
  }

  /** The methods. */
  List<MethodSpec> methods() {
    return methods;
  }

  /** The Java names of types. */
  Names names() {
    return names;
  }

  /** The constants of types. */
  TypeConstants types() {
    return types;
  }

  /** The Java value of a portable one. */
  Expr decode(TypeRef type, Expr from) {
    if (isAny(type)) {
      return from;
    } else if (type instanceof TypeRef.ScalarRef scalar) {
      return call(Decode.class, scalar.scalar().method(), from);
    }
    return Expr.call(CodeBlock.of("$L", decoder(type)), from);
  }

  /** What {@link #decode} calls, as a method reference. */
  Expr decodeReference(TypeRef type) {
    return type instanceof TypeRef.ScalarRef scalar
        ? Expr.atom("$T::$L", Decode.class, scalar.scalar().method())
        : Expr.atom("$T::$L", factory, decoder(type));
  }

  /** The portable value of a Java one. */
  Expr encode(TypeRef type, Expr value) {
    if (!(type instanceof TypeRef.ScalarRef scalar)) {
      return Expr.call(CodeBlock.of("$L", encoder(type)), value);
    } else if (!scalar.primitive()) {
      return call(Encode.class, scalar.scalar().method(), value);
    }
    return scalar.scalar() == JavaScalar.INT32 ? Expr.atom("(long) $L", value.flat()) : value;
  }

  /** Whether any portable value will do. */
  static boolean isAny(TypeRef type) {
    return type instanceof TypeRef.ScalarRef scalar && scalar.scalar() == JavaScalar.ANY;
  }

  /** Whether encoding may fail: every object may be null. */
  static boolean mayFail(TypeRef type) {
    return !(type instanceof TypeRef.ScalarRef scalar && scalar.primitive());
  }

  private String decoder(TypeRef type) {
    String known = decoders.get(type);
    if (known != null) {
      return known;
    }
    String name = taken.unique("decode" + Labels.of(type));
    decoders.put(type, name);
    add(() -> CodecMethods.of(type, this).decode(name));
    return name;
  }

  private String encoder(TypeRef type) {
    String known = encoders.get(type);
    if (known != null) {
      return known;
    }
    String name = taken.unique("encode" + Labels.of(type));
    encoders.put(type, name);
    add(() -> CodecMethods.of(type, this).encode(name));
    return name;
  }

  /** Adds a method that others call besides those for whole types; returns its name. */
  String add(String wanted, Function<String, MethodSpec> method) {
    String name = taken.unique(wanted);
    add(() -> method.apply(name));
    return name;
  }

  /** Adds a method before those that are added while it is made. */
  private void add(Supplier<MethodSpec> method) {
    int place = methods.size();
    MethodSpec made = method.get();
    methods.add(place, made);
  }

  private static Expr call(Class<?> type, String method, Expr arg) {
    return Expr.call(CodeBlock.of("$T.$L", type, method), arg);
  }
}
