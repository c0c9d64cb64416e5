package dev.graft.processor.report;

import javax.annotation.processing.Messager;

/** Prints findings as errors and warnings of the compiler. */
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
      messager.printMessage(finding.kind(), text);
    } else if (position.annotation() == null) {
      messager.printMessage(finding.kind(), text, position.element());
    } else if (position.value() == null) {
      messager.printMessage(finding.kind(), text, position.element(), position.annotation());
    } else {
      messager.printMessage(
          finding.kind(), text, position.element(), position.annotation(), position.value());
    }
  }
}
