package dev.graft.compat.generate;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.CaseFormatException;
import dev.graft.compat.corpus.CaseReader;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.render.JsonWriter;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.catalogue.NodeImplementation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cases at the edges of a contract, the same in every run: any two values of two parameters meet,
 * and any value of a parameter meets any class of item; every item comes up. What must be refused
 * is tried by itself, for the first thing that is wrong hides all others. Nothing is expected:
 * CPython judges.
 */
public final class EdgeCases {
  /** The origin of these cases. */
  public static final String ORIGIN = "edge";

  private static final int LONG = 1000;

  private final NodeContract contract;
  private final NodeDescriptor descriptor;
  private final ToleranceByHand tolerance;
  private final Map<String, @Nullable Object> required = new LinkedHashMap<>();
  private final List<EdgeParams> params = new ArrayList<>();
  private final List<Rotation> items;
  private final List<Object> cases = new ArrayList<>();

  /** The items of one class, each in its turn. */
  private static final class Rotation {
    private final List<Edge> edges;
    private int taken;

    Rotation(List<Edge> edges) {
      this.edges = edges;
    }

    /** What is long comes up once. */
    Edge next() {
      Edge edge = edges.get(taken++ % edges.size());
      boolean again = taken > edges.size();
      return again && CaseGenerator.json(edge.value()).text().length() > LONG ? next() : edge;
    }

    boolean isDone() {
      return taken >= edges.size();
    }
  }

  private EdgeCases(CatalogueEntry entry, List<Case> byHand) {
    this.contract = entry.contract();
    this.descriptor =
        entry
            .java()
            .<NodeImplementation>map(node -> node)
            .or(entry::python)
            .orElseThrow()
            .descriptor();
    this.tolerance = new ToleranceByHand(contract, byHand);
    Words words = Words.of(entry.python().map(node -> node.unit().source()).orElse(""));
    this.items =
        EdgeItems.of(CaseGenerator.input(contract), entry.category().equals("audio"), words)
            .stream()
            .map(Rotation::new)
            .toList();
  }

  /**
   * The cases of a node: {@code edge/1} and so on; none for a source, or where a required parameter
   * has no edges.
   */
  public static List<Case> of(CatalogueEntry entry, List<Case> byHand) throws CaseFormatException {
    NodeContract contract = entry.contract();
    if (contract.isSource()) {
      return List.of();
    }
    EdgeCases edges = new EdgeCases(entry, byHand);
    if (!edges.hasParams()) {
      return List.of();
    }
    edges.refused();
    edges.allowed();
    String file = JsonWriter.write(Map.of("node", entry.id(), "cases", edges.cases));
    return CaseReader.read(file, "the edges of " + entry.id());
  }

  /** Each required parameter needs a value, whatever another one is tried with. */
  private boolean hasParams() {
    for (ParamDescriptor param : contract.params()) {
      if (param.required()) {
        Optional<Edge> simplest = EdgeParams.simplest(descriptor, param);
        if (simplest.isEmpty()) {
          return false;
        }
        required.put(param.name(), simplest.get().value());
      }
    }
    contract.params().forEach(param -> params.add(EdgeParams.of(descriptor, param, required)));
    return true;
  }

  private void refused() {
    for (EdgeParams param : params) {
      for (Edge edge : param.refused()) {
        Map<String, @Nullable Object> given = new LinkedHashMap<>(required);
        given.put(param.name(), edge.value());
        add(given, param.name() + " = " + edge.name(), items.getFirst().next(), 0);
      }
    }
  }

  private void allowed() {
    int[] levels = new int[params.size() + 2];
    for (int i = 0; i < params.size(); i++) {
      levels[i] = params.get(i).allowed().size() + 1;
    }
    levels[params.size()] = items.size();
    levels[params.size() + 1] = isStateful() ? 3 : 1;
    for (int[] row : PairwiseCover.of(levels)) {
      Map<String, @Nullable Object> given = new LinkedHashMap<>(required);
      List<String> names = new ArrayList<>();
      for (int i = 0; i < params.size(); i++) {
        if (row[i] > 0) {
          Edge edge = params.get(i).allowed().get(row[i] - 1);
          given.put(params.get(i).name(), edge.value());
          names.add(params.get(i).name() + " = " + edge.name());
        }
      }
      add(
          given,
          String.join(", ", names),
          items.get(row[params.size()]).next(),
          row[params.size() + 1]);
    }
    for (Rotation item : items) {
      while (!item.isDone()) {
        add(required, "", item.next(), isStateful() ? 2 : 0);
      }
    }
  }

  private boolean isStateful() {
    return contract.state().scope() != StateDescriptor.Scope.NONE;
  }

  private void add(Map<String, @Nullable Object> given, String names, Edge item, int form) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", "edge/" + (cases.size() + 1));
    tree.put("title", item.name() + (names.isEmpty() ? "" : ", " + names));
    tree.put("tags", List.of("edge"));
    tree.put("origin", Map.of("kind", ORIGIN));
    tree.put("params", CaseGenerator.json(given));
    tree.put("demand", CaseGenerator.DEMAND);
    tree.put("steps", steps(item, form));
    tolerance.compare(given).ifPresent(compare -> tree.put("compare", compare));
    cases.add(tree);
  }

  /** Once; twice; or twice with a move into another instance between. */
  private static List<Object> steps(Edge item, int form) {
    Map<String, Object> in = Map.of("in", CaseGenerator.json(item.value()));
    List<Object> steps = new ArrayList<>(List.of(in));
    if (form == 2) {
      steps.add(Map.of("snapshot", true));
      steps.add(Map.of("restore", "fresh"));
    }
    if (form > 0) {
      steps.add(in);
    }
    steps.add(Map.of("end", true));
    return steps;
  }
}
