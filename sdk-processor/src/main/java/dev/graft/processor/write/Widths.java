package dev.graft.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.util.regex.Pattern;

/** How wide code will be once JavaPoet has turned qualified names into imports. */
final class Widths {
  private static final Pattern QUALIFIER =
      Pattern.compile("(\"(?:\\\\.|[^\"\\\\])*\")|\\b(?:[a-z]\\w*\\.)+ ?(?=[A-Z@])");

  private Widths() {}

  /** The number of columns of one line of code. */
  static int of(CodeBlock code) {
    return QUALIFIER.matcher(code.toString()).replaceAll("$1").length();
  }
}
