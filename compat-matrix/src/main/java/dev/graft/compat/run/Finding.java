package dev.graft.compat.run;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.CaseFormatException;
import dev.graft.compat.corpus.CaseReader;
import dev.graft.compat.corpus.CaseWriter;
import dev.graft.compat.corpus.Corpus;
import dev.graft.compat.generate.CaseGenerator;
import dev.graft.compat.generate.EdgeCases;
import dev.graft.compat.store.FoundCase;
import dev.graft.compat.subject.Trace;
import dev.graft.runtime.backend.BackendId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A case that fails and that nobody wrote.
 *
 * @param original the case as it was made up or seen
 * @param smallest the smallest that was found to fail in the same way
 * @param backend where it fails
 * @param signature the way in which it fails
 * @param traces of the smallest, by backend
 */
record Finding(
    Case original,
    Case smallest,
    BackendId backend,
    String signature,
    Map<BackendId, Trace> traces) {
  private static final int DIGITS = 12;

  /** A case file with it, which expects nothing: CPython judges, as it did when it was found. */
  record Frozen(String node, String hash, String text) {}

  /** What is kept of it beside the results. */
  FoundCase stored() {
    return new FoundCase(original.key(), smallest, backend, signature, traces);
  }

  /** What was kept of it; empty if the case is none of these any more. */
  static Optional<Finding> of(FoundCase stored, Corpus cases) {
    return cases.cases().stream()
        .filter(each -> each.key().equals(stored.original()))
        .findFirst()
        .map(
            original ->
                new Finding(
                    original,
                    stored.smallest(),
                    stored.backend(),
                    stored.signature(),
                    stored.traces()));
  }

  Frozen freeze(long seed, LocalDate found) {
    boolean random = CaseGenerator.made(original);
    Map<String, Object> origin = new LinkedHashMap<>();
    origin.put("kind", "regression");
    origin.put("from", from());
    if (random) {
      origin.put("seed", Long.toString(seed));
    }
    origin.put("generator", CaseGenerator.VERSION);
    origin.put("found", found.toString());
    origin.put("signature", signature);
    String title = signature + " on " + backend;
    // The hash is of what is done, so the name of the case does not change it.
    String unnamed = CaseWriter.write(smallest, "x", title, origin);
    String hash = read(unnamed).hash().substring(0, DIGITS);
    return new Frozen(
        smallest.node(), hash, CaseWriter.write(smallest, "found-" + hash, title, origin));
  }

  private String from() {
    return switch (original.origin()) {
      case CaseGenerator.ORIGIN -> "fuzz";
      case EdgeCases.ORIGIN -> "edges";
      default -> String.join(" ", original.tags());
    };
  }

  private Case read(String text) {
    try {
      return CaseReader.read(text, "what was found of " + original.key()).getFirst();
    } catch (CaseFormatException e) {
      throw new IllegalStateException("a case that was written cannot be read", e);
    }
  }
}
