package dev.graft.compat.verdict;

import dev.graft.compat.compare.Comparison;
import dev.graft.compat.compare.TraceComparator;
import dev.graft.compat.corpus.Tolerance;
import dev.graft.compat.subject.Trace;
import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which backends agree with each other, whoever is right. */
public final class Partition {
  private Partition() {}

  /** Groups of backends with one result, for example {@code cpython = graalpy | java}. */
  public static String of(Map<BackendId, Trace> traces) {
    return groups(traces).stream()
        .map(group -> group.stream().map(BackendId::text).collect(Collectors.joining(" = ")))
        .collect(Collectors.joining(" | "));
  }

  /** The groups, in the order of backends; only backends with a result are in one. */
  public static List<List<BackendId>> groups(Map<BackendId, Trace> traces) {
    List<List<BackendId>> groups = new ArrayList<>();
    traces.forEach(
        (backend, trace) -> {
          if (!trace.complete()) {
            return;
          }
          for (List<BackendId> group : groups) {
            Trace first = traces.get(group.getFirst());
            if (first != null && areEqual(first, trace)) {
              group.add(backend);
              return;
            }
          }
          groups.add(new ArrayList<>(List.of(backend)));
        });
    return groups;
  }

  private static boolean areEqual(Trace a, Trace b) {
    Comparison comparison =
        TraceComparator.compare(TraceComparator.of(a.events()), b.events(), Tolerance.NONE);
    return comparison.passes();
  }
}
