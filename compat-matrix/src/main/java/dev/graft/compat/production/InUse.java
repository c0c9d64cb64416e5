package dev.graft.compat.production;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of a node in all environments.
 *
 * @param environments by name; those that have run it, or a shadow of it
 */
public record InUse(SortedMap<String, Usage> environments) {
  /** Nothing. */
  public static final InUse NOWHERE = new InUse(new TreeMap<>());

  public InUse {
    environments = Collections.unmodifiableSortedMap(new TreeMap<>(environments));
  }

  /** What is known in one of them; nothing if nobody has heard of it. */
  public Usage in(String env) {
    Usage known = environments.get(env);
    return known == null ? new Usage(env, Map.of(), Served.NEVER) : known;
  }

  /** Those that somebody has named: what a machine finds out by itself moves no node. */
  List<Usage> named() {
    return environments.values().stream()
        .filter(each -> !each.env().equals(BackendSettings.LOCAL))
        .toList();
  }

  /** How far the node has come where it has come furthest. */
  public Reach furthest() {
    return named().stream()
        .map(usage -> reach(usage.env(), BackendId.JAVA))
        .max(Comparator.comparing(Reach::step))
        .orElse(Reach.NOWHERE);
  }

  /** How far it has come in an environment. */
  public Reach reach(String env, BackendId to) {
    List<String> unshadowed = ShadowedRule.blockers(this, env, to);
    if (!unshadowed.isEmpty()) {
      return new Reach(env, Reach.Step.NONE, unshadowed);
    } else if (to != BackendId.JAVA) {
      return new Reach(env, Reach.Step.SHADOWED, List.of());
    }
    List<String> notDefault = NativeRule.blockers(in(env));
    if (!notDefault.isEmpty()) {
      return new Reach(env, Reach.Step.SHADOWED, notDefault);
    }
    List<String> notRetired = RetiredRule.blockers(in(env));
    return new Reach(
        env, notRetired.isEmpty() ? Reach.Step.RETIRED : Reach.Step.DEFAULT_NATIVE, notRetired);
  }
}
