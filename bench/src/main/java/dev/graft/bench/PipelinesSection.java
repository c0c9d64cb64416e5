package dev.graft.bench;

import dev.graft.bench.report.Figures;
import dev.graft.bench.report.Pairs;
import dev.graft.bench.report.Section;
import dev.graft.bench.report.Target;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whole runs of pipelines.
 *
 * @param nanos per item of each, one sample for each turn
 */
record PipelinesSection(Map<PipelineKind, List<Double>> nanos) implements Section {
  private static final int NODES = 3;
  private static final double MOST_NANOS = 50;
  private static final double MOST_RATIO = 1.5;

  PipelinesSection {
    nanos = new EnumMap<>(nanos);
  }

  private List<Double> of(PipelineKind kind) {
    return Objects.requireNonNull(nanos.get(kind));
  }

  @Override
  public String name() {
    return "pipelines";
  }

  @Override
  public String markdown() {
    StringBuilder text =
        new StringBuilder(
            "### Pipelines\n\nWhole runs, in turn.\n\n| pipeline | per item | items per second |\n|---|---:|---:|\n");
    for (PipelineKind kind : PipelineKind.values()) {
      List<Double> rates = of(kind).stream().map(each -> 1e9 / each).toList();
      text.append(
          "| %s | %s | %s |\n"
              .formatted(
                  kind.title(),
                  Figures.interval(of(kind), Figures::time),
                  Figures.interval(rates, rate -> "%,.0f".formatted(rate))));
    }
    text.append("\n| border | per item above the parts |\n|---|---:|\n");
    border(text, "Java → GraalPy", PipelineKind.JAVA_GRAALPY, PipelineKind.GRAALPY);
    border(text, "GraalPy → CPython", PipelineKind.MIXED, PipelineKind.WORKER);
    border(
        text,
        "GraalPy → CPython, one item at a time",
        PipelineKind.MIXED_SINGLY,
        PipelineKind.WORKER_SINGLY);
    List<Double> engine =
        Pairs.differences(of(PipelineKind.JAVA), of(PipelineKind.HAND)).stream()
            .map(each -> each / NODES)
            .toList();
    List<Double> ratios = Pairs.ratios(of(PipelineKind.JAVA), of(PipelineKind.HAND));
    return text.append('\n')
        .append(
            new Target("the engine's own time for a native node", MOST_NANOS, PipelinesSection::ns)
                .verdict(engine))
        .append('\n')
        .append(
            new Target(
                    "three native nodes beside the same calls by hand", MOST_RATIO, Figures::times)
                .verdict(ratios))
        .append('\n')
        .toString();
  }

  /** What the whole takes above its slowest part: nothing, as long as the parts overlap. */
  private void border(StringBuilder text, String name, PipelineKind whole, PipelineKind slowest) {
    text.append(
        "| %s | %s |\n"
            .formatted(
                name, Figures.interval(Pairs.differences(of(whole), of(slowest)), Figures::time)));
  }

  private static String ns(double nanos) {
    return Figures.digits(nanos) + " ns";
  }

  @Override
  public Object tree() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    for (PipelineKind kind : PipelineKind.values()) {
      tree.put(kind.title(), Figures.tree(of(kind)));
    }
    return tree;
  }
}
