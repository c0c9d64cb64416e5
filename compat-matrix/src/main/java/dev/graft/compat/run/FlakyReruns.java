package dev.graft.compat.run;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.subject.LastingThread;
import dev.graft.compat.subject.Leg;
import dev.graft.compat.subject.NodeHost;
import dev.graft.compat.subject.Subject;
import dev.graft.compat.subject.Trace;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Judge;
import dev.graft.compat.verdict.Observed;
import dev.graft.compat.verdict.Tally;
import dev.graft.compat.verdict.Verdict;
import dev.graft.descriptor.Purity;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.catalogue.NodeImplementation;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Plays what is known to be flaky more often: one play says only which way the coin fell, and a
 * case that happened to pass must not hide that it fails in a way nobody has explained.
 */
final class FlakyReruns {
  private static final int MORE = 3;

  private final NodeHost host;
  private final Duration timeout;

  FlakyReruns(NodeHost host, Duration timeout) {
    this.host = host;
    this.timeout = timeout;
  }

  /**
   * The same result with a tally; the first failure if there was any.
   *
   * @param traces of the case on all backends
   */
  CaseResult again(
      CatalogueEntry entry, Case tried, Map<BackendId, Trace> traces, CaseResult result) {
    Optional<NodeImplementation> node = entry.in(result.backend().language());
    boolean effects =
        node.filter(each -> each.descriptor().contract().purity() == Purity.EFFECTS).isPresent();
    if (node.isEmpty() || effects || !saysSomething(result.verdict())) {
      return result;
    }
    try (LastingThread thread = new LastingThread(host.backend(result.backend()), timeout)) {
      return counted(new Subject(node.get(), result.backend()), tried, traces, result, thread);
    } catch (HostingRefusedException e) {
      throw new IllegalStateException("it ran a moment ago", e);
    }
  }

  private static CaseResult counted(
      Subject subject,
      Case tried,
      Map<BackendId, Trace> traces,
      CaseResult first,
      LastingThread thread) {
    int plays = first.trace().plays();
    int failed =
        switch (first.verdict().observed()) {
          case PASS -> 0;
          case NONDETERMINISTIC -> 1;
          default -> plays;
        };
    CaseResult told = first;
    for (int i = 0; i < MORE; i++) {
      Trace trace = thread.play(subject, tried, Leg.whole(tried)).trace();
      Map<BackendId, Trace> beside = new EnumMap<>(traces);
      beside.put(subject.backend(), trace);
      Optional<Verdict> verdict =
          Optional.ofNullable(Judge.judge(tried, beside).get(subject.backend()));
      plays++;
      if (verdict.filter(each -> each.observed().failed()).isPresent()) {
        failed++;
        if (told.verdict().observed() == Observed.PASS) {
          told = new CaseResult(subject.backend(), trace, verdict.get());
        }
      }
    }
    return told.counted(new Tally(failed, plays));
  }

  private static boolean saysSomething(Verdict verdict) {
    return verdict.observed() == Observed.PASS || verdict.observed().failed();
  }
}
