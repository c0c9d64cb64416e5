package dev.graft.compat.run;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.subject.LastingThread;
import dev.graft.compat.subject.Leg;
import dev.graft.compat.subject.Played;
import dev.graft.compat.subject.Subject;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.Hosting;
import dev.graft.runtime.catalogue.CatalogueEntry;
import java.time.Duration;
import java.util.Optional;

/**
 * One backend in hand-overs, with one session for all nodes while that lasts: a pipeline has them
 * side by side, too.
 */
final class HandOverLine implements AutoCloseable {
  private final Backend backend;
  private final String implementation;
  private final LastingThread thread;

  HandOverLine(Backend backend, String implementation, Duration timeout) {
    this.backend = backend;
    this.implementation = implementation;
    this.thread = new LastingThread(backend, timeout);
  }

  BackendId id() {
    return backend.id();
  }

  String implementation() {
    return implementation;
  }

  /** The node here, if this backend hosts it. */
  Optional<Subject> subject(CatalogueEntry entry) {
    return entry
        .in(backend.id().language())
        .filter(node -> backend.hosts(node) instanceof Hosting.Accepted)
        .map(node -> new Subject(node, backend.id()));
  }

  Played play(Subject subject, Case stream, Leg leg) {
    return thread.play(subject, stream, leg);
  }

  @Override
  public void close() {
    thread.close();
  }
}
