package dev.graft.cli.mutants;

import java.util.List;
import java.util.Locale;

/** The page of the docs on what the matrix catches. */
final class MutantsPage {
  private static final String HEAD =
      """
      # Wrong ports

      The compat matrix is only worth something if it finds wrong ports. So each of the following is tried: a node of the SDK with
      one thing wrong in its Java source, compiled and run through the matrix beside the right node in CPython, with the cases by
      hand, the examples and twenty made-up cases. To add one, add an edit to a file in `cli/src/test/resources/dev/graft/cli/mutants`.
      A port that nobody catches is a hole in the cases: mend that, or argue below why nobody can see it. `random/…` stands only where \
      no case by hand shows it.

      """;

  private static final String EQUIVALENT =
      """

      ## Wrong and yet the same

      These were tried, cannot be told from the right node by anybody, and do not count:

      - `buffer` goes on using the list that it has emitted: the generated codec has copied it by then.
      """;

  private MutantsPage() {}

  static String of(List<Catch> catches) {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("**").append(score(catches)).append("**\n\n");
    page.append("| node | what is wrong | sort of mistake | caught as | first by |\n");
    page.append("|---|---|---|---|---|\n");
    catches.forEach(each -> page.append(row(each)));
    return page.append(EQUIVALENT).toString();
  }

  static String score(List<Catch> catches) {
    long caught = catches.stream().filter(Catch::caught).count();
    long nodes = catches.stream().map(each -> each.port().node()).distinct().count();
    return String.format(
        Locale.ROOT,
        "%d of %d wrong ports of %d nodes are caught (%.1f %%).",
        caught,
        catches.size(),
        nodes,
        100.0 * caught / catches.size());
  }

  static String row(Catch each) {
    return "| %s | %s | %s | `%s` | %s |\n"
        .formatted(
            each.port().node(),
            each.port().title(),
            each.port().kind(),
            each.signature().orElse("nobody"),
            each.shownBy());
  }
}
