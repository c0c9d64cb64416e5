package dev.graft.bench.shadow;

import dev.graft.bench.report.Figures;
import dev.graft.bench.report.Pairs;
import dev.graft.bench.report.Section;
import dev.graft.bench.report.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a shadow adds to the latency of a pipeline.
 *
 * @param rate how many items arrived in a second
 * @param items how many of a run were counted
 * @param rounds a run without and one with, each
 */
public record ShadowSection(long rate, long items, List<ShadowRound> rounds) implements Section {
  private static final double MOST_RATIO = 1.02;

  public ShadowSection {
    rounds = List.copyOf(rounds);
  }

  @Override
  public String name() {
    return "shadow";
  }

  @Override
  public String markdown() {
    List<Double> plainP99 = figures(round -> round.without().p99());
    List<Double> shadowP99 = figures(round -> round.with().p99());
    return """
        ### A shadow under load

        %,d items a second, %,d of each run counted from the moment at which they had to arrive; Java, CPython, Java; the node in CPython with
        its Java port as shadow, in turn with the same without. The shadows compared %,d items and dropped %,d.

        | | p50 | p99 |
        |---|---:|---:|
        | without a shadow | %s | %s |
        | with a shadow | %s | %s |

        %s
        """
        .formatted(
            rate,
            items,
            rounds.stream().mapToLong(ShadowRound::compared).sum(),
            rounds.stream().mapToLong(ShadowRound::dropped).sum(),
            Figures.interval(figures(round -> round.without().p50()), Figures::time),
            Figures.interval(plainP99, Figures::time),
            Figures.interval(figures(round -> round.with().p50()), Figures::time),
            Figures.interval(shadowP99, Figures::time),
            new Target("p99 with a shadow beside without", MOST_RATIO, Figures::times)
                .verdict(Pairs.ratios(shadowP99, plainP99)));
  }

  private List<Double> figures(ToDoubleFunction<ShadowRound> figure) {
    return rounds.stream().map(figure::applyAsDouble).toList();
  }

  @Override
  public Object tree() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("rate", rate);
    tree.put("without_p50", Figures.tree(figures(round -> round.without().p50())));
    tree.put("without_p99", Figures.tree(figures(round -> round.without().p99())));
    tree.put("with_p50", Figures.tree(figures(round -> round.with().p50())));
    tree.put("with_p99", Figures.tree(figures(round -> round.with().p99())));
    return tree;
  }
}
