package dev.graft.bench;

import dev.graft.bench.report.Figures;
import dev.graft.bench.report.Pairs;
import dev.graft.bench.report.Section;
import dev.graft.bench.report.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pipelines of one and of three Python nodes.
 *
 * @param rows by value
 */
record ChainsSection(List<Row> rows) implements Section {
  private static final double MOST_RATIO = 1.3;

  ChainsSection {
    rows = List.copyOf(rows);
  }

  /**
   * One node and three with the same value at the end.
   *
   * @param chains what ran
   * @param one nanoseconds per item through one node, a sample for each turn
   * @param three the same through three
   */
  record Row(ChainsCase chains, List<Double> one, List<Double> three) {
    Row {
      one = List.copyOf(one);
      three = List.copyOf(three);
    }

    private List<Double> ratios() {
      return Pairs.ratios(three, one);
    }
  }

  @Override
  public String name() {
    return "chains";
  }

  @Override
  public String markdown() {
    StringBuilder text =
        new StringBuilder(
            "### Chains of Python nodes\n\nWhole runs on GraalPy, in turn; time per item.\n\n| chain | one node | three nodes | ratio |\n|---|---:|---:|---:|\n");
    for (Row row : rows) {
      text.append(
          "| %s | %s | %s | %s |\n"
              .formatted(
                  row.chains().three().title(),
                  Figures.interval(row.one(), Figures::time),
                  Figures.interval(row.three(), Figures::time),
                  Figures.interval(row.ratios(), Figures::times)));
    }
    text.append('\n');
    for (Row row : rows) {
      String what = "three nodes beside one, " + row.chains().three().title();
      text.append(new Target(what, MOST_RATIO, Figures::times).verdict(row.ratios())).append('\n');
    }
    return text.toString();
  }

  @Override
  public Object tree() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    for (Row row : rows) {
      tree.put(row.chains().one().id(), Figures.tree(row.one()));
      tree.put(row.chains().three().id(), Figures.tree(row.three()));
    }
    return tree;
  }
}
