package dev.graft.compat.corpus;

import dev.graft.runtime.document.Document;
import dev.graft.runtime.document.DocumentException;
import dev.graft.runtime.document.JsonDocument;

/**
 * Finds out where in a case file something is wrong. The file is read a second time for it: of
 * thousands of good cases nobody wants to know where they stand.
 */
final class CaseLines {
  private static final String NO_COMMENTS = "JSON has no comments.";

  private CaseLines() {}

  /** The same exception with the line, where that can be found. */
  static CaseFormatException placed(CaseFormatException e, String text) {
    try {
      return e.atLine(e.place().in(JsonDocument.read(text)).line());
    } catch (DocumentException other) {
      return other.fact().equals(e.fact()) ? e.atLine(other.position().line()) : e;
    }
  }

  /** Why a text is no JSON. */
  static CaseFormatException syntax(String text, String source, String otherwise) {
    try {
      Document document = JsonDocument.read(text);
      return document.repeated().stream()
          .findFirst()
          .map(
              each ->
                  new CaseFormatException(
                      source + ":" + each.second(),
                      "%s stands twice, first at %s.".formatted(each.path(), each.first())))
          .orElseGet(() -> new CaseFormatException(source, otherwise));
    } catch (DocumentException e) {
      String fact = e.fact().startsWith(NO_COMMENTS) ? NO_COMMENTS + " Remove it." : e.fact();
      return new CaseFormatException(source + ":" + e.position(), fact);
    }
  }
}
