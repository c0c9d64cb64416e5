package dev.graft.compat.generate;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.CaseFormatException;
import dev.graft.compat.corpus.CaseReader;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType;
import dev.graft.render.JsonText;
import dev.graft.render.JsonWriter;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.json.TypedJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes cases for a node at random from its contract: parameters that it allows, items of its input
 * type, sessions, and states that move. The backends are compared with each other: nothing is
 * expected. The same seed gives the same cases, so a run of the matrix can be repeated; what it
 * finds is to be written down as a case file. A case is made of a sequence of decisions, so that
 * one that fails can be made smaller and still be one that the contract allows.
 */
public final class CaseGenerator {
  /** The origin of these cases. */
  public static final String ORIGIN = "generated";

  /** Another one makes other cases of the same seed. */
  public static final int VERSION = 4;

  /** So many outputs of a step are taken at most: some nodes never end. */
  static final int DEMAND = 40;

  private static final String ID = "random/";
  private static final int MOST_ITEMS = 6;
  private static final String[] KEYS = {"a", "b"};

  private final CatalogueEntry entry;
  private final NodeContract contract;
  private final ToleranceByHand tolerance;
  private final ParamMaker params;
  private final ItemMaker items;
  private final List<Sample> samples;

  private CaseGenerator(CatalogueEntry entry, List<Case> byHand) {
    this.entry = entry;
    this.contract = entry.contract();
    this.tolerance = new ToleranceByHand(contract, byHand);
    Words words = Words.of(entry.python().map(node -> node.unit().source()).orElse(""));
    this.params = new ParamMaker(words);
    this.items = new ItemMaker(input(contract), entry.category().equals("audio"), words);
    this.samples = Sample.of(entry, byHand);
  }

  static ValueType input(NodeContract contract) {
    return contract.inputs().isEmpty() ? ValueType.Scalar.ANY : contract.inputs().getFirst().type();
  }

  /**
   * A generator for a node.
   *
   * @param byHand the cases that there are: items like theirs are made as well, and what they
   *     tolerate is tolerated here, too, where the choices among the parameters are the same
   * @return none for a source, for a node that asks for permissions, which nobody grants to what is
   *     made up, or where a required parameter cannot be made up
   */
  public static Optional<CaseGenerator> of(CatalogueEntry entry, List<Case> byHand) {
    NodeContract contract = entry.contract();
    boolean possible =
        !contract.isSource()
            && entry.permissions().isEmpty()
            && contract.params().stream()
                .allMatch(param -> !param.required() || ParamMaker.canMake(param.type()));
    return possible ? Optional.of(new CaseGenerator(entry, byHand)) : Optional.empty();
  }

  /**
   * So many cases: {@code random/1} and so on.
   *
   * @param seed another one gives other cases
   */
  public List<Case> cases(long seed, int count) throws CaseFormatException {
    List<Object> cases = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      cases.add(tree(decisions(seed, i), ID + i, "made at random, seed " + seed, seed));
    }
    return read(cases);
  }

  /** Whether a case is one of these. */
  public static boolean made(Case one) {
    return one.origin().equals(ORIGIN) && one.id().startsWith(ID);
  }

  /** The decisions that made a case. */
  public Choices decisions(Case made, long seed) {
    Choices choices = decisions(seed, Integer.parseInt(made.id().substring(ID.length())));
    tree(choices, "", "", seed);
    return choices;
  }

  /** The case that other decisions make. */
  public Case make(Choices choices, Case instead, String title, long seed)
      throws CaseFormatException {
    return read(List.of(tree(choices, instead.id(), title, seed))).getFirst();
  }

  private Choices decisions(long seed, int number) {
    return Choices.random(seed ^ contract.id().hashCode(), number);
  }

  private List<Case> read(List<Object> cases) throws CaseFormatException {
    String file = JsonWriter.write(Map.of("node", entry.id(), "cases", cases));
    return CaseReader.read(file, "random cases of " + entry.id());
  }

  private Map<String, Object> tree(Choices choices, String id, String title, long seed) {
    Optional<Sample> sample = sample(choices);
    Map<String, @Nullable Object> given =
        sample.isPresent() ? sample.get().params() : params(choices);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", id);
    tree.put("title", title);
    tree.put("tags", List.of("random"));
    tree.put("origin", Map.of("kind", ORIGIN, "seed", Long.toString(seed)));
    tree.put("params", json(given));
    tree.put("demand", DEMAND);
    tree.put("steps", steps(choices, sample, items.with(given.values())));
    tolerance.compare(given).ifPresent(compare -> tree.put("compare", compare));
    return tree;
  }

  private Map<String, @Nullable Object> params(Choices choices) {
    Map<String, @Nullable Object> given = new LinkedHashMap<>();
    for (ParamDescriptor param : contract.params()) {
      if (ParamMaker.canMake(param.type()) && (param.required() || choices.below(2) == 1)) {
        given.put(param.name(), params.make(param, choices));
      }
    }
    if (!Sample.allows(entry, given)) {
      // Two of them exclude each other. The defaults never do.
      given.keySet().removeIf(name -> !contract.param(name).orElseThrow().required());
    }
    return given;
  }

  /** Every other case is like one of those that somebody wrote. */
  private Optional<Sample> sample(Choices choices) {
    return samples.isEmpty() || !choices.oneIn(2)
        ? Optional.empty()
        : Optional.of(samples.get(choices.below(samples.size())));
  }

  private List<Object> steps(Choices choices, Optional<Sample> sample, ItemMaker maker) {
    ItemSource source =
        sample
            .<ItemSource>map(like -> () -> maker.like(like.any(choices), choices))
            .orElse(() -> maker.make(choices));
    boolean keyed = choices.oneIn(4);
    List<Object> steps = new ArrayList<>();
    int before = choices.count();
    boolean more = true;
    for (int i = 1; more; i++) {
      int from = choices.count();
      step(choices, keyed, source, steps);
      choices.part(before, Choices.Part.STEP);
      before = choices.count();
      more = i < MOST_ITEMS && choices.more(3);
      choices.part(from, Choices.Part.STEP);
    }
    if (choices.below(3) > 0) {
      steps.add(Map.of("end", true));
    }
    return steps;
  }

  private void step(Choices choices, boolean keyed, ItemSource source, List<Object> steps) {
    Map<String, Object> step = new LinkedHashMap<>();
    if (choices.oneIn(5)) {
      step.put("batch", List.of(item(choices, source), item(choices, source)));
    } else {
      step.put("in", item(choices, source));
    }
    if (keyed) {
      step.put("key", KEYS[choices.below(KEYS.length)]);
    }
    steps.add(step);
    if (contract.state().scope() != StateDescriptor.Scope.NONE && choices.oneIn(4)) {
      steps.add(Map.of("snapshot", true));
      if (choices.below(2) == 1) {
        steps.add(Map.of("restore", "fresh"));
      }
    }
  }

  /** Where the items of a case come from. */
  private interface ItemSource {
    @Nullable Object next();
  }

  private static JsonText item(Choices choices, ItemSource source) {
    int from = choices.count();
    JsonText item = json(source.next());
    choices.part(from, Choices.Part.ITEM);
    return item;
  }

  static JsonText json(@Nullable Object value) {
    return new JsonText(TypedJson.write(value));
  }
}
