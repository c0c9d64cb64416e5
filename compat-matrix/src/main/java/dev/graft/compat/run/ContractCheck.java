package dev.graft.compat.run;

import dev.graft.compat.compare.Contracts;
import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.CaseEnv;
import dev.graft.compat.corpus.Level;
import dev.graft.compat.corpus.Tolerance;
import dev.graft.compat.subject.Trace;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Judge;
import dev.graft.descriptor.NodeContract;
import dev.graft.render.DescriptorTree;
import dev.graft.render.JsonWriter;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.hash.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks that twins promise the same. Parity of behaviour means nothing without it. */
final class ContractCheck {
  static final String ID = "contract/parity";

  private ContractCheck() {}

  static Case asCase(CatalogueEntry entry) {
    return new Case(
        entry.id(),
        ID,
        "Java and Python promise the same",
        "",
        Level.REQUIRED,
        List.of("contract"),
        "contract",
        Map.of(),
        List.of(),
        List.of(),
        Case.ALL,
        CaseEnv.DEFAULT,
        List.of(),
        Optional.empty(),
        Tolerance.NONE,
        Sha256.of(JsonWriter.write(DescriptorTree.of(entry.contract()))));
  }

  /** The result, shown in the column of Java; the Python node is the reference. */
  static CaseResult check(CatalogueEntry entry) {
    NodeContract java = entry.java().orElseThrow().descriptor().contract();
    NodeContract python = entry.python().orElseThrow().descriptor().contract();
    Trace nothing = new Trace(Trace.Ended.COMPLETE, "", List.of(), Optional.empty(), 0);
    return new CaseResult(
        BackendId.JAVA, nothing, Judge.of(Contracts.compare(python, java), "contract"));
  }
}
