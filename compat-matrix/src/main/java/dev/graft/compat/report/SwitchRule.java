package dev.graft.compat.report;

import dev.graft.compat.corpus.Level;
import dev.graft.compat.handover.HandOver;
import dev.graft.compat.handover.HandOverPair;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rule that decides whether a node may move from CPython to another backend. Whatever is not
 * proven blocks: nothing here counts as a pass because it is missing.
 */
final class SwitchRule {
  private static final BackendId FROM = BackendId.CPYTHON;
  private static final String CONTRACT = "contract";
  private static final int MOST_FOUND = 5;

  private final NodeRow node;
  private final BackendId to;

  private SwitchRule(NodeRow node, BackendId to) {
    this.node = node;
    this.to = to;
  }

  static SwitchVerdict of(NodeRow node, BackendId to) {
    SwitchRule rule = new SwitchRule(node, to);
    if (!node.has(to)) {
      return missing(to, "There is no %s node.", to);
    } else if (!node.has(FROM)) {
      return missing(to, "There is no %s node to switch from.", FROM);
    }
    return new SwitchVerdict(to, rule.unverified(), rule.unmoved());
  }

  private static SwitchVerdict missing(BackendId to, String sentence, BackendId backend) {
    String language =
        switch (backend.language()) {
          case JAVA -> "Java";
          case PYTHON -> "Python";
        };
    return new SwitchVerdict(to, List.of(sentence.formatted(language)), List.of());
  }

  private List<String> unverified() {
    List<String> blockers = new ArrayList<>();
    if (!node.evidence().everyCase()) {
      blockers.add("Only some of its cases ran.");
    }
    if (node.outcomes().stream().allMatch(SwitchRule::isContract)) {
      blockers.add("It has no case.");
    }
    node.outcomes().forEach(outcome -> failing(outcome, blockers));
    if (!node.isSteady(List.of(FROM, to))) {
      blockers.add("Not every case was played twice, both times with the same result.");
    }
    node.evidence().found(to).stream().limit(MOST_FOUND).forEach(each -> found(each, blockers));
    int tried = node.evidence().madeUp(to);
    if (tried < Evidence.ENOUGH) {
      blockers.add("%s made-up cases have passed with this code.".formatted(Evidence.share(tried)));
      if (node.health().isSchemaTooWide()) {
        blockers.add(
            "The node refuses %,d of %,d made-up cases, which count only beside others. Write a case with an item as it comes: the made-up ones begin there."
                .formatted(node.health().refused(), node.health().made()));
      }
    }
    blockers.addAll(Untried.of(node));
    return blockers;
  }

  /** Another seed does not undo what one has found. */
  private void found(String madeUp, List<String> blockers) {
    String[] parts = madeUp.split(" of seed ", 2);
    blockers.add(
        "Case %s differed on %s with this code, in an earlier run: graft matrix repro %s/%s --seed %s."
            .formatted(madeUp, to, node.id(), parts[0], parts[1]));
  }

  /** A case that must pass does not, or something else happened that nobody has explained. */
  private void failing(CaseOutcome outcome, List<String> blockers) {
    for (BackendId backend : List.of(FROM, to)) {
      Optional<CaseResult> result = Optional.ofNullable(outcome.results().get(backend));
      boolean wanted = outcome.tried().level() == Level.REQUIRED && concerns(outcome, backend);
      if (result.isPresent() && (wanted ? !result.get().passed() : result.get().unexpected())) {
        blockers.add(
            "Case %s on %s: %s."
                .formatted(outcome.tried().id(), backend, CaseLook.of(result.get()).word()));
      } else if (result.isEmpty() && wanted) {
        blockers.add("Case %s did not run on %s.".formatted(outcome.tried().id(), backend));
      }
    }
  }

  /** The contracts are compared once, and only twins have two. */
  private static boolean concerns(CaseOutcome outcome, BackendId backend) {
    return !isContract(outcome) || backend == BackendId.JAVA;
  }

  private static boolean isContract(CaseOutcome outcome) {
    return outcome.tried().tags().contains(CONTRACT);
  }

  /** There and back: who cannot return is not safe. */
  private List<String> unmoved() {
    return switch (node.handOver()) {
      case HandOver.Stateless _ -> List.of();
      case HandOver.NotTried not -> List.of("Its state was not handed over: " + not.reason() + ".");
      case HandOver.Tried _ -> {
        List<String> blockers = new ArrayList<>();
        pair(FROM, to, blockers);
        pair(to, FROM, blockers);
        pair(to, to, blockers);
        yield blockers;
      }
    };
  }

  private void pair(BackendId one, BackendId other, List<String> blockers) {
    Optional<HandOverPair> pair = node.handOver().pair(one, other);
    if (pair.isEmpty()) {
      blockers.add("Its state was not handed over from %s to %s.".formatted(one, other));
    } else if (!pair.get().passes()) {
      blockers.add("Hand-over from %s to %s: %s.".formatted(one, other, pair.get().text()));
    }
  }
}
