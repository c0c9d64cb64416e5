package dev.graft.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Collection;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;

/** A Java file on its way to the compiler. */
final class SourceFile {
  private SourceFile() {}

  /** Writes a top-level class that was made from the classes named as its origins. */
  static void write(Filer filer, ClassName name, TypeSpec type, Collection<TypeElement> origins) {
    JavaFile file =
        JavaFile.builder(name.packageName(), type).skipJavaLangImports(true).indent("  ").build();
    String text = Layout.mend(file.toString());
    TypeElement[] elements = origins.toArray(TypeElement[]::new);
    try (Writer out = filer.createSourceFile(name.canonicalName(), elements).openWriter()) {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + name, e);
    }
  }
}
