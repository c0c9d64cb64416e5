package dev.graft.compat.limits;

import dev.graft.compat.verdict.Observed;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.limits.Glob;
import dev.graft.runtime.limits.Limitation;
import dev.graft.runtime.limits.VersionRange;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether an entry speaks of a result, and which of its rules decided.
 *
 * @param limitation the entry
 * @param fires whether it does
 * @param why the rule, in words
 */
public record Firing(Limitation limitation, boolean fires, String why) {
  /**
   * Looks at the rules in the order in which the matrix does.
   *
   * @param implementation the backend with its version
   * @param signature how the case fails; empty if it passes
   */
  public static Firing of(
      Limitation limitation,
      String caseKey,
      BackendId backend,
      String implementation,
      Optional<String> signature) {
    VersionRange range = limitation.backends().get(backend);
    if (!limitation.coversCase(caseKey)) {
      return not(
          limitation,
          "it is about the cases "
              + limitation.cases().stream().map(Glob::text).collect(Collectors.joining(", ")));
    } else if (range == null) {
      return not(
          limitation,
          "it is about "
              + limitation.backends().keySet().stream()
                  .map(BackendId::text)
                  .collect(Collectors.joining(", ")));
    } else if (!range.contains(implementation)) {
      return not(limitation, "it is about the versions " + range.text());
    } else if (signature.isEmpty()) {
      return new Firing(
          limitation,
          true,
          limitation.isFlaky()
              ? "the case passes this time, which a flaky one may"
              : "the case passes, so the entry is no longer true");
    } else if (!speaksOf(limitation, signature.get())) {
      return new Firing(
          limitation,
          true,
          "the case fails in another way than \"" + limitation.signature() + "\"");
    }
    return new Firing(
        limitation, true, "the case fails as it says, \"" + limitation.signature() + "\"");
  }

  /**
   * Whether an entry says that a case fails in this way. Of two instances of what is flaky one may
   * fail and one may not: that, too, is what such an entry says.
   */
  static boolean speaksOf(Limitation entry, String signature) {
    return entry.signature().matches(signature)
        || (entry.isFlaky() && signature.equals(Observed.NONDETERMINISTIC.name()));
  }

  private static Firing not(Limitation limitation, String why) {
    return new Firing(limitation, false, why);
  }
}
