package dev.graft.cli.mutants;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.CaseFormatException;
import dev.graft.compat.corpus.CorpusFiles;
import dev.graft.compat.corpus.Step;
import dev.graft.compat.generate.CaseGenerator;
import dev.graft.runtime.catalogue.CatalogueEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline gives a node: the parameters of a case and its items, one after the other. What
 * else a case does, such as to save the state, no pipeline does to a node that is well.
 *
 * @param params what its manifest says
 * @param items what it takes
 * @param demand how many outputs of an item are wanted
 */
record ShadowItems(Map<String, @Nullable Object> params, List<@Nullable Object> items, int demand) {
  private static final int MADE_UP = 400;

  /** Some nodes emit without end, and whoever takes that has enough some day. */
  private static final int MOST_OUTPUTS = 1000;

  /** All that is there for a node: cases by hand first, then those that are made up. */
  static List<ShadowItems> of(CatalogueEntry entry) throws CaseFormatException, IOException {
    List<Case> byHand = CorpusFiles.builtInOf(entry.id()).cases();
    List<Case> all = new ArrayList<>(byHand);
    Optional<CaseGenerator> generator = CaseGenerator.of(entry, byHand);
    if (generator.isPresent()) {
      all.addAll(generator.get().cases(1, MADE_UP));
    }
    return all.stream()
        .filter(each -> each.permissions().isEmpty())
        .map(
            each ->
                new ShadowItems(each.params(), items(each), Math.min(MOST_OUTPUTS, each.demand())))
        .filter(each -> !each.items().isEmpty())
        .toList();
  }

  private static List<@Nullable Object> items(Case tried) {
    List<@Nullable Object> items = new ArrayList<>();
    for (Step step : tried.steps()) {
      if (step instanceof Step.In in) {
        items.addAll(in.values());
      }
    }
    return items;
  }
}
