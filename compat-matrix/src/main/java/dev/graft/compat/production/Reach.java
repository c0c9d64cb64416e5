package dev.graft.compat.production;

import java.util.List;

/**
 * How far a node has come in an environment.
 *
 * @param env the environment; empty for none
 * @param step the last rule that holds, with all before it
 * @param blockers what is missing for the next one, a sentence each
 */
public record Reach(String env, Step step, List<String> blockers) {
  static final Reach NOWHERE = new Reach("", Step.NONE, List.of());

  public Reach {
    blockers = List.copyOf(blockers);
  }

  /** The rules, one after the other. */
  public enum Step {
    /** Not enough was compared, or something differs. */
    NONE,
    /** It does there what it does on CPython. */
    SHADOWED,
    /** All pipelines put Java first. */
    DEFAULT_NATIVE,
    /** And nobody has needed Python for long. */
    RETIRED
  }
}
