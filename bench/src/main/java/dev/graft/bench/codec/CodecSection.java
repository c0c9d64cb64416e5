package dev.graft.bench.codec;

import dev.graft.bench.report.Figures;
import dev.graft.bench.report.Pairs;
import dev.graft.bench.report.Section;
import dev.graft.bench.report.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The generated codec beside the one written by hand.
 *
 * @param rows by direction
 */
public record CodecSection(List<Row> rows) implements Section {
  private static final double LIMIT = 1.1;

  /** Keeps a copy. */
  public CodecSection {
    rows = List.copyOf(rows);
  }

  /**
   * One direction.
   *
   * @param direction its name
   * @param generated nanoseconds per order, one sample for each pair of iterations
   * @param byHand the same
   */
  public record Row(String direction, List<Double> generated, List<Double> byHand) {
    /** Keeps copies. */
    public Row {
      generated = List.copyOf(generated);
      byHand = List.copyOf(byHand);
    }

    private List<Double> ratios() {
      return Pairs.ratios(generated, byHand);
    }
  }

  @Override
  public String name() {
    return "codec";
  }

  @Override
  public String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        ### Codecs of a record

        | | generated | by hand | generated beside by hand, 95 % |
        |---|---:|---:|---:|
        """);
    for (Row row : rows) {
      text.append(
          "| %s | %s | %s | %s |%n"
              .formatted(
                  row.direction(),
                  Figures.interval(row.generated(), Figures::time),
                  Figures.interval(row.byHand(), Figures::time),
                  Figures.interval(row.ratios(), Figures::times)));
    }
    text.append('\n');
    for (Row row : rows) {
      String what = "time of the generated codec beside the one by hand, " + row.direction();
      text.append(new Target(what, LIMIT, Figures::times).verdict(row.ratios())).append('\n');
    }
    return text.toString();
  }

  @Override
  public Object tree() {
    List<Object> trees = new ArrayList<>();
    for (Row row : rows) {
      Map<String, @Nullable Object> tree = new LinkedHashMap<>();
      tree.put("direction", row.direction());
      tree.put("nanos_generated", Figures.tree(row.generated()));
      tree.put("nanos_by_hand", Figures.tree(row.byHand()));
      tree.put("ratio", Figures.tree(row.ratios()));
      trees.add(tree);
    }
    return trees;
  }
}
