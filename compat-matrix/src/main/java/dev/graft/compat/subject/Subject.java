package dev.graft.compat.subject;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.catalogue.NodeImplementation;

/**
 * What is tried: a node on a backend.
 *
 * @param node the implementation in the backend's language
 * @param backend the backend
 */
public record Subject(NodeImplementation node, BackendId backend) {
  /** The catalogue id. */
  public String id() {
    return node.descriptor().id();
  }

  /** Whether it is known who made a trace, and that it was this subject. */
  public boolean isVouchedFor(Trace trace) {
    return trace.servedBy().map(who -> ServedByProof.missing(this, who).isEmpty()).orElse(true);
  }
}
