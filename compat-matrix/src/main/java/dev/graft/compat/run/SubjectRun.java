package dev.graft.compat.run;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Level;
import dev.graft.compat.subject.Subject;
import dev.graft.compat.subject.Trace;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.Hosting;
import dev.graft.runtime.backend.HostingRefusedException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plays the cases of one node on one backend, in one session while that lasts. */
final class SubjectRun {
  /** How the reason begins when a backend cannot start, which fails the whole run. */
  static final String NO_START = "the backend does not start: ";

  private final Subject subject;
  private final Backend backend;
  private final Duration timeout;
  private Optional<CaseThread> open = Optional.empty();

  private SubjectRun(Subject subject, Backend backend, Duration timeout) {
    this.subject = subject;
    this.backend = backend;
    this.timeout = timeout;
  }

  /** The traces by case key. */
  static Map<String, Trace> of(
      Subject subject, Backend backend, List<Case> cases, Duration timeout) {
    SubjectRun run = new SubjectRun(subject, backend, timeout);
    Map<String, Trace> traces = new LinkedHashMap<>();
    try {
      for (Case each : cases) {
        traces.put(each.key(), run.play(each));
      }
    } finally {
      run.open.ifPresent(CaseThread::close);
    }
    return traces;
  }

  private Trace play(Case played) {
    if (played.level() == Level.UNTESTED) {
      return Trace.none(Trace.Ended.NOT_RUN, "a known rule that nobody checks");
    }
    if (backend.hosts(subject.node()) instanceof Hosting.Refused refused) {
      return Trace.none(Trace.Ended.UNSUPPORTED, refused.reason());
    }
    CaseThread thread;
    try {
      thread = open.isPresent() ? open.get() : CaseThread.open(backend);
    } catch (HostingRefusedException e) {
      return Trace.none(Trace.Ended.NOT_RUN, NO_START + e.reason());
    }
    open = Optional.of(thread);
    Trace trace = thread.play(subject, played, timeout);
    switch (trace.end()) {
      case TIMEOUT -> {
        thread.abandon();
        open = Optional.empty();
      }
      case CRASH -> {
        thread.close();
        open = Optional.empty();
      }
      case COMPLETE, UNSUPPORTED, INFRA, NOT_RUN -> {}
    }
    return trace;
  }
}
