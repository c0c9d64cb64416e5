package dev.graft.bench;

import dev.graft.bench.report.Figures;
import dev.graft.bench.report.Pairs;
import dev.graft.bench.report.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
   * @param nanosPerCall of each peer, one sample for each turn
   * @param direct plain CPython after each turn of any, in nanoseconds per item
   * @param implementations what the peers are
   */
  record Row(
      BenchCase benchCase,
      List<List<Double>> nanosPerCall,
      List<Double> direct,
      List<String> implementations) {
    Row {
      nanosPerCall = List.copyOf(nanosPerCall);
      direct = List.copyOf(direct);
      implementations = List.copyOf(implementations);
    }

    private List<Double> nanos(PeerKind kind) {
      return nanosPerCall.get(kind.ordinal()).stream().map(nanos -> nanos / kind.batch()).toList();
    }

    /** How many times as long as plain CPython right after it. */
    private List<Double> ratios(PeerKind kind) {
      List<Double> beside = new ArrayList<>();
      for (int i = kind.ordinal(); i < direct.size(); i += nanosPerCall.size()) {
        beside.add(direct.get(i));
      }
      return Pairs.ratios(nanos(kind), beside);
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
        text.append(" %s |".formatted(Figures.interval(row.nanos(kind), Figures::time)));
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
        text.append(" %s |".formatted(Figures.interval(row.ratios(kind), Figures::times)));
      }
      text.append('\n');
    }
    rows.stream()
        .findFirst()
        .ifPresent(
            row ->
                text.append("\nThey are: ")
                    .append(String.join("; ", row.implementations()))
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
        tree.put("implementation", row.implementations().get(kind.ordinal()));
        tree.put("nanos", Figures.tree(row.nanos(kind)));
        tree.put("ratio_to_direct", Figures.tree(row.ratios(kind)));
        trees.add(tree);
      }
    }
    return trees;
  }
}
