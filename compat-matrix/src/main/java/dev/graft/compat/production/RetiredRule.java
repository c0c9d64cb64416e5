package dev.graft.compat.production;

import java.util.List;
import java.util.Locale;

/** For thirty days in a row Java alone has served the node in an environment. */
final class RetiredRule {
  private RetiredRule() {}

  /** What is missing, a sentence each. */
  static List<String> blockers(Usage usage) {
    Served served = usage.served();
    if (served.onJavaFor().compareTo(Served.ENOUGH_TIME) >= 0) {
      return List.of();
    }
    return List.of(
        String.format(
            Locale.ROOT,
            "In %s Java alone has served it for %.1f of %d days%s.",
            usage.env(),
            ShadowedRule.days(served.onJavaFor()),
            Served.ENOUGH_TIME.toDays(),
            served.python().map(when -> "; Python did at " + when).orElse("")));
  }
}
