package dev.graft.compat.report;

import static dev.graft.compat.report.ReportTree.object;

import dev.graft.compat.production.Compared;
import dev.graft.compat.production.InUse;
import dev.graft.compat.production.Reach;
import dev.graft.compat.production.ShadowedRule;
import dev.graft.compat.production.Usage;
import dev.graft.runtime.backend.BackendId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON form of what environments have shown of a node. */
final class UsageTree {
  private UsageTree() {}

  static Map<String, @Nullable Object> of(InUse inUse) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    inUse.environments().forEach((env, usage) -> tree.put(env, of(usage, inUse)));
    return tree;
  }

  private static Map<String, @Nullable Object> of(Usage usage, InUse inUse) {
    Map<String, @Nullable Object> shadows = new LinkedHashMap<>();
    usage
        .compared()
        .forEach((backend, all) -> shadows.put(backend.text(), of(all, backend, usage, inUse)));
    Reach reach = inUse.reach(usage.env(), BackendId.JAVA);
    return object(
        "shadows", shadows,
        "on_java_since", usage.served().onJavaSince().map(Instant::toString).orElse(null),
        "python_until", usage.served().python().map(Instant::toString).orElse(null),
        "reached", reach.step() == Reach.Step.NONE ? null : Stage.of(reach.step()).text(),
        "blockers", reach.blockers());
  }

  private static Map<String, @Nullable Object> of(
      Compared compared, BackendId backend, Usage usage, InUse inUse) {
    return object(
        "compared", compared.items(),
        "unexplained", compared.unexplained(),
        "dropped", compared.dropped(),
        "other_code", compared.stale(),
        "first", compared.first().map(Instant::toString).orElse(null),
        "last", compared.last().map(Instant::toString).orElse(null),
        "blockers", ShadowedRule.blockers(inUse, usage.env(), backend));
  }
}
