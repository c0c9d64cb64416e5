package dev.graft.port.write;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.util.regex.Pattern;

/** Lays a file out as google-java-format does. */
public final class Layout {
  /** What the formatter reads Java with; a JVM hands it out only if it was started so. */
  private static final String PARSER = "com.sun.tools.javac.parser";

  /** JavaPoet puts an empty line after each field and each constant of an enum. */
  private static final Pattern AFTER_STATIC =
      Pattern.compile("(?m)^(  private static [^{}\n]*;\n)\n(?=  private static [^({\n]*[;=])");

  private static final Pattern AFTER_FIELD =
      Pattern.compile(
          "(?m)^(  private (?!static)[^{}\n]*;\n)\n"
              + "(?=  (?:@State\n  )?private (?!static)[^({\n]*[;=])");

  private static final Pattern AFTER_CONSTANT =
      Pattern.compile("(?m)^( +[A-Z][A-Z0-9_]*,\n)\n(?= +[A-Z][A-Z0-9_]*[,;\n])");

  private Layout() {}

  /** Whether this JVM lets the formatter work. */
  public static boolean isAvailable() {
    return ModuleLayer.boot()
        .findModule("jdk.compiler")
        .map(compiler -> compiler.isExported(PARSER, Layout.class.getModule()))
        .orElse(false);
  }

  /** The text in that layout; nearly so where the formatter cannot work. */
  public static String of(String text) {
    String dense = text;
    for (Pattern each : new Pattern[] {AFTER_STATIC, AFTER_FIELD, AFTER_CONSTANT}) {
      dense = each.matcher(dense).replaceAll("$1");
    }
    if (!isAvailable()) {
      return dense;
    }
    try {
      return new Formatter().formatSourceAndFixImports(dense);
    } catch (FormatterException e) {
      throw new IllegalStateException(
          "what was written is no Java: " + e.getMessage() + "\n" + dense, e);
    }
  }
}
