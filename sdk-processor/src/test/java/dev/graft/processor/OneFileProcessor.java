package dev.graft.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Another processor in the same compilation: writes one class in one round. */
final class OneFileProcessor extends AbstractProcessor {
  private final int writesInRound;
  private final String className;
  private final String text;
  private int round;

  OneFileProcessor(int writesInRound, String className, String text) {
    this.writesInRound = writesInRound;
    this.className = className;
    this.text = text;
  }

  /** How many rounds it has seen. */
  int rounds() {
    return round;
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
    round++;
    if (round == writesInRound) {
      try (Writer out = processingEnv.getFiler().createSourceFile(className).openWriter()) {
        out.write(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return false;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }
}
