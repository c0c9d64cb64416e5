package dev.graft.compat.speed;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.subject.CaseThread;
import dev.graft.compat.subject.CaseTimer;
import dev.graft.compat.subject.SessionBrokenException;
import dev.graft.compat.subject.Subject;
import dev.graft.compat.subject.Timed;
import dev.graft.compat.subject.Trace;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostingRefusedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node on one backend while its time is taken, and the samples up to now. */
final class TimedPlace {
  private final Subject subject;
  private final Backend backend;
  private final Duration limit;
  private final Map<String, List<Double>> samples = new LinkedHashMap<>();
  private final Map<String, List<Double>> own = new LinkedHashMap<>();
  private final List<Double> cold = new ArrayList<>();
  private final List<Double> forkRatios = new ArrayList<>();
  private final List<Double> caseRatios = new ArrayList<>();
  private Optional<CaseThread> thread = Optional.empty();
  private Optional<String> broken = Optional.empty();
  private boolean settled = true;

  /**
   * A place.
   *
   * @param limit how long a sample may take before it is given up
   */
  TimedPlace(Subject subject, Backend backend, Duration limit) {
    this.subject = subject;
    this.backend = backend;
    this.limit = limit;
  }

  BackendId id() {
    return backend.id();
  }

  boolean works() {
    return broken.isEmpty();
  }

  /** Begins a fork: a new session, and the time from nothing to the first answer. */
  void open(Case first) {
    if (broken.isPresent()) {
      return;
    }
    long start = System.nanoTime();
    try {
      thread = Optional.of(CaseThread.open(backend));
      long session = System.nanoTime() - start;
      sample(first, 1, false).ifPresent(each -> cold.add((double) (session + each.first())));
    } catch (HostingRefusedException e) {
      broken = Optional.of("it did not start: " + e.reason());
    }
  }

  /** A sample that counts for nothing yet; empty if it broke the session. */
  Optional<Timed> sample(Case timed, int passes, boolean withOwn) {
    if (thread.isEmpty() || broken.isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          thread
              .get()
              .call(session -> CaseTimer.time(subject, session, timed, passes, withOwn), limit));
    } catch (SessionBrokenException e) {
      broken = Optional.of(e.reason());
      if (e.end() == Trace.Ended.TIMEOUT) {
        thread.get().abandon();
        thread = Optional.empty();
      }
      return Optional.empty();
    }
  }

  /** Keeps the time of a sample. */
  void keep(Case timed, Timed sample) {
    samples.computeIfAbsent(timed.key(), _ -> new ArrayList<>()).add(sample.perItem());
  }

  /** Keeps what a sample says of the node's own time. */
  void keepOwn(Case timed, Timed sample) {
    sample
        .ownPerItem()
        .filter(time -> time > 0)
        .ifPresent(time -> own.computeIfAbsent(timed.key(), _ -> new ArrayList<>()).add(time));
  }

  /** Keeps how it stood to CPython in one case of this fork: the logarithm of the ratio. */
  void keepRatio(double log) {
    caseRatios.add(log);
  }

  /** Says that the time of a case still changed when it began to count. */
  void unsettled() {
    settled = false;
  }

  /** Ends a fork. */
  void close() {
    thread.ifPresent(CaseThread::close);
    thread = Optional.empty();
    if (!caseRatios.isEmpty()) {
      forkRatios.add(Means.of(caseRatios));
      caseRatios.clear();
    }
  }

  /**
   * What all samples say.
   *
   * @param forks how many there were
   * @param interpreted whether the backend only interprets here, so that a ratio would mislead
   * @param reference whether the others are compared with this one
   */
  Timing timing(int forks, boolean interpreted, boolean reference) {
    if (broken.isPresent() || samples.isEmpty() || cold.isEmpty()) {
      return new Timing.NotMeasured(broken.orElse("no sample came to its end"));
    }
    boolean compared = !interpreted && !reference && forkRatios.size() == forks;
    String note =
        interpreted
            ? "interpreter only"
            : reference ? "" : compared ? "" : "there is no CPython to compare it with";
    return new Timing.Measured(
        overCases(samples, 0.5),
        overCases(samples, 0.1),
        overCases(samples, 0.9),
        own.isEmpty() ? Optional.empty() : Optional.of(overCases(own, 0.5)),
        Means.quantile(cold, 0.5),
        compared ? Optional.of(Interval.of(forkRatios)) : Optional.empty(),
        settled ? note : note.isEmpty() ? "not settled" : note + ", not settled");
  }

  private static double overCases(Map<String, List<Double>> times, double part) {
    return Means.geometric(
        times.values().stream().map(each -> Means.quantile(each, part)).toList());
  }
}
