package dev.graft.compat.production;

import java.util.ArrayList;
import java.util.List;

/** Every pipeline of an environment puts Java first. Python is what it falls back to, if at all. */
final class NativeRule {
  private NativeRule() {}

  /** What is missing, a sentence each. */
  static List<String> blockers(Usage usage) {
    List<String> blockers = new ArrayList<>();
    if (!usage.served().isKnown()) {
      blockers.add("No run of %s is known.".formatted(usage.env()));
    }
    usage
        .served()
        .elsewhere()
        .forEach(each -> blockers.add("In %s %s.".formatted(usage.env(), each)));
    return blockers;
  }
}
