package dev.graft.cli.ported;

import java.util.List;
import java.util.Locale;

/** The page of the docs on what {@code graft port} makes of the SDK's own nodes. */
final class PortedPage {
  private static final String HEAD =
      """
      # What `graft port` makes of Graft's own nodes

      `graft port` writes the first draft of a Java node from its Python class. How good are its drafts? Each of the SDK's nodes that a
      person has written in both languages is ported anew: functions that it uses are counted with it. A draft without open decisions is
      compiled in place of the person's, and the matrix plays it against the Python node: all cases by hand, the examples, and
      twenty made-up ones. A draft with open decisions does not compile, which is what they are for.

      *Equal*: not one case differs, and the contracts are the same. *Differs*: it compiles and the matrix shows where it is wrong.
      A test fails if any row gets worse; `-Dgolden.update=true` writes the page anew.

      """;

  private PortedPage() {}

  static String of(List<PortedNode> nodes) {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("**").append(score(nodes)).append("**\n\n");
    page.append(
        "| node | statements | translated | share | the draft is | says the matrix, or is to be decided |\n");
    page.append("|---|---|---|---|---|---|\n");
    nodes.forEach(each -> page.append(each.row()).append('\n'));
    return page.toString();
  }

  static String score(List<PortedNode> nodes) {
    int statements = nodes.stream().mapToInt(PortedNode::statements).sum();
    int translated = nodes.stream().mapToInt(PortedNode::translated).sum();
    return String.format(
        Locale.ROOT,
        "%d of %d statements of %d nodes are translated (%.1f %%); %d drafts compile as they are, %d of them are equal.",
        translated,
        statements,
        nodes.size(),
        100.0 * translated / statements,
        nodes.stream()
            .filter(each -> each.verdict().compareTo(PortedNode.Verdict.DIFFERS) >= 0)
            .count(),
        nodes.stream().filter(each -> each.verdict() == PortedNode.Verdict.EQUAL).count());
  }
}
