package dev.graft.processor.report;

import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** Prints findings as compile errors. */
final class Reporter {
  private final Messager messager;

  Reporter(Messager messager) {
    this.messager = messager;
  }

  /** Prints one finding at its place. */
  void print(Finding finding) {
    Position position = finding.position();
    String text = finding.text();
    if (position == null) {
      messager.printMessage(Diagnostic.Kind.ERROR, text);
    } else if (position.annotation() == null) {
      messager.printMessage(Diagnostic.Kind.ERROR, text, position.element());
    } else if (position.value() == null) {
      messager.printMessage(Diagnostic.Kind.ERROR, text, position.element(), position.annotation());
    } else {
      messager.printMessage(
          Diagnostic.Kind.ERROR, text, position.element(), position.annotation(), position.value());
    }
  }
}
