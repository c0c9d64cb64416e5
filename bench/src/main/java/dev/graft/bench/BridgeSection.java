package dev.graft.bench;

import dev.graft.bench.BridgeCase.Way;
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
 * What it costs to cross.
 *
 * @param results by the other end of the bridge
 */
record BridgeSection(List<Results> results) implements Section {
  private static final double LIST_LIMIT = 4000;
  private static final double DICT_LIMIT = 800;
  private static final double SIZE_LIMIT = 1.5;

  BridgeSection {
    results = List.copyOf(results);
  }

  /**
   * One end of the bridge.
   *
   * @param host which
   * @param cases what was measured; the call alone is the first
   * @param nanos nanoseconds per call for each case, one sample for each round
   * @param servedBy who ran the nodes
   * @param crossings how bytes and arrays went, by case
   */
  record Results(
      BridgeHost host,
      List<BridgeCase> cases,
      List<List<Double>> nanos,
      String servedBy,
      Map<String, String> crossings) {
    Results {
      cases = List.copyOf(cases);
      nanos = nanos.stream().map(List::copyOf).toList();
      crossings = Map.copyOf(crossings);
    }

    /** The samples of a case, none if it was not measured. */
    List<Double> of(String caseId) {
      for (int i = 0; i < cases.size(); i++) {
        if (cases.get(i).id().equals(caseId)) {
          return nanos.get(i);
        }
      }
      return List.of();
    }

    /** What a case takes longer than the call alone, round by round. */
    List<Double> above(String caseId) {
      List<Double> own = of(caseId);
      return own.isEmpty() ? own : Pairs.differences(own, nanos.getFirst());
    }
  }

  @Override
  public String name() {
    return "bridge";
  }

  @Override
  public String markdown() {
    StringBuilder text = new StringBuilder("### Crossing into Python and back\n");
    table(text, results.stream().filter(each -> each.host() != BridgeHost.FEW_CASES).toList());
    table(text, results.stream().filter(each -> each.host() == BridgeHost.FEW_CASES).toList());
    text.append('\n');
    for (Results each : results) {
      crossings(text, each);
    }
    for (Results each : results) {
      sizes(text, each);
    }
    targets(text);
    text.append("\nServed by:\n\n");
    results.forEach(each -> text.append("- ").append(each.servedBy()).append('\n'));
    return text.toString();
  }

  private static void table(StringBuilder text, List<Results> columns) {
    if (columns.isEmpty()) {
      return;
    }
    text.append("\n| value | way |");
    columns.forEach(
        each -> text.append(" %s | above an empty call |".formatted(each.host().title())));
    text.append("\n|---|---|").append("---:|---:|".repeat(columns.size())).append('\n');
    row(text, BridgeCase.nothing(), columns);
    for (BridgeValue value : BridgeValue.all()) {
      for (Way way : BridgeCase.EVERY_VALUE) {
        row(text, new BridgeCase(value, way), columns);
      }
    }
  }

  private static void row(StringBuilder text, BridgeCase bridgeCase, List<Results> columns) {
    String id = bridgeCase.id();
    if (columns.stream().allMatch(each -> each.of(id).isEmpty())) {
      return;
    }
    boolean isNothing = bridgeCase.id().equals(BridgeCase.nothing().id());
    text.append(
        "| %s | %s |".formatted(bridgeCase.value().title(), isNothing ? "" : bridgeCase.way()));
    for (Results each : columns) {
      text.append(
          " %s | %s |"
              .formatted(
                  Figures.interval(each.of(id), Figures::time),
                  isNothing ? "" : Figures.interval(each.above(id), Figures::time)));
    }
    text.append('\n');
  }

  private static void crossings(StringBuilder text, Results results) {
    Map<String, List<String>> byValue = new LinkedHashMap<>();
    for (BridgeCase each : results.cases()) {
      String how = results.crossings().get(each.id());
      if (how != null) {
        byValue
            .computeIfAbsent(each.value().title(), title -> new ArrayList<>())
            .add(each.way() + " " + how);
      }
    }
    byValue.forEach(
        (title, ways) ->
            text.append(
                "- %s, %s: %s%n"
                    .formatted(results.host().title(), title, String.join(", ", ways))));
  }

  private static void sizes(StringBuilder text, Results results) {
    List<BridgeValue> arrays = BridgeValue.arrays();
    for (Way way : BridgeCase.BY_SIZE) {
      List<Double> smallest = results.of(new BridgeCase(arrays.getFirst(), way).id());
      if (smallest.isEmpty()) {
        continue;
      }
      text.append(
          "%n| %s, %s | per call | beside the smallest | |%n|---|---:|---:|---|%n"
              .formatted(results.host().title(), way));
      for (BridgeValue array : arrays) {
        String id = new BridgeCase(array, way).id();
        text.append(
            "| %s | %s | %s | %s |%n"
                .formatted(
                    array.title(),
                    Figures.interval(results.of(id), Figures::time),
                    Figures.interval(Pairs.ratios(results.of(id), smallest), Figures::times),
                    results.crossings().getOrDefault(id, "")));
      }
    }
  }

  private void targets(StringBuilder text) {
    text.append('\n');
    for (Results each : results) {
      if (each.host() == BridgeHost.FEW_CASES) {
        target(text, each, BridgeCase.largeList(), LIST_LIMIT);
        target(text, each, BridgeCase.nestedDict(), DICT_LIMIT);
      } else if (each.host() == BridgeHost.WORKER) {
        for (Way way : List.of(Way.IN, Way.OUT)) {
          List<BridgeValue> arrays = BridgeValue.arrays();
          BridgeCase largest = new BridgeCase(arrays.getLast(), way);
          BridgeCase smallest = new BridgeCase(arrays.getFirst(), way);
          String what =
              "%s, %s: time beside that of %s"
                  .formatted(largest.value().title(), way, smallest.value().title());
          text.append(
                  new Target(what, SIZE_LIMIT, Figures::times)
                      .verdict(Pairs.ratios(each.of(largest.id()), each.of(smallest.id()))))
              .append('\n');
        }
      }
    }
  }

  private static void target(
      StringBuilder text, Results results, BridgeCase bridgeCase, double limit) {
    String what =
        "%s: %s, %s"
            .formatted(results.host().title(), bridgeCase.value().title(), bridgeCase.way());
    text.append(new Target(what, limit, Figures::time).verdict(results.of(bridgeCase.id())))
        .append('\n');
  }

  @Override
  public Object tree() {
    List<Object> trees = new ArrayList<>();
    for (Results each : results) {
      for (BridgeCase bridgeCase : each.cases()) {
        String id = bridgeCase.id();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("host", each.host().title());
        tree.put("served_by", each.servedBy());
        tree.put("value", bridgeCase.value().id());
        tree.put("way", bridgeCase.way().toString());
        tree.put("crossing", each.crossings().get(id));
        tree.put("nanos_per_call", Figures.tree(each.of(id)));
        tree.put("nanos_above_an_empty_call", Figures.tree(each.above(id)));
        trees.add(tree);
      }
    }
    return trees;
  }
}
