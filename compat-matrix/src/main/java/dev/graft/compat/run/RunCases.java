package dev.graft.compat.run;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Corpus;
import dev.graft.compat.store.RunFile;
import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.catalogue.CatalogueEntry;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * The nodes and cases of a run.
 *
 * @param nodes the nodes
 * @param all all cases of theirs
 * @param selected those that were asked for
 * @param played those of them that this run plays: all, or a shard
 */
record RunCases(List<CatalogueEntry> nodes, Corpus all, Corpus selected, Corpus played) {
  static RunCases of(CompatOptions options, Catalogue catalogue)
      throws CompatUsageException, IOException {
    List<CatalogueEntry> nodes = CaseSelection.nodes(options, catalogue);
    if (options.search().changedSince().isPresent()) {
      nodes =
          ChangedNodes.since(options.search().changedSince().get(), Case.FOLDER, nodes, catalogue);
    }
    Corpus all = CaseSelection.withMade(options, CaseSelection.corpus(options, catalogue), nodes);
    Corpus selected = CaseSelection.cases(options, all, nodes);
    if (options.search().failedLast()) {
      Set<String> failed = failedLast(options);
      selected = only(selected, failed);
      nodes =
          nodes.stream()
              .filter(node -> failed.stream().anyMatch(key -> key.startsWith(node.id() + "/")))
              .toList();
    }
    Corpus whole = selected;
    Corpus played = options.search().shard().map(shard -> shard.of(whole)).orElse(whole);
    return new RunCases(nodes, all, selected, played);
  }

  private static Set<String> failedLast(CompatOptions options)
      throws CompatUsageException, IOException {
    return RunFile.read(options.output())
        .filter(RunFile::complete)
        .map(RunFile::unexpected)
        .orElseThrow(
            () ->
                new CompatUsageException(
                    "--failed-last: %s has no run that ended. Run graft matrix without it first."
                        .formatted(options.output())));
  }

  private static Corpus only(Corpus corpus, Set<String> keys) {
    List<Case> cases = corpus.cases().stream().filter(each -> keys.contains(each.key())).toList();
    return new Corpus(cases);
  }
}
