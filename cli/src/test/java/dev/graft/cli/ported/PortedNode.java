package dev.graft.cli.ported;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What became of a node.
 *
 * @param node its catalogue id
 * @param statements how many statements it has
 * @param translated how many were translated
 * @param verdict how far the draft came
 * @param detail what the matrix says
 */
record PortedNode(String node, int statements, int translated, Verdict verdict, String detail) {
  private static final Pattern ROW =
      Pattern.compile(
          "\\| ([a-z-]+) \\| (\\d+) \\| (\\d+) \\| [\\d.]+ % \\| ([a-z ]+) \\| (.*) \\|");

  /** How far a draft came, the worst first. */
  enum Verdict {
    REFUSED("no draft"),
    BROKEN("does not compile"),
    UNDECIDED("to be decided"),
    DIFFERS("differs"),
    EQUAL("equal");

    private final String text;

    Verdict(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  double share() {
    return statements == 0 ? 100 : 100.0 * translated / statements;
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %.0f %% | %s | %s |",
        node,
        statements,
        translated,
        share(),
        verdict,
        detail);
  }

  static Optional<PortedNode> ofRow(String row) {
    Matcher found = ROW.matcher(row);
    if (!found.matches()) {
      return Optional.empty();
    }
    for (Verdict verdict : Verdict.values()) {
      if (verdict.text.equals(found.group(4))) {
        return Optional.of(
            new PortedNode(
                found.group(1),
                Integer.parseInt(found.group(2)),
                Integer.parseInt(found.group(3)),
                verdict,
                found.group(5)));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether it is worse than it was. More that is counted makes a share smaller, and no draft
   * worse.
   */
  boolean isWorseThan(PortedNode before) {
    return verdict.compareTo(before.verdict) < 0 || translated < before.translated;
  }
}
