package dev.graft.runtime.document;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in one sentence why a text is not YAML. */
final class YamlSyntax {
  private YamlSyntax() {}

  /** The parser's exception in our words. */
  static DocumentException explain(YamlEngineException e) {
    if (e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
      Mark at = marked.getProblemMark().get();
      return new DocumentException(
          new Position(at.getLine() + 1, at.getColumn() + 1), fact(marked.getProblem()));
    }
    return new DocumentException(Position.START, fact(String.valueOf(e.getMessage())));
  }

  private static String fact(String problem) {
    if (problem.contains("TAB")) {
      return "tabs cannot indent. Use blanks.";
    } else if (problem.contains("mapping values are not allowed")) {
      return "a \":\" cannot stand here. Indent the line below its key, or quote the text.";
    } else if (problem.contains("could not find expected ':'")) {
      return "a key without \":\" stands before this.";
    } else if (problem.contains("<block end>")) {
      return "this line is indented unlike those before it.";
    } else if (problem.contains("unexpected end of stream") || problem.contains("<stream end>")) {
      return "the text ends, and a quotation mark or bracket before is not closed.";
    } else if (problem.contains("cannot start any token")) {
      return "a text cannot begin with this character. Quote it.";
    }
    String first = problem.lines().findFirst().orElse("").strip();
    return "this is not YAML: " + (first.endsWith(".") ? first : first + ".");
  }
}
