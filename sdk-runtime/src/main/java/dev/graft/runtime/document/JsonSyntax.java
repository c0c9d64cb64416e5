package dev.graft.runtime.document;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Says in one sentence why a text is not JSON. */
final class JsonSyntax {
  private static final String QUOTE = "\"";

  private final String message;
  private final String text;
  private final SpotRecorder recorder;
  private final TokenStreamLocation at;

  private JsonSyntax(JacksonException e, String text, SpotRecorder recorder) {
    this.message = String.valueOf(e.getOriginalMessage());
    this.text = text;
    this.recorder = recorder;
    this.at = e.getLocation() == null ? recorder.currentLocation() : e.getLocation();
  }

  /** The parser's exception in our words. */
  static DocumentException explain(JacksonException e, String text, SpotRecorder recorder) {
    JsonSyntax syntax = new JsonSyntax(e, text, recorder);
    return new DocumentException(
        new Position(Math.max(1, syntax.at.getLineNr()), Math.max(1, syntax.at.getColumnNr())),
        e instanceof UnexpectedEndOfInputException ? syntax.end() : syntax.fact());
  }

  private String end() {
    return recorder
        .innermost()
        .map(
            spot ->
                "the text ends, and the %s that begins at %s is not closed."
                    .formatted(recorder.streamReadContext().inArray() ? "[" : "{", spot.position()))
        .orElse("the text ends in the middle of a value.");
  }

  private String fact() {
    String found = found();
    if (found.equals("/") || found.equals("#")) {
      return "JSON has no comments. Remove it, or write the manifest in YAML.";
    } else if (found.equals("'")) {
      return "texts stand in double quotes (\"), not in single ones.";
    } else if (message.startsWith("Unrecognized token")) {
      return "%s is no JSON value. A text stands in double quotes; other words are true, false and null."
          .formatted(quoted(message.split("'", 3)[1]));
    } else if (message.startsWith("Illegal unquoted character")) {
      return "a text holds a control character or a line break, or its closing quote is missing. Write \\n for a line break.";
    } else if (message.contains("colon")) {
      return found.equals(QUOTE)
          ? "the \":\" between the key and this text is missing."
          : "expected \":\" after the key, found %s.".formatted(quoted(found));
    } else if (message.contains("was expecting comma") && found.equals(QUOTE)) {
      return "a comma is missing before this text, or a quote ends the text before it too early.";
    } else if (message.contains("was expecting comma")) {
      return "expected \",\" or \"%s\", found %s."
          .formatted(recorder.streamReadContext().inArray() ? "]" : "}", quoted(found));
    } else if ((found.equals("}") || found.equals("]")) && afterComma()) {
      return "nothing follows the comma before \"%s\". Remove the comma.".formatted(found);
    } else if (message.contains("double-quote to start")) {
      return "expected a key in double quotes, found %s.".formatted(quoted(found));
    } else if (message.contains("Unexpected close marker")) {
      return "%s closes what was not opened.".formatted(quoted(found));
    } else if (message.startsWith("Unexpected character")) {
      return "expected a value, found %s.".formatted(quoted(found));
    } else if (message.contains("eading zero")) {
      return "a number does not begin with a zero that does not count.";
    }
    String first = message.lines().findFirst().orElse("");
    return "this is not JSON: " + (first.endsWith(".") ? first : first + ".");
  }

  /** A comma is the last token before the bracket. */
  private boolean afterComma() {
    String before = text.substring(0, (int) Math.min(text.length(), Math.max(0, offset())));
    return before.stripTrailing().endsWith(",");
  }

  private String found() {
    int offset = (int) offset();
    return offset < 0 || offset >= text.length()
        ? ""
        : Character.toString(text.codePointAt(offset));
  }

  private long offset() {
    return at.getCharOffset();
  }

  private static String quoted(String found) {
    return found.isEmpty() ? "the end" : "\"" + found + "\"";
  }
}
