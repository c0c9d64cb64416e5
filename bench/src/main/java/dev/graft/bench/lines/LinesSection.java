package dev.graft.bench.lines;

import dev.graft.bench.report.Figures;
import dev.graft.bench.report.Pairs;
import dev.graft.bench.report.Section;
import dev.graft.bench.report.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs over JSON Lines.
 *
 * @param lines how many a run had
 * @param heap the option that bounded the heap
 * @param graft nanoseconds for each line, a sample for each run
 * @param hand the same of the loop by hand
 */
public record LinesSection(int lines, String heap, List<Double> graft, List<Double> hand)
    implements Section {
  private static final double MOST_RATIO = 1.25;

  public LinesSection {
    graft = List.copyOf(graft);
    hand = List.copyOf(hand);
  }

  @Override
  public String name() {
    return "lines";
  }

  @Override
  public String markdown() {
    return """
        ### JSON Lines

        %,d lines a run, three native nodes, `%s`; in turn, equal bytes written.

        | | per line | lines per second |
        |---|---:|---:|
        %s%s
        %s
        """
        .formatted(
            lines,
            heap,
            row("graft", graft),
            row("a loop with Jackson, written by hand", hand),
            new Target("graft beside the loop by hand", MOST_RATIO, Figures::times)
                .verdict(Pairs.ratios(graft, hand)));
  }

  private static String row(String title, List<Double> nanos) {
    List<Double> rates = nanos.stream().map(each -> 1e9 / each).toList();
    return "| %s | %s | %s |\n"
        .formatted(
            title,
            Figures.interval(nanos, Figures::time),
            Figures.interval(rates, rate -> "%,.0f".formatted(rate)));
  }

  @Override
  public Object tree() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("lines", (long) lines);
    tree.put("graft", Figures.tree(graft));
    tree.put("hand", Figures.tree(hand));
    return tree;
  }
}
