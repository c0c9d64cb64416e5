package dev.graft.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import dev.graft.processor.model.TypeRef;
import dev.graft.value.Decode;
import java.util.List;

/**
 * The lines that read or write the entries of one dict, one after the other. The variable {@code
 * at} holds the key of the entry in hand, so that an error can name it and a good value pays
 * nothing for that.
 */
final class Entries {
  private final Codecs codecs;
  private final String dict;
  private final String constant;
  private final Lines lines;
  private String firstKey = "";

  /**
   * The entries of one dict.
   *
   * @param dict the variable that holds it
   * @param constant the constant that holds its type
   * @param margin where the lines begin
   */
  Entries(Codecs codecs, String dict, String constant, int margin) {
    this.codecs = codecs;
    this.dict = dict;
    this.constant = constant;
    this.lines = Lines.from(margin);
  }

  /** Names that the entries may not have as variables. */
  static NameAllocator locals(List<String> others) {
    NameAllocator locals = new NameAllocator();
    locals.newName("at");
    locals.newName("e");
    others.forEach(locals::newName);
    return locals;
  }

  /** The line before the block in which the entries are handled. */
  CodeBlock first() {
    return CodeBlock.of("String at = $L;\n", JavaLiteral.string(firstKey));
  }

  /** Reads an entry into a variable. */
  CodeBlock read(String key, TypeRef type, String local) {
    Expr from = Expr.text(dict + ".get(at)");
    if (type instanceof TypeRef.OptionalRef || Codecs.isAny(type)) {
      String method = type instanceof TypeRef.OptionalRef ? "optional" : "required";
      from =
          Expr.call(
              CodeBlock.of("$T.$L", Decode.class, method), Expr.text(dict + ", at, " + constant));
    }
    CodeBlock left = CodeBlock.of("$T $L", codecs.names().declared(type), local);
    return CodeBlock.of("$L$L", at(key), lines.assign(left, codecs.decode(type, from)));
  }

  /** Writes the entry in hand. */
  CodeBlock write(Expr value) {
    return lines.statement(Expr.call(CodeBlock.of("$L.put", dict), Expr.text("at"), value));
  }

  /** Writes an entry that cannot fail, outside of such a block. */
  static CodeBlock put(String dict, String key, Expr value, int margin) {
    Expr put = Expr.call(CodeBlock.of("$L.put", dict), JavaLiteral.of(key), value);
    return Lines.from(margin).statement(put);
  }

  /** Takes the next entry in hand; {@link #first} does so for the first one. */
  CodeBlock at(String key) {
    if (firstKey.isEmpty()) {
      firstKey = key;
      return CodeBlock.of("");
    }
    return CodeBlock.of("at = $L;\n", JavaLiteral.string(key));
  }
}
