package dev.graft.compat.generate;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Step;
import dev.graft.params.InvalidParamsException;
import dev.graft.params.ParamReader;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.Footprint;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.limits.CompatInfo;
import dev.graft.runtime.limits.Glob;
import dev.graft.runtime.limits.LimitationsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gave a node: parameters that belong to items. A contract seldom says what a node
 * wants of a dict; a case says it.
 *
 * @param params the parameters
 * @param items the items, at least one
 */
record Sample(Map<String, @Nullable Object> params, List<@Nullable Object> items) {
  private static final int MOST = 50;
  private static final long LARGE = 4096;

  /**
   * Those of cases, with parameters that the node allows. A case that is known to differ somewhere
   * is none: what is like it differs in the same way.
   */
  static List<Sample> of(CatalogueEntry entry, List<Case> byHand) {
    List<Glob> known = known(entry.id());
    List<Sample> samples = new ArrayList<>();
    for (Case each : byHand) {
      List<@Nullable Object> items = items(each);
      if (!items.isEmpty()
          && samples.size() < MOST
          && each.permissions().isEmpty()
          && known.stream().noneMatch(glob -> glob.matches(each.key()))
          && allows(entry, each.params())) {
        samples.add(new Sample(each.params(), items));
      }
    }
    return samples;
  }

  private static List<Glob> known(String node) {
    List<Glob> cases = new ArrayList<>();
    for (BackendId backend : BackendId.values()) {
      try {
        CompatInfo.of(node, backend).limitations().forEach(each -> cases.addAll(each.cases()));
      } catch (LimitationsException e) {
        // Whoever lays the limitations over the results says what is wrong with them.
      }
    }
    return cases;
  }

  /** One of the items. */
  @Nullable Object any(Choices choices) {
    return items.get(choices.below(items.size()));
  }

  private static List<@Nullable Object> items(Case byHand) {
    List<@Nullable Object> items = new ArrayList<>();
    for (Step step : byHand.steps()) {
      if (step instanceof Step.In in && Footprint.of(in.values()) <= LARGE) {
        items.addAll(in.values());
      }
    }
    return items;
  }

  /** Whether a node takes these parameters. */
  static boolean allows(CatalogueEntry entry, Map<String, @Nullable Object> params) {
    NodeImplementation any =
        entry.java().<NodeImplementation>map(node -> node).or(entry::python).orElseThrow();
    try {
      ParamReader.of(any.descriptor(), params).finish();
      return true;
    } catch (InvalidParamsException e) {
      return false;
    }
  }
}
