package dev.graft.bench.compile;

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
 * What the processor adds.
 *
 * @param sizes the smallest number of nodes first
 */
public record CompileSection(List<Size> sizes) implements Section {
  private static final double RATIO = 1.5;
  private static final double GROWTH = 1.2;

  /** Keeps a copy. */
  public CompileSection {
    sizes = List.copyOf(sizes);
  }

  /**
   * So many nodes.
   *
   * @param count how many
   * @param with nanoseconds with the processor, one sample for each round
   * @param without nanoseconds without it
   */
  public record Size(int count, List<Double> with, List<Double> without) {
    /** Keeps copies. */
    public Size {
      with = List.copyOf(with);
      without = List.copyOf(without);
    }

    private List<Double> ratios() {
      return Pairs.ratios(with, without);
    }

    private List<Double> perClass() {
      return with.stream().map(nanos -> nanos / count).toList();
    }
  }

  static CompileSection of(List<CompileRounds> rounds) {
    return new CompileSection(
        rounds.stream().map(r -> new Size(r.count(), r.with(), r.without())).toList());
  }

  @Override
  public String name() {
    return "compile";
  }

  @Override
  public String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        ### Compiling nodes

        | nodes | with the processor | plain javac, generated sources included | ratio, 95 % | with it, per node | per node, beside the fewest |
        |---:|---:|---:|---:|---:|---:|
        """);
    for (Size size : sizes) {
      text.append(
          "| %d | %s | %s | %s | %s | %s |%n"
              .formatted(
                  size.count(),
                  Figures.interval(size.with(), Figures::time),
                  Figures.interval(size.without(), Figures::time),
                  Figures.interval(size.ratios(), Figures::times),
                  Figures.interval(size.perClass(), Figures::time),
                  Figures.interval(growth(size), Figures::times)));
    }
    Size most = sizes.getLast();
    String what = "time with the processor beside plain javac for %d nodes".formatted(most.count());
    text.append('\n')
        .append(new Target(what, RATIO, Figures::times).verdict(most.ratios()))
        .append('\n');
    what =
        "linear growth: time per node for %d beside that for %d"
            .formatted(most.count(), sizes.getFirst().count());
    text.append(new Target(what, GROWTH, Figures::times).verdict(growth(most))).append('\n');
    return text.toString();
  }

  private List<Double> growth(Size size) {
    return Pairs.ratios(size.perClass(), sizes.getFirst().perClass());
  }

  @Override
  public Object tree() {
    List<Object> trees = new ArrayList<>();
    for (Size size : sizes) {
      Map<String, @Nullable Object> tree = new LinkedHashMap<>();
      tree.put("nodes", (long) size.count());
      tree.put("nanos_with_processor", Figures.tree(size.with()));
      tree.put("nanos_without", Figures.tree(size.without()));
      tree.put("ratio", Figures.tree(size.ratios()));
      trees.add(tree);
    }
    return trees;
  }
}
