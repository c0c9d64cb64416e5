package dev.graft.runtime.limits;

import dev.graft.runtime.backend.BackendId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One known difference.
 *
 * @param id a name for it
 * @param title one line
 * @param kind {@code bug}, {@code by-design}, {@code missing}, {@code precision}, {@code runtime}
 *     or {@code flaky}
 * @param issue where it is discussed
 * @param backends the backends that have it, each with the versions that do
 * @param cases patterns of case keys, with {@code *}
 * @param signature a pattern of the signature
 * @param reason why it is so
 * @param workaround what to do about it, or empty
 * @param since when it was found
 * @param review when somebody must look at it again
 * @param wide whether it may match more than twenty cases
 * @param rate how often a flaky case fails, between 0 and 1; empty for every other kind
 */
public record Limitation(
    String id,
    String title,
    String kind,
    String issue,
    Map<BackendId, VersionRange> backends,
    List<Glob> cases,
    Glob signature,
    String reason,
    String workaround,
    LocalDate since,
    LocalDate review,
    boolean wide,
    OptionalDouble rate) {
  /** How many cases an entry may match unless it says that it is wide. */
  public static final int MOST_CASES = 20;

  static final String FLAKY = "flaky";

  public Limitation {
    backends = Collections.unmodifiableMap(new LinkedHashMap<>(backends));
    cases = List.copyOf(cases);
  }

  /** Whether a case may pass as well as fail. */
  public boolean isFlaky() {
    return kind.equals(FLAKY);
  }

  /** Whether it speaks of a case on a backend. */
  public boolean covers(String caseKey, BackendId backend, String implementation) {
    return holdsFor(backend, implementation) && coversCase(caseKey);
  }

  /** Whether a release of a backend has it. */
  public boolean holdsFor(BackendId backend, String implementation) {
    VersionRange range = backends.get(backend);
    return range != null && range.contains(implementation);
  }

  /** Whether it speaks of a case on any backend. */
  public boolean coversCase(String caseKey) {
    return cases.stream().anyMatch(glob -> glob.matches(caseKey));
  }

  /** Whether it speaks of any case of a node. */
  public boolean concerns(String node) {
    return cases.stream().anyMatch(glob -> glob.matchesSomeFrom(node + "/"));
  }
}
