package dev.graft.compat.run;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.subject.Leg;
import dev.graft.compat.subject.Played;
import dev.graft.compat.subject.Subject;
import dev.graft.compat.subject.Trace;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.Hosting;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.CatalogueEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One backend in hand-overs, with one session for all nodes while that lasts: a pipeline has them
 * side by side, too.
 */
final class HandOverLine implements AutoCloseable {
  private final Backend backend;
  private final String implementation;
  private final Duration timeout;
  private Optional<CaseThread> open = Optional.empty();

  HandOverLine(Backend backend, String implementation, Duration timeout) {
    this.backend = backend;
    this.implementation = implementation;
    this.timeout = timeout;
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
    CaseThread thread;
    try {
      thread = open.isPresent() ? open.get() : CaseThread.open(backend);
    } catch (HostingRefusedException e) {
      Trace none = Trace.none(Trace.Ended.NOT_RUN, SubjectPlayer.NO_START + e.reason());
      return new Played(none, List.of());
    }
    open = Optional.of(thread);
    Played played = thread.play(subject, stream, leg, timeout);
    switch (played.trace().end()) {
      case TIMEOUT -> {
        thread.abandon();
        open = Optional.empty();
      }
      case CRASH -> {
        thread.close();
        open = Optional.empty();
      }
      case COMPLETE, UNSTEADY, UNSUPPORTED, INFRA, NOT_RUN -> {}
    }
    return played;
  }

  @Override
  public void close() {
    open.ifPresent(CaseThread::close);
    open = Optional.empty();
  }
}
