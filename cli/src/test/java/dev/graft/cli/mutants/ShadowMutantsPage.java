package dev.graft.cli.mutants;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page of the docs on what shadow mode catches. */
final class ShadowMutantsPage {
  private ShadowMutantsPage() {}

  static String of(List<ShadowCatch> catches, Map<String, String> reasons) {
    StringBuilder page = new StringBuilder();
    page.append(
        String.format(
            Locale.ROOT,
            """
            # Wrong ports in the shadow

            Each of the [wrong ports](mutants.md) once more, not in the matrix: as the shadow of the right node, which runs in CPython, in a
            pipeline as users have them. What the node gets is what the cases by hand and made-up cases of one seed have, parameters and items,
            case after case, until something differs or %,d items are through. The candidate is replaced by a new one with its state
            after 4, 16, 64 … calls, and what the two keep is compared when the input ends, which it does once.

            """,
            ShadowProof.MOST_ITEMS));
    page.append("**").append(score(catches)).append("**\n\n");
    page.append("| node | what is wrong | found as | after items |\n|---|---|---|---:|\n");
    catches.forEach(each -> page.append(row(each)));
    page.append("\n## What a shadow cannot find\n\n");
    page.append("| node | what is wrong | why |\n|---|---|---|\n");
    catches.forEach(each -> page.append(missing(each, reasons)));
    return page.toString();
  }

  static String score(List<ShadowCatch> catches) {
    long possible =
        catches.stream().filter(each -> !(each instanceof ShadowCatch.Impossible)).count();
    long found = catches.stream().filter(ShadowMutantsPage::isFound).count();
    return String.format(
        Locale.ROOT,
        "%d of %d wrong ports are found within %,d items (%.1f %%); %d more are of nodes that can have no shadow.",
        found,
        possible,
        ShadowProof.MOST_ITEMS,
        100.0 * found / Math.max(1, possible),
        catches.size() - possible);
  }

  static boolean isFound(ShadowCatch each) {
    return each instanceof ShadowCatch.Found || each instanceof ShadowCatch.GivenUp;
  }

  private static String row(ShadowCatch each) {
    return switch (each) {
      case ShadowCatch.Found found ->
          row(found.port(), "`" + found.signature() + "`", Long.toString(found.items()));
      case ShadowCatch.GivenUp given -> row(given.port(), "given up: " + given.why(), "");
      case ShadowCatch.Missed _, ShadowCatch.Impossible _ -> "";
    };
  }

  private static String row(WrongPort port, String how, String items) {
    return "| %s | %s | %s | %s |\n".formatted(port.node(), port.title(), how, items);
  }

  private static String missing(ShadowCatch each, Map<String, String> reasons) {
    return switch (each) {
      case ShadowCatch.Found _, ShadowCatch.GivenUp _ -> "";
      case ShadowCatch.Missed missed ->
          missing(missed.port(), reasons.getOrDefault(missed.port().name(), "not explained"));
      case ShadowCatch.Impossible impossible -> missing(impossible.port(), impossible.why());
    };
  }

  private static String missing(WrongPort port, String why) {
    return "| %s | %s | %s |\n".formatted(port.node(), port.title(), why);
  }
}
