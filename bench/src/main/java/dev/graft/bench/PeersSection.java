package dev.graft.bench;

import dev.graft.bench.report.Figures;
import dev.graft.bench.report.Pairs;
import dev.graft.bench.report.Section;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The same calls through several ways from Java to Python.
 *
 * @param rows by case
 */
record PeersSection(List<Row> rows) implements Section {
  PeersSection {
    rows = List.copyOf(rows);
  }

  /**
   * One case.
   *
   * @param benchCase what is called
   * @param timings of each peer
   */
  record Row(BenchCase benchCase, Map<PeerKind, Timing> timings) {
    Row {
      timings = new EnumMap<>(timings);
    }

    private Timing timing(PeerKind kind) {
      return Objects.requireNonNull(timings.get(kind));
    }

    private List<Double> direct() {
      return timings.values().stream().flatMap(timing -> timing.direct().stream()).toList();
    }
  }

  /**
   * One peer in a case.
   *
   * @param implementation which program and version it is
   * @param nanos per item, one sample for each turn
   * @param direct plain CPython right after each, in nanoseconds per item
   */
  record Timing(String implementation, List<Double> nanos, List<Double> direct) {
    Timing {
      nanos = List.copyOf(nanos);
      direct = List.copyOf(direct);
    }

    private List<Double> ratios() {
      return Pairs.ratios(nanos, direct);
    }
  }

  @Override
  public String name() {
    return "peers";
  }

  @Override
  public String markdown() {
    StringBuilder text =
        new StringBuilder("### Other ways from Java to Python\n\nTime per item.\n");
    text.append("\n| case | plain CPython |");
    for (PeerKind kind : PeerKind.values()) {
      text.append(' ').append(kind.title()).append(" |");
    }
    text.append("\n|---|---:|").append("---:|".repeat(PeerKind.values().length)).append('\n');
    for (Row row : rows) {
      text.append("| %s | %s |".formatted(row.benchCase().title(), median(row.direct())));
      for (PeerKind kind : PeerKind.values()) {
        text.append(" %s |".formatted(Figures.interval(row.timing(kind).nanos(), Figures::time)));
      }
      text.append('\n');
    }
    text.append("\nTimes as long as plain CPython in the same turn.\n\n| case |");
    for (PeerKind kind : PeerKind.values()) {
      text.append(' ').append(kind.title()).append(" |");
    }
    text.append("\n|---|").append("---:|".repeat(PeerKind.values().length)).append('\n');
    for (Row row : rows) {
      text.append("| %s |".formatted(row.benchCase().title()));
      for (PeerKind kind : PeerKind.values()) {
        text.append(" %s |".formatted(Figures.interval(row.timing(kind).ratios(), Figures::times)));
      }
      text.append('\n');
    }
    rows.stream()
        .findFirst()
        .ifPresent(
            row ->
                text.append("\nThey are: ")
                    .append(
                        row.timings().values().stream()
                            .map(Timing::implementation)
                            .collect(Collectors.joining("; ")))
                    .append(".\n"));
    return text.toString();
  }

  private static String median(List<Double> nanos) {
    List<Double> sorted = nanos.stream().sorted().toList();
    return Figures.time(sorted.get(sorted.size() / 2));
  }

  @Override
  public Object tree() {
    List<Object> trees = new ArrayList<>();
    for (Row row : rows) {
      for (PeerKind kind : PeerKind.values()) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("case", row.benchCase().id());
        tree.put("peer", kind.title());
        tree.put("implementation", row.timing(kind).implementation());
        tree.put("nanos", Figures.tree(row.timing(kind).nanos()));
        tree.put("ratio_to_direct", Figures.tree(row.timing(kind).ratios()));
        trees.add(tree);
      }
    }
    return trees;
  }
}
