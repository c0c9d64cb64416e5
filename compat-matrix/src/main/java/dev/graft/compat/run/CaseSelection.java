package dev.graft.compat.run;

import dev.graft.compat.bridge.BridgeCases;
import dev.graft.compat.bridge.BridgeNode;
import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.CaseFile;
import dev.graft.compat.corpus.CaseFormatException;
import dev.graft.compat.corpus.Corpus;
import dev.graft.compat.corpus.CorpusFiles;
import dev.graft.compat.generate.CaseGenerator;
import dev.graft.compat.generate.EdgeCases;
import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.limits.Glob;
import dev.graft.value.Suggestions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Chooses what runs. A pattern that matches nothing is a mistake, never an empty run. */
final class CaseSelection {
  private CaseSelection() {}

  /**
   * The cases of files. A case of one's own for a node that nobody has would never be played, and
   * nobody would notice: it is a mistake.
   */
  static Corpus corpus(CompatOptions options, Catalogue catalogue) throws CompatUsageException {
    try {
      Corpus corpus = options.selection().builtIn() ? CorpusFiles.builtIn() : new Corpus(List.of());
      for (Path directory : options.selection().corpus()) {
        for (CaseFile file : CorpusFiles.files(directory)) {
          checkNode(file, catalogue);
          corpus = corpus.with(new Corpus(file.cases()));
        }
      }
      return corpus;
    } catch (CaseFormatException e) {
      throw new CompatUsageException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new CompatUsageException("cannot read the cases: " + e);
    }
  }

  private static void checkNode(CaseFile file, Catalogue catalogue)
      throws CaseFormatException, IOException {
    if (catalogue.find(file.node()).isEmpty() && !file.node().equals(BridgeNode.ID)) {
      throw file.wrongNode(
          "there is no node \"%s\". %s"
              .formatted(
                  file.node(),
                  Suggestions.nearest(file.node(), catalogue.ids())
                      .map(name -> "Did you mean \"" + name + "\"?")
                      .orElse(
                          "If it is one of your own, name its files: with --nodes or --plugins on"
                              + " the command line, with withPython(…) in a test.")));
    }
  }

  /** Beside the cases of files those of the nodes' examples, and those that are made up. */
  static Corpus withMade(CompatOptions options, Corpus corpus, List<CatalogueEntry> nodes)
      throws CompatUsageException {
    try {
      Corpus all = corpus;
      for (CatalogueEntry node : nodes) {
        all = all.with(BridgeNode.is(node) ? BridgeCases.all() : ExampleCases.of(node));
      }
      Corpus byHand = all;
      for (CatalogueEntry node : nodes) {
        if (BridgeNode.is(node)) {
          continue;
        }
        List<Case> known = byHand.of(node.id());
        Optional<CaseGenerator> generator = CaseGenerator.of(node, known);
        if (generator.isPresent()) {
          List<Case> made = generator.get().cases(options.seed(), options.random());
          all = all.with(new Corpus(made));
        }
        if (options.search().edges()) {
          all = all.with(new Corpus(EdgeCases.of(node, known)));
        }
      }
      return all;
    } catch (CaseFormatException e) {
      throw new CompatUsageException(String.valueOf(e.getMessage()));
    }
  }

  static List<CatalogueEntry> nodes(CompatOptions options, Catalogue catalogue)
      throws CompatUsageException {
    for (String pattern : options.selection().nodes()) {
      if (catalogue.ids().stream().noneMatch(id -> new Glob(pattern).matches(id))) {
        throw new CompatUsageException(
            "there is no node \"%s\". %s"
                .formatted(pattern, Suggestions.hint(pattern, catalogue.ids())));
      }
    }
    return catalogue.entries().stream()
        .filter(
            entry ->
                options.selection().nodes().isEmpty()
                    || any(options.selection().nodes(), entry.id()))
        .toList();
  }

  static Corpus cases(CompatOptions options, Corpus corpus, List<CatalogueEntry> nodes)
      throws CompatUsageException {
    List<String> ids = nodes.stream().map(CatalogueEntry::id).toList();
    List<Case> ofNodes = corpus.cases().stream().filter(each -> ids.contains(each.node())).toList();
    for (String pattern : options.selection().cases()) {
      boolean parity = new Glob(pattern).matches(ContractCheck.ID);
      if (!parity && ofNodes.stream().noneMatch(each -> matches(pattern, each))) {
        throw new CompatUsageException("there is no case \"" + pattern + "\".");
      }
    }
    return new Corpus(
        ofNodes.stream()
            .filter(
                each ->
                    options.selection().cases().isEmpty()
                        || options.selection().cases().stream()
                            .anyMatch(pattern -> matches(pattern, each)))
            .toList());
  }

  static boolean parity(CompatOptions options, String node) {
    return options.selection().cases().isEmpty()
        || any(options.selection().cases(), ContractCheck.ID)
        || any(options.selection().cases(), node + "/" + ContractCheck.ID);
  }

  private static boolean matches(String pattern, Case each) {
    return new Glob(pattern).matches(each.id()) || new Glob(pattern).matches(each.key());
  }

  private static boolean any(List<String> patterns, String text) {
    return patterns.stream().anyMatch(pattern -> new Glob(pattern).matches(text));
  }
}
