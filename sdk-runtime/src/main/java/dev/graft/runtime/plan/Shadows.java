package dev.graft.runtime.plan;

import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.params.InvalidParamsException;
import dev.graft.params.ParamReader;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.Streaming;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.manifest.NodeSpec;
import dev.graft.runtime.manifest.ShadowSpec;
import java.util.Optional;

/** Which nodes another implementation can run beside: those whose calls can be made twice. */
final class Shadows {
  private Shadows() {}

  /** What stands in the way, with its cure. */
  static Optional<String> problem(
      NodeSpec node, ShadowSpec spec, CatalogueEntry entry, StagePlan.Candidate control) {
    NodeContract contract = control.node().descriptor().contract();
    if (entry.in(spec.backend().language()).isEmpty()) {
      return Optional.of(
          "type \"%s\" has no implementation for %s that could run beside it. Remove it, or port the node first; if that is done, name %s."
              .formatted(
                  node.type(),
                  spec.backend(),
                  spec.backend() == BackendId.JAVA
                      ? "the folder of its jar in \"plugins\" or with --plugins"
                      : "its file in \"python.nodes\" or with --nodes"));
    } else if (contract.isSource()) {
      return Optional.of("a source takes nothing that another one could be given. Remove it.");
    } else if (contract.purity() == Purity.EFFECTS) {
      return Optional.of(
          "the node acts on the outside world, and all of that would be done twice. Remove it.");
    } else if (contract.purity() == Purity.UNDECLARED && !spec.pure()) {
      return Optional.of(
          "the node does not say that it is pure, and whatever it does besides emitting would be done twice."
              + " If it does nothing, say so: {\"backend\": \"%s\", \"pure\": true}."
                  .formatted(spec.backend()));
    } else if (contract.state().scope() != StateDescriptor.Scope.NONE && spec.oneIn() > 1) {
      return Optional.of(
          "the node keeps state, so the other one must see all of its items. Remove \"one_in\".");
    } else if (node.streaming().equals(Optional.of(Streaming.WHOLE))) {
      return Optional.of(
          "of a node that takes the whole stream nobody can tell which output belongs to which item. Remove it.");
    }
    return Optional.empty();
  }

  /** What runs beside it; there must be no problem. */
  static ShadowPlan plan(NodeSpec node, ShadowSpec spec, CatalogueEntry entry)
      throws InvalidParamsException {
    BackendId backend = spec.backend();
    NodeImplementation other = entry.in(backend.language()).orElseThrow();
    return new ShadowPlan(
        new StagePlan.Candidate(
            backend, other, ParamReader.of(other.descriptor(), node.params()).finish()),
        spec);
  }
}
