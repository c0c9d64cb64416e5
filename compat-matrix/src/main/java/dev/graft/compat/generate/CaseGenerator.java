package dev.graft.compat.generate;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.CaseFormatException;
import dev.graft.compat.corpus.CaseReader;
import dev.graft.compat.corpus.Tolerance;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType;
import dev.graft.params.InvalidParamsException;
import dev.graft.params.ParamReader;
import dev.graft.render.JsonText;
import dev.graft.render.JsonWriter;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.json.TypedJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes cases for a node at random from its contract: parameters that it allows, items of its input
 * type, sessions, and states that move. The backends are compared with each other: nothing is
 * expected. The same seed gives the same cases, so a run of the matrix can be repeated; what it
 * finds is to be written down as a case file.
 */
public final class CaseGenerator {
  /** The origin of these cases. */
  public static final String ORIGIN = "generated";

  /** So many outputs of a step are taken at most: some nodes never end. */
  private static final int DEMAND = 40;

  private static final int MOST_ITEMS = 6;
  private static final String[] KEYS = {"a", "b"};

  private final CatalogueEntry entry;
  private final NodeContract contract;
  private final List<Case> byHand;
  private final ParamMaker params;
  private final ItemMaker items;

  private CaseGenerator(CatalogueEntry entry, List<Case> byHand) {
    this.entry = entry;
    this.contract = entry.contract();
    this.byHand = byHand;
    Words words = Words.of(entry.python().map(node -> node.unit().source()).orElse(""));
    this.params = new ParamMaker(words);
    ValueType input =
        contract.inputs().isEmpty() ? ValueType.Scalar.ANY : contract.inputs().getFirst().type();
    this.items = new ItemMaker(input, entry.category().equals("audio"), words);
  }

  /**
   * Cases for a node: {@code random/1} and so on.
   *
   * @param byHand the cases that there are; what they tolerate is tolerated here, too, where the
   *     choices among the parameters are the same
   * @param seed another one gives other cases
   * @return so many; none for a source, or where a required parameter cannot be made up
   */
  public static List<Case> cases(CatalogueEntry entry, List<Case> byHand, long seed, int count)
      throws CaseFormatException {
    NodeContract contract = entry.contract();
    boolean possible =
        !contract.isSource()
            && contract.params().stream()
                .allMatch(param -> !param.required() || ParamMaker.canMake(param.type()));
    if (!possible || count == 0) {
      return List.of();
    }
    CaseGenerator generator = new CaseGenerator(entry, byHand);
    List<Object> cases = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      cases.add(generator.one(seed, i));
    }
    String file = JsonWriter.write(Map.of("node", entry.id(), "cases", cases));
    return CaseReader.read(file, "random cases of " + entry.id());
  }

  private Map<String, Object> one(long seed, int number) {
    Choices choices = Choices.random(seed ^ contract.id().hashCode(), number);
    Map<String, @Nullable Object> given = params(choices);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", "random/" + number);
    tree.put("title", "made at random, seed " + seed);
    tree.put("tags", List.of("random"));
    tree.put("origin", Map.of("kind", ORIGIN, "seed", Long.toString(seed)));
    tree.put("params", json(given));
    tree.put("demand", DEMAND);
    tree.put("steps", steps(choices));
    Tolerance tolerance = tolerance(given);
    if (tolerance.ulp() > 0 || tolerance.relative() > 0) {
      Map<String, Object> numbers = new LinkedHashMap<>();
      numbers.put("ulp", tolerance.ulp());
      numbers.put("rel", tolerance.relative());
      numbers.put("why", tolerance.why());
      tree.put("compare", Map.of("out", Map.of("float", numbers)));
    }
    return tree;
  }

  private Map<String, @Nullable Object> params(Choices choices) {
    Map<String, @Nullable Object> given = new LinkedHashMap<>();
    for (ParamDescriptor param : contract.params()) {
      if (ParamMaker.canMake(param.type()) && (param.required() || choices.below(2) == 1)) {
        given.put(param.name(), params.make(param, choices));
      }
    }
    try {
      NodeImplementation any =
          entry.java().<NodeImplementation>map(node -> node).or(entry::python).orElseThrow();
      ParamReader.of(any.descriptor(), given).finish();
      return given;
    } catch (InvalidParamsException e) {
      // Two of them exclude each other. The defaults never do.
      given.keySet().removeIf(name -> !contract.param(name).orElseThrow().required());
      return given;
    }
  }

  private List<Object> steps(Choices choices) {
    boolean keyed = choices.oneIn(4);
    boolean stateful = contract.state().scope() != StateDescriptor.Scope.NONE;
    List<Object> steps = new ArrayList<>();
    for (int i = choices.below(MOST_ITEMS); i >= 0; i--) {
      Map<String, Object> step = new LinkedHashMap<>();
      if (choices.oneIn(5)) {
        step.put("batch", List.of(json(items.make(choices)), json(items.make(choices))));
      } else {
        step.put("in", json(items.make(choices)));
      }
      if (keyed) {
        step.put("key", KEYS[choices.below(KEYS.length)]);
      }
      steps.add(step);
      if (stateful && choices.oneIn(4)) {
        steps.add(Map.of("snapshot", true));
        if (choices.below(2) == 1) {
          steps.add(Map.of("restore", "fresh"));
        }
      }
    }
    if (choices.below(3) > 0) {
      steps.add(Map.of("end", true));
    }
    return steps;
  }

  /** The widest that a case by hand states whose choices are the same. */
  private Tolerance tolerance(Map<String, @Nullable Object> given) {
    Tolerance widest = Tolerance.NONE;
    for (Case each : byHand) {
      Tolerance stated = each.tolerance();
      if (chooseTheSame(each.params(), given)
          && (stated.ulp() > widest.ulp() || stated.relative() > widest.relative())) {
        widest = stated;
      }
    }
    return widest;
  }

  private boolean chooseTheSame(
      Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
    return contract.params().stream()
        .filter(param -> param.type() instanceof ValueType.EnumOf)
        .allMatch(param -> Objects.equals(chosen(param, one), chosen(param, other)));
  }

  private static @Nullable Object chosen(
      ParamDescriptor param, Map<String, @Nullable Object> params) {
    return params.containsKey(param.name()) ? params.get(param.name()) : param.defaultValue();
  }

  private static JsonText json(@Nullable Object value) {
    return new JsonText(TypedJson.write(value));
  }
}
