package dev.graft.bench.nodes;

import dev.graft.bench.report.Figures;
import dev.graft.bench.report.Pairs;
import dev.graft.bench.report.Section;
import dev.graft.bench.report.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The native calculator beside a method by hand, and beside the older system's call.
 *
 * @param node nanoseconds per item, one sample for each pair of iterations
 * @param byHand the same
 */
public record NodesSection(List<Double> node, List<Double> byHand) implements Section {
  /** The published time of a call of the older system, in nanoseconds. */
  private static final double OLDER = 114_000;

  private static final double LIMIT = 1.2;
  private static final double LEAST = 1000;

  /** Keeps copies. */
  public NodesSection {
    node = List.copyOf(node);
    byHand = List.copyOf(byHand);
  }

  @Override
  public String name() {
    return "nodes";
  }

  private List<Double> ratios() {
    return Pairs.ratios(node, byHand);
  }

  /** How large a part of the older system's time the node takes. */
  private List<Double> ofOlder() {
    return node.stream().map(nanos -> nanos / OLDER).toList();
  }

  @Override
  public String markdown() {
    return """
        ### A native node

        | | calculator | by hand | beside by hand, 95 %% |
        |---|---:|---:|---:|
        | multiply an int | %s | %s | %s |

        %s
        %s
        """
        .formatted(
            Figures.interval(node, Figures::time),
            Figures.interval(byHand, Figures::time),
            Figures.interval(ratios(), Figures::times),
            new Target("the calculator beside a method by hand", LIMIT, Figures::times)
                .verdict(ratios()),
            new Target(
                    "the calculator as a part of the older system's 114 µs",
                    1 / LEAST,
                    value -> "1/%.0f".formatted(1 / value))
                .verdict(ofOlder()));
  }

  @Override
  public Object tree() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("nanos", Figures.tree(node));
    tree.put("nanos_by_hand", Figures.tree(byHand));
    tree.put("ratio", Figures.tree(ratios()));
    return tree;
  }
}
