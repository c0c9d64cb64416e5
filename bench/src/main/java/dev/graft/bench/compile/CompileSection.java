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
   * @param busyWith nanoseconds that the thread ran with the processor, which other programs on the
   *     machine do not lengthen
   * @param busyWithout the same without it
   */
  public record Size(
      int count,
      List<Double> with,
      List<Double> without,
      List<Double> busyWith,
      List<Double> busyWithout) {
    /** Keeps copies. */
    public Size {
      with = List.copyOf(with);
      without = List.copyOf(without);
      busyWith = List.copyOf(busyWith);
      busyWithout = List.copyOf(busyWithout);
    }

    private List<Double> ratios() {
      return Pairs.ratios(with, without);
    }

    private List<Double> busyRatios() {
      return Pairs.ratios(busyWith, busyWithout);
    }

    private List<Double> perNode() {
      return with.stream().map(nanos -> nanos / count).toList();
    }

    private List<Double> busyPerNode() {
      return busyWith.stream().map(nanos -> nanos / count).toList();
    }
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

        | nodes | with the processor | plain javac, generated sources included | ratio, 95 % | ratio of processor time | with it, per node | processor time per node | that beside the fewest |
        |---:|---:|---:|---:|---:|---:|---:|---:|
        """);
    for (Size size : sizes) {
      text.append(
          "| %d | %s | %s | %s | %s | %s | %s | %s |%n"
              .formatted(
                  size.count(),
                  Figures.interval(size.with(), Figures::time),
                  Figures.interval(size.without(), Figures::time),
                  Figures.interval(size.ratios(), Figures::times),
                  Figures.interval(size.busyRatios(), Figures::times),
                  Figures.interval(size.perNode(), Figures::time),
                  Figures.interval(size.busyPerNode(), Figures::time),
                  Figures.interval(growth(size), Figures::times)));
    }
    Size most = sizes.getLast();
    String what = "time with the processor beside plain javac for %d nodes".formatted(most.count());
    text.append('\n')
        .append(new Target(what, RATIO, Figures::times).verdict(most.ratios()))
        .append('\n');
    what = "the same in processor time";
    text.append(new Target(what, RATIO, Figures::times).verdict(most.busyRatios())).append('\n');
    what =
        "linear growth: processor time per node for %d beside that for %d"
            .formatted(most.count(), sizes.getFirst().count());
    text.append(new Target(what, GROWTH, Figures::times).verdict(growth(most))).append('\n');
    return text.toString();
  }

  private List<Double> growth(Size size) {
    return Pairs.ratios(size.busyPerNode(), sizes.getFirst().busyPerNode());
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
      tree.put("busy_nanos_with_processor", Figures.tree(size.busyWith()));
      tree.put("busy_nanos_without", Figures.tree(size.busyWithout()));
      tree.put("busy_ratio", Figures.tree(size.busyRatios()));
      trees.add(tree);
    }
    return trees;
  }
}
